#pragma once
#include <yanxun/date.h>
#include <yanxun/export.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yanxun {

// What a page is asked for by figures, search, calendar and tasks: «year=2021&region=城西街道». Any text may stand in a
// value: «%» and «&» are written %25 and %26. Any thread.

/// True when the part is there, with a value or without.
YANXUN_EXPORT bool hasPart(std::string_view argument, std::string_view key);
/// Its value; "" when the part is not there.
YANXUN_EXPORT std::string argumentPart(std::string_view argument, std::string_view key);
/// A whole number; 0 when the part is not there or begins with none.
YANXUN_EXPORT std::int64_t argumentNumber(std::string_view argument, std::string_view key);
/// «2021-05-01..2021-05-31»; empty when it is none.
YANXUN_EXPORT std::optional<Period> argumentPeriod(std::string_view argument, std::string_view key);

YANXUN_EXPORT void addPart(std::string& argument, std::string_view key, std::string_view value);
/// Nothing for 0.
YANXUN_EXPORT void addNumber(std::string& argument, std::string_view key, std::int64_t value);
/// Nothing when there is none.
YANXUN_EXPORT void addPeriod(std::string& argument, std::string_view key, const std::optional<Period>& days);

} // namespace yanxun
