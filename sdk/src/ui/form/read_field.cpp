#include "read_field.h"

#include <yanxun/text.h>

#include <charconv>

namespace yanxun::ui {

std::optional<std::int64_t> readNumber(const std::string& written) {
    const std::string key = text::loose(written);
    std::int64_t value = 0;
    const auto [end, wrong] = std::from_chars(key.data(), key.data() + key.size(), value);
    if (wrong != std::errc{} || end != key.data() + key.size() || value < 0) return {};
    return value;
}

std::optional<std::int64_t> readHundredths(const std::string& written) {
    const std::string key = text::loose(written);
    double value = 0;
    const auto [end, wrong] = std::from_chars(key.data(), key.data() + key.size(), value);
    if (wrong != std::errc{} || end != key.data() + key.size() || value < 0 || value > 1e12) return {};
    return static_cast<std::int64_t>(value * 100 + 0.5);
}

std::optional<Date> readDay(const std::string& written) { return Date::fromIso(text::loose(written)); }

std::string writeHundredths(std::int64_t value) {
    std::string digits = std::to_string(value / 100);
    if (value % 100 == 0) return digits;
    digits += '.';
    digits += static_cast<char>('0' + value % 100 / 10);
    if (value % 10 != 0) digits += static_cast<char>('0' + value % 10);
    return digits;
}

} // namespace yanxun::ui
