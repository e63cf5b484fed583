#include "table/number_format.h"

#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <array>
#include <cmath>

namespace yanxun {
namespace {

/// Whole numbers without a date style that can only be days: 1954 to 2119. Smaller ones are years and counts.
constexpr double firstLikelyDay = 20000, lastLikelyDay = 80000;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int takeNumber(std::string_view& text, std::size_t& digits) {
    int value = 0;
    for (digits = 0; digits < text.size() && isDigit(text[digits]) && digits < 9; ++digits) value = value * 10 + (text[digits] - '0');
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, std::string_view front) {
    if (!text.starts_with(front)) return false;
    text.remove_prefix(front.size());
    return true;
}

int fullYear(int year, std::size_t digits) {
    if (digits != 2) return year;
    return year < 80 ? 2000 + year : 1900 + year;
}

bool dayExists(int year, int month, int day) {
    const int leap = 2000; // a day without a year may be 29 February
    return Date{year == 0 ? leap : year, month, day}.valid();
}

std::optional<WrittenDate> known(int year, int month, int day) {
    if (!dayExists(year, month, day)) return {};
    return WrittenDate{{year, month, day}, year == 0, false};
}

/// What may stand behind a day: a clock time, a weekday, a half of the day.
bool harmlessTail(std::string_view tail) {
    if (tail == "." || tail.empty()) return true;
    if (tail.front() == 'T' && tail.size() > 1) tail.remove_prefix(1);
    bool words = true;
    while (words) {
        words = false;
        for (const std::string_view word : {"星期", "周", "礼拜", "一", "二", "三", "四", "五", "六", "日", "天", "上午", "下午", "晚上", "中午", "早上", " ", "(", ")"}) {
            if (take(tail, word)) words = true;
        }
    }
    return tail.empty() || (isDigit(tail.front()) && tail.find_first_not_of("0123456789:.时点分秒半整 Z+-") == tail.npos &&
                            (tail.find(':') != tail.npos || tail.find("时") != tail.npos || tail.find("点") != tail.npos));
}

std::optional<WrittenDate> ofSerial(double serial, bool counts1904) {
    const auto day = table::serialDay(serial, counts1904);
    if (!day || !day->valid()) return {};
    return WrittenDate{*day, false, false};
}

/// «20210616» and serial numbers without a style.
std::optional<WrittenDate> ofDigits(double number, bool counts1904) {
    if (number != std::floor(number) && number >= firstLikelyDay && number <= lastLikelyDay) return ofSerial(number, counts1904);
    if (number != std::floor(number)) return {};
    if (number >= 19000101 && number <= 22001231) {
        const Date day = Date::fromYmd(std::int64_t(number));
        return known(day.year, day.month, day.day);
    }
    if (number >= firstLikelyDay && number <= lastLikelyDay) return ofSerial(number, counts1904);
    return {};
}

/// «2021年6月16日», «6月16号».
std::optional<WrittenDate> ofChinese(std::string_view text) {
    std::size_t digits = 0;
    int first = takeNumber(text, digits), year = 0;
    if (digits == 0) return {};
    take(text, " ");
    if (take(text, "年")) {
        if (digits != 2 && digits != 4) return {};
        year = fullYear(first, digits);
        take(text, " ");
        first = takeNumber(text, digits);
        take(text, " ");
    }
    if (digits == 0 || digits > 2 || !take(text, "月")) return {};
    take(text, " ");
    const int day = takeNumber(text, digits);
    if (digits == 0 || digits > 2) return {};
    take(text, " ");
    if (!take(text, "日") && !take(text, "号") && !text.empty()) return {};
    if (!harmlessTail(text)) return {};
    return known(year, first, day);
}

struct Part {
    int value = 0;
    std::size_t digits = 0;
};

std::optional<WrittenDate> inOrder(const std::array<Part, 3>& p, DateOrder order) {
    const auto year = [](const Part& part) { return fullYear(part.value, part.digits); };
    switch (order) {
    case DateOrder::yearMonthDay: return known(year(p[0]), p[1].value, p[2].value);
    case DateOrder::dayMonthYear: return known(year(p[2]), p[1].value, p[0].value);
    case DateOrder::monthDayYear: return known(year(p[2]), p[0].value, p[1].value);
    case DateOrder::unknown: break;
    }
    return {};
}

/// Three numbers between the same marks. A year of four digits or the usual order «21/6/16» decides; else the column.
std::optional<WrittenDate> ofThree(const std::array<Part, 3>& p, DateOrder order) {
    for (const Part& part : p) {
        if (part.digits == 0 || part.digits == 3 || part.digits > 4) return {};
    }
    if (p[1].digits > 2 || (p[0].digits == 4 && p[2].digits == 4)) return {};
    if (p[0].digits == 4) return inOrder(p, DateOrder::yearMonthDay);
    const bool yearLast = p[2].digits == 4;
    if (order != DateOrder::unknown && !(yearLast && order == DateOrder::yearMonthDay)) return inOrder(p, order);
    if (!yearLast && p[0].value > 12 && p[0].digits == 2 && p[2].digits <= 2) {
        if (const auto usual = inOrder(p, DateOrder::yearMonthDay)) return usual;
    }
    std::optional<WrittenDate> found;
    for (const DateOrder guess : {DateOrder::monthDayYear, DateOrder::dayMonthYear, DateOrder::yearMonthDay}) {
        const Part& year = guess == DateOrder::yearMonthDay ? p[0] : p[2];
        if (year.digits < 2 || (yearLast && guess == DateOrder::yearMonthDay)) continue;
        const auto candidate = inOrder(p, guess);
        if (!candidate) continue;
        if (found && found->day != candidate->day) {
            found->orderUnknown = true;
            return found;
        }
        found = candidate;
    }
    return found;
}

/// «2021.6.16», «21/6/16», «6-16».
std::optional<WrittenDate> ofMarks(std::string_view text, DateOrder order) {
    std::array<Part, 3> parts;
    parts[0].value = takeNumber(text, parts[0].digits);
    if (parts[0].digits == 0 || text.empty()) return {};
    const char mark = text.front();
    if (mark != '.' && mark != '/' && mark != '-') return {};
    std::size_t count = 1;
    while (count < 3 && !text.empty() && text.front() == mark) {
        text.remove_prefix(1);
        take(text, " ");
        parts[count].value = takeNumber(text, parts[count].digits);
        if (parts[count++].digits == 0) return {};
    }
    if (!harmlessTail(text)) return {};
    if (count == 3) return ofThree(parts, order);
    if (parts[0].digits > 2 || parts[1].digits > 2) return {};
    return known(0, parts[0].value, parts[1].value);
}

} // namespace

std::optional<WrittenDate> parseDate(const Cell& cell, bool counts1904, DateOrder order) {
    if (cell.kind == Cell::Kind::number) {
        return cell.isDate ? ofSerial(cell.number, counts1904) : ofDigits(cell.number, counts1904);
    }
    if (cell.kind != Cell::Kind::text) return {};
    const std::string all = text::key(cell.text);
    const bool digitsOnly = !all.empty() && all.size() <= 8 && all.find_first_not_of("0123456789") == std::string::npos;
    if (digitsOnly) return ofDigits(std::stod(all), counts1904);
    if (const auto chinese = ofChinese(all)) return chinese;
    return ofMarks(all, order);
}

} // namespace yanxun
