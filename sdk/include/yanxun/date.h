#pragma once
#include <yanxun/export.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace yanxun {

/// An instant: milliseconds since 1970-01-01 UTC.
using Millis = std::int64_t;

/// A local day of the bureau. Local means UTC+08:00, fixed, whatever the machine says.
struct Date {
    int year = 0;
    int month = 0; ///< 1–12
    int day = 0;   ///< 1–31

    constexpr auto operator<=>(const Date&) const = default;
    /// 20210503; the form stored in every `…_ymd` column.
    constexpr std::int64_t ymd() const { return year * 10000LL + month * 100 + day; }
    /// 202105; the form stored in every `…_ym` column.
    constexpr std::int64_t ym() const { return year * 100LL + month; }
    constexpr static Date fromYmd(std::int64_t v) { return {int(v / 10000), int(v / 100 % 100), int(v % 100)}; }
    /// True for a day that exists in the Gregorian calendar, years 1900–2200.
    YANXUN_EXPORT bool valid() const;
    /// Days since 1970-01-01.
    YANXUN_EXPORT std::int64_t days() const;
    YANXUN_EXPORT static Date fromDays(std::int64_t days);
    /// 1 = Monday … 7 = Sunday.
    YANXUN_EXPORT int weekday() const;
    /// «2021-05-03»
    YANXUN_EXPORT std::string iso() const;
    /// «2021年5月3日»
    YANXUN_EXPORT std::string chinese() const;
    /// Reads «2021-05-03» only; what people write is read by table/value.h.
    YANXUN_EXPORT static std::optional<Date> fromIso(const std::string& text);
};

YANXUN_EXPORT int daysInMonth(int year, int month);
YANXUN_EXPORT Date localDay(Millis instant);
/// Midnight, local, of that day.
YANXUN_EXPORT Millis startOf(Date day);
/// «2021-05-03T08:00:00+08:00», to the second.
YANXUN_EXPORT std::string isoInstant(Millis instant);
/// Reads ISO 8601 with seconds optional and an offset or Z (no offset = local). Empty if it is none.
YANXUN_EXPORT std::optional<Millis> parseInstant(const std::string& text);

/// Days from `first` to `last`, both included: what figures and reports are asked for.
struct Period {
    Date first;
    Date last;

    constexpr static Period year(int y) { return {{y, 1, 1}, {y, 12, 31}}; }
    constexpr auto operator<=>(const Period&) const = default;
};

} // namespace yanxun
