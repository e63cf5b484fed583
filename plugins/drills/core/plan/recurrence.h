#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <vector>

namespace drills {

/// How often. The first four are RFC 5545's; «term» counts weeks of a 学期, which the standard cannot say.
enum class Frequency { once, daily, weekly, monthly, yearly, term };

/// BYDAY: «WE», «2WE» the second, «-1MO» the last Monday of the month (of the year without BYMONTH).
struct WeekdayRule {
    int nth = 0;     ///< 0 = every one
    int weekday = 1; ///< 1 = Monday … 7 = Sunday

    bool operator==(const WeekdayRule&) const = default;
};

/// When something happens again: the subset of RFC 5545 §3.3.10 that people plan drills with, SKIP=BACKWARD of RFC 7529
/// (a month without the 31st takes its last day), and two parts of our own: FREQ=X-TERM with X-WEEK, X-BEFORE.
struct Recurrence {
    Frequency frequency = Frequency::once;
    int interval = 1;
    std::vector<WeekdayRule> byDay;
    std::vector<int> byMonthDay; ///< −1 = the last
    std::vector<int> byMonth;
    int count = 0; ///< 0 = no end by number
    std::optional<yanxun::Date> until;
    bool clampsToMonthEnd = false; ///< SKIP=BACKWARD
    int termWeek = 0;              ///< of «term»; 0 = the week and day the first date has in its term, else the second week
    bool isDeadline = false;       ///< X-BEFORE: the day is the latest one; a day off goes before, never after

    bool operator==(const Recurrence&) const = default;
};

/// «FREQ=MONTHLY;BYDAY=2WE»; "" = once. Throws Error with a sentence naming the part that is wrong.
Recurrence parseRule(const std::string& text);
std::string ruleText(const Recurrence& rule);

/// «每月第二个星期三», «每学期第2周», «每半年一次», «每年汛前（5月31日前）», «每周五，共10次». Also takes an RFC 5545 rule
/// as it is. Throws Error with examples when it is none of them.
Recurrence parseWords(const std::string& words);
/// The words for it, which parseWords() reads back to an equal rule.
std::string ruleWords(const Recurrence& rule);

struct TermSpan;
/// Its days in the year, from `first` on (which is the anchor, as DTSTART), in order, before holidays are looked at.
std::vector<yanxun::Date> datesOf(const Recurrence& rule, yanxun::Date first, int year,
                                  const std::vector<TermSpan>& terms);

} // namespace drills
