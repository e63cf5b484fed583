#include "table/number_format.h"

#include <array>
#include <cmath>

namespace yanxun::table {
namespace {

bool startsWith(std::string_view text, std::size_t at, std::string_view what) {
    return text.compare(at, what.size(), what) == 0;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

/// «-12.345» rounded to `decimals` places, half away from zero, digit by digit as people do.
std::string rounded(std::string digits, int decimals) {
    std::size_t point = digits.find('.');
    if (point == std::string::npos) {
        point = digits.size();
        digits += '.';
    }
    if (int(digits.size() - point) - 1 <= decimals) {
        digits.append(std::size_t(decimals) + 1 - (digits.size() - point), '0');
    } else {
        const bool up = digits[point + 1 + std::size_t(decimals)] >= '5';
        digits.resize(point + 1 + std::size_t(decimals));
        std::size_t at = digits.size();
        bool carry = up;
        while (carry && at-- > 0) {
            if (digits[at] == '.') continue;
            carry = digits[at] == '9';
            digits[at] = carry ? '0' : char(digits[at] + 1);
        }
        if (carry) digits.insert(0, 1, '1');
    }
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

} // namespace

std::string_view NumberFormat::builtIn(unsigned id) {
    switch (id) {
    case 1: return "0";
    case 2: return "0.00";
    case 3: case 37: case 38: return "#,##0";
    case 4: case 39: case 40: return "#,##0.00";
    case 9: return "0%";
    case 10: return "0.00%";
    case 14: return "yyyy/m/d";
    case 15: return "d-mmm-yy";
    case 16: return "d-mmm";
    case 17: return "mmm-yy";
    case 18: return "h:mm AM/PM";
    case 19: return "h:mm:ss AM/PM";
    case 20: return "h:mm";
    case 21: return "h:mm:ss";
    case 22: return "yyyy/m/d h:mm";
    case 27: case 36: case 50: case 52: case 57: return "yyyy\"年\"m\"月\"";
    case 28: case 29: case 51: case 53: case 54: case 58: return "m\"月\"d\"日\"";
    case 30: return "m-d-yy";
    case 31: return "yyyy\"年\"m\"月\"d\"日\"";
    case 32: return "h\"时\"mm\"分\"";
    case 33: return "h\"时\"mm\"分\"ss\"秒\"";
    case 34: case 55: return "上午/下午h\"时\"mm\"分\"";
    case 35: case 56: return "上午/下午h\"时\"mm\"分\"ss\"秒\"";
    case 45: return "mm:ss";
    case 46: return "[h]:mm:ss";
    case 47: return "mm:ss";
    default: return {};
    }
}

NumberFormat::NumberFormat(std::string_view code) {
    std::size_t from = 0;
    bool quoted = false;
    for (std::size_t at = 0; at <= code.size(); ++at) {
        if (at < code.size() && code[at] == '\\') {
            ++at;
            continue;
        }
        if (at < code.size() && code[at] == '"') quoted = !quoted;
        if (at < code.size() && (quoted || code[at] != ';')) continue;
        sections_.push_back(parseSection(code.substr(from, at - from)));
        from = at + 1;
    }
}

NumberFormat::Section NumberFormat::parseSection(std::string_view code) {
    if (code.find("[$-F800]") != code.npos) return parseSection("yyyy\"年\"m\"月\"d\"日\"");
    if (code.find("[$-F400]") != code.npos) return parseSection("h:mm:ss");
    Section section;
    const auto literal = [&](std::string_view text) { section.tokens.push_back({'"', 0, std::string(text)}); };
    for (std::size_t at = 0; at < code.size();) {
        const char c = code[at];
        if (c == '"') {
            const std::size_t close = std::min(code.find('"', at + 1), code.size());
            literal(code.substr(at + 1, close - at - 1));
            at = close + 1;
        } else if (c == '\\') {
            literal(code.substr(at + 1, 1)); // the other bytes of a Chinese character follow as literals of their own
            at += 2;
        } else if (c == '_' || c == '*') {
            at += 2;
            while (at < code.size() && (code[at] & 0xc0) == 0x80) ++at;
        } else if (c == '[') {
            at = parseBracket(section, code, at);
        } else if (c == '0' || c == '#' || c == '?' || (c == '.' && at + 1 < code.size() && code[at + 1] == '0' && !section.time)) {
            at = parseDigits(section, code, at);
        } else if (c == '%') {
            ++section.percents;
            literal("%");
            ++at;
        } else if (c == '@') {
            section.tokens.push_back({'#', 0, {}});
            section.general = true;
            ++at;
        } else {
            at = parseLetters(section, code, at);
        }
    }
    tellMinutes(section);
    return section;
}

std::size_t NumberFormat::parseBracket(Section& section, std::string_view code, std::size_t at) {
    const std::size_t close = code.find(']', at);
    if (close == code.npos) {
        section.strange = true;
        return code.size();
    }
    const std::string_view inside = code.substr(at + 1, close - at - 1);
    const char first = inside.empty() ? '\0' : lower(inside[0]);
    if (first == '$') {
        section.tokens.push_back({'"', 0, std::string(inside.substr(1, inside.find('-') - 1))});
    } else if (first == '<' || first == '>' || first == '=') {
        section.strange = true; // a condition chooses the section: show the bare number
    } else if ((first == 'h' || first == 'm' || first == 's') && inside.find_first_not_of("hmsHMS") == inside.npos) {
        section.tokens.push_back({first == 'h' ? 'H' : first == 'm' ? 'N' : 'S', int(inside.size()), {}});
        section.time = true;
    }
    return close + 1;
}

std::size_t NumberFormat::parseDigits(Section& section, std::string_view code, std::size_t at) {
    if (section.time || section.date) return at + 1; // «ss.000»: fractions of a second are not shown
    for (const Token& token : section.tokens) {
        if (token.kind == '#') section.strange = true; // two blocks of digits: «000-0000»
    }
    section.tokens.push_back({'#', 0, {}});
    bool fraction = false, digitSinceComma = false;
    int commas = 0;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '.') {
            fraction = true;
        } else if (c == ',') {
            ++commas;
            digitSinceComma = false;
        } else if (c == '0' || c == '#' || c == '?') {
            if (commas > 0 && !digitSinceComma) section.grouped = true, commas = 0;
            digitSinceComma = true;
            if (fraction) {
                ++section.decimals;
                if (c != '0') ++section.optionalDecimals;
            } else if (c == '0') {
                ++section.zeros;
            }
        } else {
            break;
        }
    }
    section.thousands = commas; // commas behind the last digit scale
    const bool scientific = at < code.size() && lower(code[at]) == 'e';
    const bool ofTwoNumbers = code.find("/?", at) != code.npos || code.find("/#", at) != code.npos;
    if (!scientific && !ofTwoNumbers) return at;
    section.strange = true;
    return code.size();
}

std::size_t NumberFormat::parseLetters(Section& section, std::string_view code, std::size_t at) {
    constexpr std::string_view chineseHalves = "上午/下午";
    for (const auto& [word, general] : {std::pair<std::string_view, bool>{"General", true}, {"G/通用格式", true}}) {
        if (!startsWith(code, at, word)) continue;
        section.tokens.push_back({'#', 0, {}});
        section.general = general;
        return at + word.size();
    }
    for (const std::string_view half : {std::string_view("AM/PM"), std::string_view("am/pm"), chineseHalves, std::string_view("A/P")}) {
        if (!startsWith(code, at, half)) continue;
        section.tokens.push_back({half == chineseHalves ? 'x' : 'a', 0, {}});
        section.time = true;
        return at + half.size();
    }
    const char c = lower(code[at]);
    std::size_t end = at;
    while (end < code.size() && lower(code[end]) == c) ++end;
    const int count = int(end - at);
    switch (c) {
    case 'y': case 'e':
        section.tokens.push_back({'y', c == 'e' ? 4 : count, {}});
        section.date = true;
        return end;
    case 'd':
        section.tokens.push_back({count > 2 ? 'w' : 'd', count, {}});
        section.date = true;
        return end;
    case 'a':
        if (count < 3) break;
        section.tokens.push_back({'w', count, {}});
        section.date = true;
        return end;
    case 'm':
        section.tokens.push_back({'m', count, {}});
        return end;
    case 'h': case 's':
        section.tokens.push_back({c, count, {}});
        section.time = true;
        return end;
    default: break;
    }
    section.tokens.push_back({'"', 0, std::string(1, code[at])});
    return at + 1;
}

/// An m behind hours or before seconds is minutes.
void NumberFormat::tellMinutes(Section& section) {
    char before = 0;
    Token* open = nullptr;
    for (Token& token : section.tokens) {
        if (token.kind == '"') continue;
        if (token.kind == 'm') {
            if (before == 'h' || before == 'H') {
                token.kind = 'n';
            } else {
                open = &token;
            }
        } else if (token.kind == 's' && open && before == 'm') {
            open->kind = 'n';
        }
        before = token.kind;
    }
    for (const Token& token : section.tokens) {
        if (token.kind == 'm') section.date = true;
        if (token.kind == 'n') section.time = true;
    }
}

std::string NumberFormat::show(double number, bool counts1904) const {
    if (sections_.empty()) return plainNumber(number);
    const bool moment = sections_.front().date || sections_.front().time;
    if (moment) return showMoment(sections_.front(), number, counts1904);
    const bool negativeSection = number < 0 && sections_.size() > 1;
    const bool zeroSection = number == 0 && sections_.size() > 2;
    const Section& section = negativeSection ? sections_[1] : zeroSection ? sections_[2] : sections_[0];
    // A format may hide a number («;;;»); the data is not to vanish with it.
    if (section.tokens.empty()) return plainNumber(number);
    return showNumber(section, number, !negativeSection);
}

std::string NumberFormat::showNumber(const Section& section, double number, bool sign) {
    if (section.strange) return plainNumber(number);
    std::string digits = plainNumber(std::abs(number));
    if (!section.general) {
        double scaled = std::abs(number);
        for (int i = 0; i < section.percents; ++i) scaled *= 100;
        for (int i = 0; i < section.thousands; ++i) scaled /= 1000;
        digits = rounded(plainNumber(scaled), section.decimals);
        std::size_t point = digits.find('.');
        for (int i = 0; i < section.optionalDecimals && point != std::string::npos && digits.back() == '0'; ++i) digits.pop_back();
        if (point != std::string::npos && digits.back() == '.') digits.pop_back();
        point = std::min(digits.find('.'), digits.size());
        if (int(point) < section.zeros) digits.insert(0, std::size_t(section.zeros) - point, '0');
        point = std::min(digits.find('.'), digits.size());
        for (std::size_t at = point; section.grouped && at > 3;) digits.insert(at -= 3, 1, ',');
    }
    std::string text = sign && number < 0 ? "-" : "";
    bool shown = false;
    for (const Token& token : section.tokens) {
        if (token.kind == '#' && !shown) text += digits, shown = true;
        if (token.kind == '"') text += token.literal;
    }
    return shown ? text : plainNumber(number);
}

std::string NumberFormat::showMoment(const Section& section, double serial, bool counts1904) {
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::array<std::string_view, 7> weekdays{"一", "二", "三", "四", "五", "六", "日"};
    auto seconds = std::llround((serial - std::floor(serial)) * 86400);
    const double whole = std::floor(serial) + double(seconds / 86400);
    seconds %= 86400;
    const auto day = serialDay(whole, counts1904);
    if (!day && (section.date || serial < 0 || serial > 3e6)) return plainNumber(serial);

    bool halves = false;
    for (const Token& token : section.tokens) halves = halves || token.kind == 'a' || token.kind == 'x';
    const auto number = [](std::int64_t value, int width) {
        std::string text = std::to_string(value);
        return int(text.size()) < width ? std::string(std::size_t(width) - text.size(), '0') + text : text;
    };
    const std::int64_t hour = seconds / 3600, total = std::int64_t(whole) * 86400 + seconds;
    std::string text;
    for (const Token& token : section.tokens) {
        const int width = token.count >= 2 ? 2 : 1;
        switch (token.kind) {
        case '"': text += token.literal; break;
        case 'y': text += token.count <= 2 ? number(day->year % 100, 2) : number(day->year, 4); break;
        case 'm': text += token.count >= 3 ? std::string(months[std::size_t(day->month - 1)]) : number(day->month, width); break;
        case 'd': text += number(day->day, width); break;
        case 'w': text += (token.count == 4 ? "星期" : token.count == 3 ? "周" : ""), text += weekdays[std::size_t(day->weekday() - 1)]; break;
        case 'h': text += number(halves ? (hour + 11) % 12 + 1 : hour, width); break;
        case 'n': text += number(seconds / 60 % 60, width); break;
        case 's': text += number(seconds % 60, width); break;
        case 'H': text += number(total / 3600, width); break;
        case 'N': text += number(total / 60, width); break;
        case 'S': text += number(total, width); break;
        case 'a': text += hour < 12 ? "AM" : "PM"; break;
        case 'x': text += hour < 12 ? "上午" : "下午"; break;
        default: break;
        }
    }
    return text;
}

} // namespace yanxun::table
