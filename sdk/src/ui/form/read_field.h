#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>

/// How a form reads what a person wrote into one line.
namespace yanxun::ui {

std::optional<std::int64_t> readNumber(const std::string& written);     ///< whole, ≥ 0
std::optional<std::int64_t> readHundredths(const std::string& written);
/// Empty when it is no day, has no year, or could mean two days.
std::optional<Date> readDay(const std::string& written);
std::string writeHundredths(std::int64_t value);

} // namespace yanxun::ui
