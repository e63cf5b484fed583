#include "core/plan/recurrence.h"

#include "core/plan/work_calendar.h"

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;

bool allows(const std::vector<int>& wanted, int value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool isMonthDay(const Recurrence& rule, Date day) {
    if (rule.byMonthDay.empty()) return true;
    const int last = yanxun::daysInMonth(day.year, day.month);
    return std::any_of(rule.byMonthDay.begin(), rule.byMonthDay.end(), [&](int wanted) {
        if (wanted < 0) return last + 1 + wanted == day.day;
        return wanted == day.day || (rule.clampsToMonthEnd && wanted > last && day.day == last);
    });
}

/// Whether `day` is the nth weekday, counted over the days `first` to `last`.
bool isNth(const WeekdayRule& rule, Date day, Date first, Date last) {
    if (day.weekday() != rule.weekday) return false;
    if (rule.nth == 0) return true;
    if (rule.nth > 0) return (day.days() - first.days()) / 7 + 1 == rule.nth;
    return (last.days() - day.days()) / 7 + 1 == -rule.nth;
}

bool isByDay(const Recurrence& rule, Date day) {
    if (rule.byDay.empty()) return true;
    // Of the year unless months are named (RFC 5545 §3.3.10, BYDAY).
    const bool ofYear = rule.frequency == Frequency::yearly && rule.byMonth.empty();
    const Date first = ofYear ? Date{day.year, 1, 1} : Date{day.year, day.month, 1};
    const Date last = ofYear ? Date{day.year, 12, 31} : Date{day.year, day.month, yanxun::daysInMonth(day.year, day.month)};
    return std::any_of(rule.byDay.begin(), rule.byDay.end(), [&](const WeekdayRule& one) { return isNth(one, day, first, last); });
}

Date mondayOf(Date day) { return addDays(day, 1 - day.weekday()); }

/// Whether the period (day, week, month, year) that holds `day` is one of those the interval takes.
bool isInPeriod(const Recurrence& rule, Date day, Date first) {
    std::int64_t past = 0;
    switch (rule.frequency) {
    case Frequency::daily: past = day.days() - first.days(); break;
    case Frequency::weekly: past = (mondayOf(day).days() - mondayOf(first).days()) / 7; break;
    case Frequency::monthly: past = (day.year - first.year) * 12 + day.month - first.month; break;
    case Frequency::yearly: past = day.year - first.year; break;
    default: break;
    }
    return past % rule.interval == 0;
}

/// What the first date says where the rule does not: weekday, day of the month, month and day.
Recurrence completed(Recurrence rule, Date first) {
    if (rule.frequency == Frequency::weekly && rule.byDay.empty()) rule.byDay.push_back({0, first.weekday()});
    const bool saysNoDay = rule.byDay.empty() && rule.byMonthDay.empty();
    if (rule.frequency == Frequency::monthly && saysNoDay) rule.byMonthDay.push_back(first.day);
    if (rule.frequency == Frequency::yearly) {
        if (saysNoDay) rule.byMonthDay.push_back(first.day);
        if (rule.byMonth.empty() && rule.byDay.empty()) rule.byMonth.push_back(first.month);
    }
    return rule;
}

/// Where neither the rule nor the first date tells.
constexpr int usualTermWeek = 2;

std::vector<Date> termDates(const Recurrence& rule, Date first, int year, const std::vector<TermSpan>& terms) {
    int week = rule.termWeek, weekday = rule.byDay.empty() ? 1 : rule.byDay.front().weekday;
    for (const TermSpan& term : terms) {
        // A first date in January, before any term of the year, says nothing.
        if (week != 0 || term.days.first.year != year || first < term.days.first || first > term.days.last) continue;
        week = int((first.days() - mondayOf(term.days.first).days()) / 7) + 1;
        if (rule.byDay.empty()) weekday = first.weekday();
    }
    if (week == 0) week = usualTermWeek;
    std::vector<Date> dates;
    for (const TermSpan& term : terms) {
        const Date day = std::max(addDays(mondayOf(term.days.first), 7 * (week - 1) + weekday - 1), term.days.first);
        if (day > term.days.last || day < first || day.year != year) continue;
        dates.push_back(day);
    }
    return dates;
}

} // namespace

std::vector<Date> datesOf(const Recurrence& rule, Date first, int year, const std::vector<TermSpan>& terms) {
    if (rule.frequency == Frequency::once) return first.year == year ? std::vector{first} : std::vector<Date>{};
    if (rule.frequency == Frequency::term) {
        auto dates = termDates(rule, first, year, terms);
        if (rule.until) std::erase_if(dates, [&](Date day) { return day > *rule.until; });
        if (rule.count != 0 && dates.size() > std::size_t(rule.count)) dates.resize(std::size_t(rule.count));
        return dates;
    }
    const Recurrence whole = completed(rule, first);
    const Date last = std::min(rule.until.value_or(Date{year, 12, 31}), Date{year, 12, 31});
    std::vector<Date> dates;
    int counted = 0;
    // Days before the year count for COUNT, so all of them are walked.
    for (Date day = first; day <= last; day = addDays(day, 1)) {
        if (!allows(whole.byMonth, day.month) || !isMonthDay(whole, day) || !isByDay(whole, day)) continue;
        if (!isInPeriod(whole, day, first)) continue;
        if (whole.count != 0 && ++counted > whole.count) break;
        if (day.year == year) dates.push_back(day);
    }
    return dates;
}

} // namespace drills
