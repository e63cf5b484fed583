#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <tuple>
#include <vector>

namespace yanxun {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A number cell as it would be typed: at most 15 significant digits, which is all a sheet keeps.
std::string typed(double number) {
    char text[40];
    std::snprintf(text, sizeof text, "%.15g", number);
    return text;
}

bool takeFront(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

bool takeBack(std::string_view& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

template <std::size_t N>
bool takeAnyFront(std::string_view& text, const std::array<std::string_view, N>& starts) {
    for (const std::string_view start : starts) {
        if (takeFront(text, start)) return true;
    }
    return false;
}

template <std::size_t N>
bool takeAnyBack(std::string_view& text, const std::array<std::string_view, N>& ends) {
    for (const std::string_view end : ends) {
        if (takeBack(text, end)) return true;
    }
    return false;
}

void trim(std::string_view& text) {
    while (takeFront(text, " ")) {}
    while (takeBack(text, " ")) {}
}

/// An unsigned decimal in units of 10^-places, further places dropped into `rest` (the first of them, for rounding).
struct Decimal {
    std::int64_t value = 0;
    int rest = 0;
    bool exact = true; ///< nothing but zeros was dropped
};

/// Reads «1,234.5» whole; thousands separators must stand where they belong.
std::optional<Decimal> decimal(std::string_view text, int places) {
    Decimal result;
    int digits = 0, sinceComma = -1, after = -1;
    for (const char c : text) {
        if (c == ',' && after < 0) {
            if (digits == 0 || (sinceComma >= 0 && sinceComma != 3) || (sinceComma < 0 && digits > 3)) return {};
            sinceComma = 0;
        } else if (c == '.' && after < 0) {
            if (sinceComma >= 0 && sinceComma != 3) return {};
            after = 0;
        } else if (isDigit(c)) {
            if (++digits > 15) return {};
            if (sinceComma >= 0 && after < 0) ++sinceComma;
            if (after >= 0 && ++after > places) {
                if (after == places + 1) result.rest = c - '0';
                result.exact = result.exact && c == '0';
                continue;
            }
            result.value = result.value * 10 + (c - '0');
        } else {
            return {};
        }
    }
    if (digits == 0 || (after < 0 && sinceComma >= 0 && sinceComma != 3)) return {};
    for (int place = std::max(after, 0); place < places; ++place) result.value *= 10;
    return result;
}

constexpr std::array<std::string_view, 9> kAbout{"大约", "约", "将近", "近", "超过", "超", "逾", "共计", "共"};
constexpr std::array<std::string_view, 6> kMore{"左右", "以上", "余", "多", "+", "许"};
// Longer words first: «人次» before «次».
constexpr std::array<std::string_view, 29> kMeasures{"人次", "学时", "课时", "人", "名", "位", "份", "个", "张", "册",
                                                     "本", "块", "条", "幅", "场", "次", "户", "家", "套", "件",
                                                     "只", "把", "箱", "袋", "辆", "台", "面", "期", "部"};

struct Scale {
    std::string_view word;
    int zeros;
};
constexpr std::array<Scale, 3> kScales{{{"万", 4}, {"千", 3}, {"百", 2}}};

} // namespace

std::optional<Count> parseCount(const Cell& cell) {
    if (cell.isDate || cell.kind == Cell::Kind::error || cell.kind == Cell::Kind::boolean) return {};
    const std::string written = cell.kind == Cell::Kind::number ? typed(cell.number) : text::key(cell.text);
    std::string_view rest = written;
    bool estimated = false;
    std::string_view about = rest;
    if (takeAnyFront(rest, kAbout)) estimated = !about.starts_with("共");
    trim(rest);

    // «1.8万余人», «300余人次», «120 份»: the words behind the digits come off one by one.
    int zeros = 0;
    bool measured = false;
    for (bool again = true; again;) {
        again = false;
        trim(rest);
        if (takeAnyBack(rest, kMore)) estimated = again = true;
        if (!measured && zeros == 0 && takeAnyBack(rest, kMeasures)) measured = again = true;
        for (const Scale& scale : kScales) {
            if (zeros > 0 || !takeBack(rest, scale.word)) continue;
            zeros = scale.zeros;
            estimated = again = true;
        }
    }

    const std::optional<Decimal> number = decimal(rest, zeros);
    if (!number || !number->exact) return {};
    return Count{number->value, estimated ? Precision::estimated : Precision::exact};
}

std::optional<std::int64_t> parseHundredths(const Cell& cell) {
    if (cell.isDate || cell.kind == Cell::Kind::error || cell.kind == Cell::Kind::boolean) return {};
    const std::string written = cell.kind == Cell::Kind::number ? typed(cell.number) : text::key(cell.text);
    std::string_view rest = written;
    takeBack(rest, "分");
    trim(rest);
    const bool negative = takeFront(rest, "-");
    const std::optional<Decimal> number = decimal(rest, 2);
    if (!number) return {};
    const std::int64_t rounded = number->value + (number->rest >= 5 ? 1 : 0);
    return negative ? -rounded : rounded;
}

std::optional<bool> parseFlag(const Cell& cell) {
    if (cell.kind == Cell::Kind::boolean) return cell.number != 0;
    const std::string word = text::loose(cell.text);
    for (const char* yes : {"是", "有", "√", "✓", "✔", "y", "yes", "1", "true", "对"}) {
        if (word == yes) return true;
    }
    for (const char* no : {"否", "无", "×", "✗", "✘", "x", "n", "no", "0", "false", "不是", "没有"}) {
        if (word == no) return false;
    }
    return {};
}

std::string parseText(const Cell& cell) {
    std::string shown = text::key(cell.text);
    if (cell.kind != Cell::Kind::number || cell.isDate) return shown;
    if (shown.ends_with(".0") && cell.number == std::floor(cell.number)) shown.resize(shown.size() - 2);
    return shown;
}

bool digitsLost(const Cell& cell) {
    if (cell.kind == Cell::Kind::number) return std::abs(cell.number) >= 1e15 && !cell.isDate;
    // Text that a sheet program already spoiled: «3.70911E+17».
    const std::string shown = text::key(cell.text);
    const std::size_t e = shown.find_first_of("Ee");
    if (e == std::string::npos || e == 0 || e + 2 >= shown.size() || shown[e + 1] != '+') return false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i != e && i != e + 1 && !isDigit(shown[i]) && shown[i] != '.') return false;
    }
    return std::atoi(shown.c_str() + e + 2) >= 15;
}

namespace {

std::optional<WrittenDate> valid(int year, int month, int day) {
    const Date date{year, month, day};
    if (!date.valid()) return {};
    return WrittenDate{date};
}

/// Days since the workbook's day 0. The 1900 count holds a 29 February 1900 that never was (serial 60).
std::optional<WrittenDate> fromSerial(double serial, bool counts1904) {
    const double whole = std::floor(serial);
    if (whole < 0 || whole > 110'000) return {};
    const auto days = std::int64_t(whole);
    Date date;
    if (counts1904) {
        date = Date::fromDays(Date{1904, 1, 1}.days() + days);
    } else if (days == 0 || days == 60) {
        return {};
    } else {
        date = Date::fromDays(Date{1899, 12, days < 60 ? 31 : 30}.days() + days);
    }
    return WrittenDate{date};
}

/// A written date in pieces: up to three numbers and what stands behind each.
struct Pieces {
    struct Piece {
        int value = 0, digits = 0;
        std::string behind;
    };
    std::vector<Piece> all;
};

/// Cuts off what may follow a day: a time, a day of the week, a half of the day.
std::string_view withoutTail(std::string_view text) {
    if (const std::size_t bracket = text.find('('); bracket != std::string_view::npos) text = text.substr(0, bracket);
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        std::size_t hour = colon;
        while (hour > 0 && isDigit(text[hour - 1])) --hour;
        text = text.substr(0, hour);
        takeBack(text, "T");
    }
    for (const std::string_view week : {"星期", "周", "礼拜"}) {
        if (const std::size_t at = text.find(week); at != std::string_view::npos) text = text.substr(0, at);
    }
    trim(text);
    for (const std::string_view half : {"上午", "下午", "晚上", "晚", "中午"}) {
        while (takeBack(text, half)) {}
    }
    trim(text);
    return text;
}

std::optional<Pieces> pieces(std::string_view text) {
    Pieces result;
    for (std::size_t at = 0; at < text.size();) {
        Pieces::Piece piece;
        for (; at < text.size() && isDigit(text[at]); ++at, ++piece.digits) {
            if (piece.digits >= 8) return {};
            piece.value = piece.value * 10 + (text[at] - '0');
        }
        if (piece.digits == 0 || result.all.size() == 3) return {};
        while (at < text.size() && !isDigit(text[at])) {
            if (text[at] != ' ') piece.behind += text[at];
            ++at;
        }
        result.all.push_back(std::move(piece));
    }
    if (result.all.empty()) return {};
    return result;
}

bool isSeparator(const std::string& text) {
    return text.empty() || text == "." || text == "-" || text == "/" || text == "、" || text == "~" || text == "\\";
}

bool endsWell(const std::string& text) { return text.empty() || text == "日" || text == "号" || text == "."; }

int fullYear(int written) { return written < 100 ? (written < 70 ? 2000 : 1900) + written : written; }

std::optional<WrittenDate> threeNumbers(const Pieces& p, DateOrder order) {
    const auto& [a, b, c] = std::tie(p.all[0], p.all[1], p.all[2]);
    if (!endsWell(c.behind)) return {};
    if (a.behind == "年") {
        if ((b.behind != "月" && !isSeparator(b.behind)) || a.digits == 1 || a.digits == 3) return {};
        return valid(fullYear(a.value), b.value, c.value);
    }
    if (!isSeparator(a.behind) || !isSeparator(b.behind) || a.behind.empty() || b.behind.empty()) return {};
    if (a.digits == 4) return valid(a.value, b.value, c.value);

    const auto yearFirst = valid(fullYear(a.value), b.value, c.value);
    const auto dayFirst = valid(fullYear(c.value), b.value, a.value);
    const auto monthFirst = valid(fullYear(c.value), a.value, b.value);
    const bool yearLast = c.digits == 4;
    if (order == DateOrder::yearMonthDay && !yearLast) return yearFirst;
    if (order == DateOrder::dayMonthYear) return dayFirst;
    if (order == DateOrder::monthDayYear) return monthFirst;

    // Not told: fine when the numbers leave one reading only (or all readings name the same day).
    std::optional<WrittenDate> only;
    for (const auto& reading : {yearLast ? std::optional<WrittenDate>{} : yearFirst, dayFirst, monthFirst}) {
        if (!reading) continue;
        if (only && only->day != reading->day) return WrittenDate{{}, false, true};
        only = reading;
    }
    return only;
}

std::optional<WrittenDate> twoNumbers(const Pieces& p) {
    const auto& [month, day] = std::tie(p.all[0], p.all[1]);
    const bool words = month.behind == "月";
    if (month.digits > 2 || day.digits > 2 || (!words && !isSeparator(month.behind)) || !endsWell(day.behind)) return {};
    // A leap year, so that 29 February is not lost before the year is known.
    auto date = valid(2020, month.value, day.value);
    if (!date) return {};
    date->day.year = 0;
    date->yearMissing = true;
    return date;
}

} // namespace

std::optional<WrittenDate> parseDate(const Cell& cell, bool counts1904, DateOrder order) {
    if (cell.kind == Cell::Kind::number) {
        if (cell.isDate) return fromSerial(cell.number, counts1904);
        const auto whole = std::int64_t(cell.number);
        if (whole >= 19'000'101 && whole <= 22'001'231) return valid(int(whole / 10'000), int(whole / 100 % 100), int(whole % 100));
        // A date whose cell lost its format: days from 1954 to 2119.
        if (cell.number >= 20'000 && cell.number < 80'000) return fromSerial(cell.number, counts1904);
        return {};
    }
    if (cell.kind != Cell::Kind::text) return {};

    const std::string written = text::key(cell.text);
    const std::optional<Pieces> p = pieces(withoutTail(written));
    if (!p) return {};
    if (p->all.size() == 3) return threeNumbers(*p, order);
    if (p->all.size() == 2) return twoNumbers(*p);
    const Pieces::Piece& one = p->all[0];
    if (one.digits == 8 && one.behind.empty()) return valid(one.value / 10'000, one.value / 100 % 100, one.value % 100);
    return {};
}

} // namespace yanxun
