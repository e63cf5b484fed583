#include "table/number_format.h"

#include <cmath>
#include <cstdint>
#include <cstdio>

namespace yanxun::table {

std::string plainNumber(double number) {
    // Nearly all cells of a ledger: whole numbers that a double holds exactly.
    if (std::abs(number) < 1e14 && number == std::floor(number)) return std::to_string(std::int64_t(number));
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.14e", number);
    std::string text = buffer; // «-8.89000000000000e+01»
    const std::size_t mark = text.find('e');
    if (mark == std::string::npos) return text; // not finite
    const int exponent = std::stoi(text.substr(mark + 1));
    const bool negative = text[0] == '-';
    std::string digits;
    for (char c : std::string_view(text).substr(0, mark)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.empty()) return "0";
    if (exponent < 0) {
        digits = "0." + std::string(std::size_t(-exponent - 1), '0') + digits;
    } else if (int(digits.size()) <= exponent + 1) {
        digits.append(std::size_t(exponent + 1) - digits.size(), '0');
    } else {
        digits.insert(std::size_t(exponent) + 1, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

std::optional<Date> serialDay(double serial, bool counts1904) {
    constexpr double lastDay = 2958465; // 9999-12-31
    if (!(serial >= 0) || serial > lastDay) return {};
    const auto day = std::int64_t(std::floor(serial));
    if (counts1904) return Date::fromDays(Date{1904, 1, 1}.days() + day);
    if (day == 0 || day == 60) return {}; // the 1900 count takes 1900 for a leap year
    return Date::fromDays(Date{1899, 12, 30}.days() + day + (day < 60 ? 1 : 0));
}

double daySerial(Date day, bool counts1904) {
    if (counts1904) return double(day.days() - Date{1904, 1, 1}.days());
    const auto serial = day.days() - Date{1899, 12, 30}.days();
    return double(serial <= 60 ? serial - 1 : serial);
}

} // namespace yanxun::table
