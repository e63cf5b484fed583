#include "core/plan/recurrence.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

constexpr std::array weekdayTokens{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::pair<Frequency, const char*>, 5> frequencies{{{Frequency::daily, "DAILY"},
                                                                        {Frequency::weekly, "WEEKLY"},
                                                                        {Frequency::monthly, "MONTHLY"},
                                                                        {Frequency::yearly, "YEARLY"},
                                                                        {Frequency::term, "X-TERM"}}};

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

int numberOf(const std::string& part, const std::string& text, int low, int high) {
    int value = 0;
    const char* const begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < low || value > high || (low < 0 && value == 0))
        throw Error(tr("规则中 {}={} 不对，应当是 {} 到 {} 之间的整数。", part, text, low, high));
    return value;
}

std::vector<int> numbersOf(const std::string& part, const std::string& text, int low, int high) {
    std::vector<int> numbers;
    for (const std::string& one : split(text, ','))
        numbers.push_back(numberOf(part, one, low, high));
    return numbers;
}

WeekdayRule weekdayOf(const std::string& text) {
    const std::string token = text.size() < 2 ? text : text.substr(text.size() - 2);
    for (std::size_t i = 0; i < weekdayTokens.size(); ++i) {
        if (token != weekdayTokens[i]) continue;
        const std::string nth = text.substr(0, text.size() - 2);
        return {nth.empty() ? 0 : numberOf("BYDAY", nth, -53, 53), int(i) + 1};
    }
    throw Error(tr("规则中 BYDAY={} 不对，应当像 WE、2WE 或 -1MO。", text));
}

yanxun::Date untilOf(const std::string& text) {
    const std::string digits = text.substr(0, 8);
    const bool isNumber = digits.size() == 8 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto day = isNumber ? yanxun::Date::fromYmd(std::stoll(digits)) : yanxun::Date{};
    if (!day.valid()) throw Error(tr("规则中 UNTIL={} 不对，应当像 20221231。", text));
    return day;
}

void take(Recurrence& rule, const std::string& name, const std::string& value) {
    if (name == "FREQ") {
        const auto found = std::find_if(frequencies.begin(), frequencies.end(), [&](const auto& f) { return value == f.second; });
        if (found == frequencies.end())
            throw Error(tr("规则中 FREQ={} 不对，可以是 DAILY、WEEKLY、MONTHLY、YEARLY 或 X-TERM。", value));
        rule.frequency = found->first;
    } else if (name == "INTERVAL") {
        rule.interval = numberOf(name, value, 1, 400);
    } else if (name == "COUNT") {
        rule.count = numberOf(name, value, 1, 999);
    } else if (name == "UNTIL") {
        rule.until = untilOf(value);
    } else if (name == "BYMONTH") {
        rule.byMonth = numbersOf(name, value, 1, 12);
    } else if (name == "BYMONTHDAY") {
        rule.byMonthDay = numbersOf(name, value, -31, 31);
    } else if (name == "BYDAY") {
        for (const std::string& one : split(value, ','))
            rule.byDay.push_back(weekdayOf(one));
    } else if (name == "SKIP" && (value == "BACKWARD" || value == "OMIT")) {
        rule.clampsToMonthEnd = value == "BACKWARD";
    } else if (name == "X-WEEK") {
        rule.termWeek = numberOf(name, value, 1, 30);
    } else if (name == "X-BEFORE" && value == "TRUE") {
        rule.isDeadline = true;
    } else if (name != "WKST" || value != "MO") {
        throw Error(tr("规则中的 {}={} 不支持；支持 FREQ、INTERVAL、BYDAY、BYMONTHDAY、BYMONTH、COUNT、UNTIL。", name, value));
    }
}

void requireSense(const Recurrence& rule) {
    const auto has = [&](Frequency f) { return rule.frequency == f; };
    if (has(Frequency::once)) throw Error(tr("规则缺少 FREQ，应当像 FREQ=MONTHLY;BYDAY=2WE。"));
    if (rule.count != 0 && rule.until) throw Error(tr("规则不能同时写 COUNT 和 UNTIL。"));
    const bool hasNth = std::any_of(rule.byDay.begin(), rule.byDay.end(), [](const WeekdayRule& d) { return d.nth != 0; });
    if (hasNth && !has(Frequency::monthly) && !has(Frequency::yearly))
        throw Error(tr("“第几个星期几”只能用于每月或每年的规则。"));
    if (has(Frequency::term) && rule.byDay.size() > 1) throw Error(tr("每学期的规则只能写一个星期几。"));
    if (!rule.byMonthDay.empty() && (has(Frequency::weekly) || has(Frequency::term)))
        throw Error(tr("BYMONTHDAY 只能用于每天、每月或每年的规则。"));
    if (rule.termWeek != 0 && !has(Frequency::term)) throw Error(tr("X-WEEK 只能用于每学期的规则。"));
}

std::string joined(const std::vector<int>& numbers) {
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : ",") + std::to_string(number);
    return text;
}

} // namespace

Recurrence parseRule(const std::string& text) {
    Recurrence rule;
    if (text.empty()) return rule;
    for (const std::string& part : split(text, ';')) {
        const std::size_t at = part.find('=');
        if (at == std::string::npos) throw Error(tr("规则中的“{}”不对，应当像 FREQ=MONTHLY;BYDAY=2WE。", part));
        take(rule, part.substr(0, at), part.substr(at + 1));
    }
    requireSense(rule);
    return rule;
}

std::string ruleText(const Recurrence& rule) {
    if (rule.frequency == Frequency::once) return {};
    std::string text;
    for (const auto& [frequency, token] : frequencies)
        if (frequency == rule.frequency) text = std::string("FREQ=") + token;
    if (rule.interval != 1) text += ";INTERVAL=" + std::to_string(rule.interval);
    if (!rule.byMonth.empty()) text += ";BYMONTH=" + joined(rule.byMonth);
    if (!rule.byMonthDay.empty()) text += ";BYMONTHDAY=" + joined(rule.byMonthDay);
    std::string days;
    for (const WeekdayRule& day : rule.byDay)
        days += (days.empty() ? "" : ",") + (day.nth == 0 ? std::string() : std::to_string(day.nth)) + weekdayTokens[std::size_t(day.weekday) - 1];
    if (!days.empty()) text += ";BYDAY=" + days;
    if (rule.count != 0) text += ";COUNT=" + std::to_string(rule.count);
    if (rule.until) text += ";UNTIL=" + std::to_string(rule.until->ymd());
    if (rule.clampsToMonthEnd) text += ";SKIP=BACKWARD";
    if (rule.termWeek != 0) text += ";X-WEEK=" + std::to_string(rule.termWeek);
    if (rule.isDeadline) text += ";X-BEFORE=TRUE";
    return text;
}

} // namespace drills
