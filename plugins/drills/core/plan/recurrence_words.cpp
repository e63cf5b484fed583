#include "core/plan/recurrence.h"
#include "core/plan/words_reader.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Error;

constexpr std::array weekdayNames{"一", "二", "三", "四", "五", "六", "日"};
constexpr int quarter = 3, half = 6;
/// Where the flood season begins in most provinces: «汛前» without a day.
constexpr int floodMonth = 5, floodDay = 31;

/// «星期三», «周三», «礼拜三»; 0 = none.
int weekday(WordsReader& in) {
    if (!in.takeAny({"星期", "周", "礼拜"})) return 0;
    for (std::size_t i = 0; i < weekdayNames.size(); ++i)
        if (in.take(weekdayNames[i])) return int(i) + 1;
    if (in.take("天")) return 7;
    if (const auto number = in.number(); number && *number >= 1 && *number <= 7) return *number;
    throw in.wrong();
}

/// «第二个星期三», «最后一个星期五», «倒数第2个周一», also several joined by 、 or 和.
bool nthWeekdays(WordsReader& in, Recurrence& rule) {
    bool found = false;
    do {
        int nth = 0;
        if (in.takeAny({"最后一个", "最后1个"})) {
            nth = -1;
        } else {
            const int sign = in.take("倒数") ? -1 : 1;
            if (!in.take("第")) return found;
            nth = sign * in.need();
            in.take("个");
        }
        const int day = weekday(in);
        if (day == 0 || nth == 0) throw in.wrong();
        rule.byDay.push_back({nth, day});
        found = true;
    } while (in.takeAny({"、", "和"}));
    return found;
}

/// «15日», «1日、15日», «最后一天».
bool monthDays(WordsReader& in, Recurrence& rule) {
    bool found = false;
    do {
        if (in.takeAny({"最后一天", "最后1天", "月末"})) {
            rule.byMonthDay.push_back(-1);
        } else if (const auto day = in.number()) {
            if (!in.takeAny({"日", "号"})) throw in.wrong();
            if (*day < 1 || *day > 31) throw in.wrong();
            rule.byMonthDay.push_back(*day);
        } else {
            return found;
        }
        found = true;
    } while (in.takeAny({"、", "和"}));
    return found;
}

void weekly(WordsReader& in, Recurrence& rule) {
    rule.frequency = Frequency::weekly;
    // «每周三», and also «每周星期三», «每周一、周三».
    for (bool more = true; more; more = in.takeAny({"、", "和"})) {
        int day = 0;
        for (std::size_t i = 0; day == 0 && i < weekdayNames.size(); ++i) {
            if (i == 0 && in.sees("一次")) break;
            if (in.take(weekdayNames[i])) day = int(i) + 1;
        }
        if (day == 0) day = weekday(in);
        if (day == 0) break;
        rule.byDay.push_back({0, day});
    }
}

void monthly(WordsReader& in, Recurrence& rule, int interval) {
    rule.frequency = Frequency::monthly;
    rule.interval = interval;
    if (!nthWeekdays(in, rule) && !monthDays(in, rule)) rule.clampsToMonthEnd = true;
}

/// «5月31日前», with what stands around it; a month and day that are no deadline too.
void yearly(WordsReader& in, Recurrence& rule, int interval) {
    rule.frequency = Frequency::yearly;
    rule.interval = interval;
    const bool isFlood = in.takeAny({"汛前", "汛期前"});
    in.take("(");
    while (const auto month = in.number()) {
        if (!in.take("月") || *month < 1 || *month > 12) throw in.wrong();
        rule.byMonth.push_back(*month);
        if (!in.takeAny({"、", "和"})) break;
    }
    if (rule.byMonth.empty() && isFlood) {
        rule.byMonth = {floodMonth};
        rule.byMonthDay = {floodDay};
    }
    in.take("的");
    if (rule.byMonthDay.empty() && !nthWeekdays(in, rule) && !monthDays(in, rule)) {
        if (rule.byMonth.empty() || in.takeAny({"一次", "各一次"})) rule.clampsToMonthEnd = true;
    }
    rule.isDeadline = in.takeAny({"前", "以前", "之前"}) || isFlood;
    in.take(")");
    if (rule.isDeadline && (rule.byMonth.size() != 1 || rule.byMonthDay.size() != 1)) throw in.wrong();
}

void term(WordsReader& in, Recurrence& rule) {
    rule.frequency = Frequency::term;
    if (!in.take("第")) return;
    rule.termWeek = in.need();
    if (!in.takeAny({"周", "教学周"})) throw in.wrong();
    if (const int day = weekday(in)) rule.byDay.push_back({0, day});
}

void base(WordsReader& in, Recurrence& rule) {
    if (in.takeAny({"上半年、下半年各", "上下半年各"})) return monthly(in, rule, half);
    if (!in.take("每")) throw in.wrong();
    if (in.take("学期")) return term(in, rule);
    if (in.takeAny({"季度", "季"})) return monthly(in, rule, quarter);
    if (in.take("半年")) return monthly(in, rule, half);
    const auto number = in.number();
    const int interval = number.value_or(1);
    if (interval < 1 || interval > 400) throw in.wrong();
    in.take("个");
    if (in.takeAny({"季度", "季"})) return monthly(in, rule, quarter * interval);
    if (in.takeAny({"天", "日"})) {
        rule.frequency = Frequency::daily;
    } else if (in.takeAny({"周", "星期"})) {
        weekly(in, rule);
    } else if (in.take("月")) {
        return monthly(in, rule, interval);
    } else if (in.take("年")) {
        return yearly(in, rule, interval);
    } else {
        throw in.wrong();
    }
    rule.interval = interval;
}

void tail(WordsReader& in, Recurrence& rule) {
    in.takeAny({"各一次", "一次", "1次"});
    while (!in.atEnd()) {
        in.takeAny({",", ";"});
        if (in.take("共")) {
            rule.count = in.need();
            if (!in.take("次") || rule.count < 1) throw in.wrong();
        } else if (in.takeAny({"至", "到"})) {
            const int year = in.need();
            if (!in.take("年")) throw in.wrong();
            const int month = in.need();
            if (!in.take("月")) throw in.wrong();
            rule.until = yanxun::Date{year, month, in.need()};
            if (!in.takeAny({"日", "号"}) || !rule.until->valid()) throw in.wrong();
            in.takeAny({"为止", "止"});
        } else if (in.take("(没有这一天的取月末)")) {
            rule.clampsToMonthEnd = true;
        } else if (in.take("(没有这一天的跳过)")) {
            rule.clampsToMonthEnd = false;
        } else {
            throw in.wrong();
        }
    }
    if (rule.count != 0 && rule.until) throw in.wrong();
}

std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "、") + part;
    return text;
}

std::string dayWords(const Recurrence& rule) {
    std::vector<std::string> parts;
    for (const WeekdayRule& day : rule.byDay) {
        const std::string name = std::string("星期") + weekdayNames[std::size_t(day.weekday) - 1];
        if (day.nth == 0) parts.push_back(name);
        else if (day.nth == -1) parts.push_back("最后一个" + name);
        else parts.push_back((day.nth < 0 ? "倒数第" : "第") + chineseNumber(std::abs(day.nth)) + "个" + name);
    }
    for (const int day : rule.byMonthDay)
        parts.push_back(day == -1 ? "最后一天" : std::to_string(day) + "日");
    return listed(parts);
}

std::string monthlyWords(const Recurrence& rule) {
    std::string head = "每月";
    if (rule.interval == quarter) head = "每季度";
    else if (rule.interval == half) head = "每半年";
    else if (rule.interval != 1) head = "每" + std::to_string(rule.interval) + "个月";
    const std::string days = dayWords(rule);
    return head + (days.empty() ? "一次" : days);
}

std::string yearlyWords(const Recurrence& rule) {
    const std::string head = rule.interval == 1 ? "每年" : "每" + std::to_string(rule.interval) + "年";
    std::vector<std::string> months;
    for (const int month : rule.byMonth)
        months.push_back(std::to_string(month) + "月");
    const std::string day = listed(months) + dayWords(rule);
    if (!rule.isDeadline) return head + (day.empty() || rule.clampsToMonthEnd ? day + "一次" : day);
    const bool isFlood = rule.byMonth == std::vector{floodMonth} && rule.byMonthDay == std::vector{floodDay};
    return head + (isFlood ? "汛前（" + day + "前）" : day + "前");
}

std::string headWords(const Recurrence& rule) {
    const std::string every = rule.interval == 1 ? std::string("每") : "每" + std::to_string(rule.interval);
    switch (rule.frequency) {
    case Frequency::once: return "一次";
    case Frequency::daily: return every + "天";
    case Frequency::weekly: return rule.byDay.empty() ? every + "周一次" : every + "周" + dayWords(rule);
    case Frequency::monthly: return monthlyWords(rule);
    case Frequency::yearly: return yearlyWords(rule);
    case Frequency::term:
        return rule.termWeek == 0 ? "每学期一次" : "每学期第" + std::to_string(rule.termWeek) + "周" + dayWords(rule);
    }
    return {};
}

} // namespace

Recurrence parseWords(const std::string& words) {
    const std::string loose = yanxun::text::loose(words);
    if (loose.starts_with("freq=") || loose.starts_with("rrule:")) {
        std::string rule = loose.substr(loose[0] == 'r' ? 6 : 0);
        std::transform(rule.begin(), rule.end(), rule.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        return parseRule(rule);
    }
    WordsReader in(words, loose);
    Recurrence rule;
    if (in.atEnd() || in.takeAny({"仅一次", "只一次", "单次", "一次", "不重复"})) {
        if (!in.atEnd()) throw in.wrong();
        return rule;
    }
    base(in, rule);
    tail(in, rule);
    return rule;
}

std::string ruleWords(const Recurrence& rule) {
    std::string words = headWords(rule);
    const bool saysNoDay = rule.byDay.empty() && rule.byMonthDay.empty();
    const bool hasDays = rule.frequency == Frequency::monthly || rule.frequency == Frequency::yearly;
    if (hasDays && rule.clampsToMonthEnd && !saysNoDay) words += "（没有这一天的取月末）";
    if (hasDays && !rule.clampsToMonthEnd && saysNoDay) words += "（没有这一天的跳过）";
    if (rule.count != 0) words += "，共" + std::to_string(rule.count) + "次";
    if (rule.until) words += "，至" + rule.until->chinese();
    // What the words cannot say stands as the standard writes it.
    try {
        if (parseWords(words) == rule) return words;
    } catch (const Error&) {
    }
    return ruleText(rule);
}

} // namespace drills
