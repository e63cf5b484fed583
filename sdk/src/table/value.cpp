#include "table/number_format.h"

#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace yanxun {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool take(std::string_view& text, std::string_view front) {
    if (!text.starts_with(front)) return false;
    text.remove_prefix(front.size());
    return true;
}

/// Removes the first of the words that stands at the end.
bool takeBack(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (!text.ends_with(word)) continue;
        text.remove_suffix(word.size());
        return true;
    }
    return false;
}

/// Decimal digits: `whole` without grouping, `fraction` without the point.
struct Decimal {
    std::string whole, fraction;
};

/// «1,200.50» off the front of a text. Commas must group by three.
std::optional<Decimal> takeDecimal(std::string_view& text) {
    Decimal number;
    std::size_t at = 0, group = 0;
    bool grouped = false;
    for (; at < text.size() && (isDigit(text[at]) || text[at] == ','); ++at) {
        if (isDigit(text[at])) {
            number.whole += text[at];
            ++group;
            continue;
        }
        if (group == 0 || group > 3 || (grouped && group != 3)) return {};
        grouped = true;
        group = 0;
    }
    if (number.whole.empty() || (grouped && group != 3)) return {};
    if (at < text.size() && text[at] == '.') {
        std::size_t end = at + 1;
        while (end < text.size() && isDigit(text[end])) number.fraction += text[end++];
        if (number.fraction.empty()) return {};
        at = end;
    }
    text.remove_prefix(at);
    return number;
}

/// number × 10^shift as a whole number; empty when a fraction is left or it has more than 15 digits.
std::optional<std::int64_t> scaled(Decimal number, std::size_t shift) {
    number.fraction.append(shift > number.fraction.size() ? shift - number.fraction.size() : 0, '0');
    const std::string digits = number.whole + number.fraction.substr(0, shift);
    if (number.fraction.find_first_not_of('0', shift) != std::string::npos) return {};
    const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
    if (digits.size() - first > 15) return {};
    return first == digits.size() ? 0 : std::stoll(digits.substr(first));
}

/// Text without any white space, as numbers and flags are read; of a number the digits themselves.
std::string compact(const Cell& cell) {
    if (cell.kind != Cell::Kind::number) return text::loose(cell.text);
    if (!(std::abs(cell.number) < 1e15)) return {};
    return table::plainNumber(cell.number);
}

bool readable(const Cell& cell) {
    return cell.kind == Cell::Kind::text || (cell.kind == Cell::Kind::number && !cell.isDate);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

std::optional<Count> parseCount(const Cell& cell) {
    if (!readable(cell)) return {};
    const std::string all = compact(cell);
    std::string_view text = all;
    Count count;
    const auto estimate = [&] { count.precision = Precision::estimated; };
    if (take(text, "大约") || take(text, "约") || take(text, "将近") || take(text, "近") || take(text, "超过") || take(text, "超") ||
        take(text, "逾") || take(text, "不少于") || take(text, "至少") || take(text, "~")) {
        estimate();
    } else {
        take(text, "共计") || take(text, "合计") || take(text, "共");
    }
    const auto number = takeDecimal(text);
    if (!number) return {};

    const auto about = [&] {
        if (take(text, "余") || take(text, "多") || take(text, "来") || take(text, "许") || take(text, "+")) estimate();
    };
    std::size_t shift = 0;
    about();
    if (take(text, "万")) {
        shift = 4;
    } else if (take(text, "千")) {
        shift = 3;
    } else if (take(text, "百")) {
        shift = 2;
    } else if (take(text, "亿")) {
        shift = 8;
    }
    if (shift > 0) estimate();
    about();
    if (takeBack(text, {"左右", "上下", "以上", "余", "多", "+"})) estimate();
    // What is counted: people, things, times. Anything else behind the digits makes it no count.
    if (!text.empty() && !isOneOf(text, {"人", "人次", "名", "位", "个", "份", "册", "本", "张", "件", "条", "幅", "块", "面", "套", "箱", "盒",
                                         "包", "袋", "只", "支", "台", "辆", "部", "把", "枚", "瓶", "桶", "顶", "双", "片", "页", "次", "场",
                                         "期", "户", "家", "所", "处", "村", "班", "组", "队", "批", "卷", "卡", "项", "篇", "天", "学时", "课时", "小时",
                                         "人员", "员工", "师生", "群众", "居民", "村民", "学生", "职工"})) {
        return {};
    }
    const auto value = scaled(*number, shift);
    if (!value) return {};
    count.value = *value;
    return count;
}

std::optional<std::int64_t> parseHundredths(const Cell& cell) {
    if (!readable(cell)) return {};
    const std::string all = compact(cell);
    std::string_view text = all;
    const bool negative = take(text, "-");
    take(text, "¥");
    auto number = takeDecimal(text);
    if (!number) return {};
    takeBack(text, {"学时", "课时", "小时", "分", "元"});
    if (!text.empty()) return {};
    number->fraction.append(3, '0');
    const bool up = number->fraction[2] >= '5';
    number->fraction.resize(2);
    const auto value = scaled(*number, 2);
    if (!value) return {};
    const std::int64_t rounded = *value + (up ? 1 : 0);
    return negative ? -rounded : rounded;
}

std::optional<bool> parseFlag(const Cell& cell) {
    if (cell.kind == Cell::Kind::boolean) return cell.number != 0;
    if (!readable(cell)) return {};
    const std::string word = compact(cell);
    if (isOneOf(word, {"是", "有", "√", "✓", "✔", "☑", "y", "yes", "true", "t", "1", "对", "已"})) return true;
    if (isOneOf(word, {"否", "无", "没有", "不是", "×", "✕", "✗", "✘", "x", "n", "no", "false", "f", "0", "错", "未", "非"})) return false;
    return {};
}

std::string parseText(const Cell& cell) {
    std::string text = text::key(cell.text);
    if (cell.kind != Cell::Kind::number || cell.isDate) return text;
    // 1001.0 and 1,001 are what the sheet made of the code 1001; zeros in front are kept.
    const std::size_t point = text.find('.');
    if (point != std::string::npos && text.find_first_not_of("0", point + 1) == std::string::npos) text.resize(point);
    if (text.find_first_not_of("0123456789,") == std::string::npos) text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return text;
}

bool digitsLost(const Cell& cell) {
    if (cell.kind == Cell::Kind::number) return !cell.isDate && std::abs(cell.number) >= 1e15;
    // «3.70911E+17»: a csv file that went through a spreadsheet.
    if (cell.kind != Cell::Kind::text) return false;
    const std::string text = text::loose(cell.text);
    const std::size_t mark = text.find("e+");
    if (mark == std::string::npos || mark == 0 || mark + 2 >= text.size() || mark + 5 < text.size()) return false;
    const std::string_view front = std::string_view(text).substr(0, mark), exponent = std::string_view(text).substr(mark + 2);
    if (front.find_first_not_of("0123456789.") != front.npos || exponent.find_first_not_of("0123456789") != exponent.npos) return false;
    return std::stoi(std::string(exponent)) >= 15;
}

} // namespace yanxun
