#include "core/plan/plan_service.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::tr;

/// Longer than any holiday; a summer without school is longer still.
constexpr int farthest = 120;

std::optional<Date> nearest(Date day, int step, const std::function<bool(Date)>& isGood) {
    for (int i = 1; i <= farthest; ++i) {
        const Date next = addDays(day, std::int64_t(step) * i);
        if (isGood(next)) return next;
    }
    return std::nullopt;
}

} // namespace

std::string whyNot(Date day, DaySort sort, const WorkCalendar& calendar, const std::vector<TermSpan>& terms) {
    if (sort == DaySort::any) return {};
    if (const std::string off = calendar.whyOff(day); !off.empty()) return off;
    if (sort != DaySort::teaching) return {};
    const bool isTaught = std::any_of(terms.begin(), terms.end(), [&](const TermSpan& term) {
        return term.days.first <= day && day <= term.days.last;
    });
    return isTaught ? std::string() : tr("不在学期内");
}

SettledDay settle(Date day, HolidayPolicy policy, DaySort sort, const WorkCalendar& calendar,
                  const std::vector<TermSpan>& terms) {
    const std::string why = whyNot(day, sort, calendar, terms);
    if (why.empty()) return {day, {}};
    if (policy == HolidayPolicy::skip) return {std::nullopt, tr("{}，跳过", why)};
    const auto isGood = [&](Date one) { return one.year == day.year && whyNot(one, sort, calendar, terms).empty(); };
    // A day that would leave the year goes the other way.
    const bool isForward = policy == HolidayPolicy::after;
    if (const auto found = nearest(day, isForward ? 1 : -1, isGood))
        return {found, tr("{}，{}", why, isForward ? tr("顺延") : tr("提前"))};
    if (const auto found = nearest(day, isForward ? -1 : 1, isGood))
        return {found, tr("{}，{}", why, isForward ? tr("提前") : tr("顺延"))};
    return {std::nullopt, tr("{}，本年没有合适的日子", why)};
}

} // namespace drills
