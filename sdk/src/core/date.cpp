#include <yanxun/date.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace yanxun {
namespace {

constexpr Millis kSecond = 1000;
constexpr Millis kDay = 86'400 * kSecond;
constexpr Millis kLocalOffset = 8 * 3'600 * kSecond; // UTC+08:00, no summer time since 1992

std::chrono::year_month_day civil(Date d) {
    return std::chrono::year(d.year) / std::chrono::month(unsigned(d.month)) / std::chrono::day(unsigned(d.day));
}

Millis floorDiv(Millis a, Millis b) { return a / b - (a % b < 0 ? 1 : 0); }

/// Reads `digits` decimal digits at `at` and moves behind them; -1 when there are fewer.
int digits(const std::string& text, std::size_t& at, int digits) {
    int value = 0;
    for (int i = 0; i < digits; ++i, ++at) {
        if (at >= text.size() || text[at] < '0' || text[at] > '9') return -1;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

bool skip(const std::string& text, std::size_t& at, char wanted) {
    if (at >= text.size() || text[at] != wanted) return false;
    ++at;
    return true;
}

} // namespace

bool Date::valid() const {
    return year >= 1900 && year <= 2200 && month >= 1 && day >= 1 && civil(*this).ok();
}

std::int64_t Date::days() const { return std::chrono::sys_days(civil(*this)).time_since_epoch().count(); }

Date Date::fromDays(std::int64_t days) {
    const std::chrono::year_month_day d{std::chrono::sys_days(std::chrono::days(days))};
    return {int(d.year()), int(unsigned(d.month())), int(unsigned(d.day()))};
}

int Date::weekday() const {
    return int(std::chrono::weekday(std::chrono::sys_days(civil(*this))).iso_encoding());
}

std::string Date::iso() const {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

std::string Date::chinese() const {
    return std::to_string(year) + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
}

std::optional<Date> Date::fromIso(const std::string& text) {
    std::size_t at = 0;
    Date d;
    d.year = digits(text, at, 4);
    if (!skip(text, at, '-')) return {};
    d.month = digits(text, at, 2);
    if (!skip(text, at, '-')) return {};
    d.day = digits(text, at, 2);
    if (at != text.size() || !d.valid()) return {};
    return d;
}

int daysInMonth(int year, int month) {
    return int(unsigned((std::chrono::year(year) / std::chrono::month(unsigned(month)) / std::chrono::last).day()));
}

Date localDay(Millis instant) { return Date::fromDays(floorDiv(instant + kLocalOffset, kDay)); }

Millis startOf(Date day) { return day.days() * kDay - kLocalOffset; }

std::string isoInstant(Millis instant) {
    const Millis inDay = instant + kLocalOffset - floorDiv(instant + kLocalOffset, kDay) * kDay;
    const int seconds = int(inDay / kSecond);
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d+08:00", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return localDay(instant).iso() + text;
}

std::optional<Millis> parseInstant(const std::string& text) {
    if (text.size() < 10) return {};
    const std::optional<Date> day = Date::fromIso(text.substr(0, 10));
    if (!day) return {};
    if (text.size() == 10) return startOf(*day);

    std::size_t at = 11;
    if (text[10] != 'T' && text[10] != ' ') return {};
    const int hour = digits(text, at, 2);
    if (!skip(text, at, ':')) return {};
    const int minute = digits(text, at, 2);
    int second = 0;
    if (skip(text, at, ':')) second = digits(text, at, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return {};
    if (skip(text, at, '.')) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    }

    Millis offset = kLocalOffset;
    if (at < text.size()) {
        if (skip(text, at, 'Z')) {
            offset = 0;
        } else {
            const int sign = text[at] == '-' ? -1 : text[at] == '+' ? 1 : 0;
            if (sign == 0) return {};
            ++at;
            const int hours = digits(text, at, 2);
            skip(text, at, ':');
            const int minutes = digits(text, at, 2);
            if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return {};
            offset = sign * (hours * 3'600 + minutes * 60) * kSecond;
        }
    }
    if (at != text.size()) return {};
    return day->days() * kDay + (hour * 3'600 + minute * 60 + second) * kSecond - offset;
}

} // namespace yanxun
