#include "core/duty_window.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Period;
using yanxun::tr;

/// N-year windows are counted from the year the rule came into force; of a rule without one from here.
constexpr int firstYear = 2019;

Period months(int year, int first, int last) {
    return {{year, first, 1}, {year, last, yanxun::daysInMonth(year, last)}};
}

Date dayOf(int year, int monthDay) {
    const int month = monthDay / 100;
    return {year, month, std::min(monthDay % 100, yanxun::daysInMonth(year, month))};
}

std::vector<DutySpan> parts(int year, int monthsEach) {
    std::vector<DutySpan> spans;
    for (int first = 1; first <= 12; first += monthsEach) {
        const int number = (first - 1) / monthsEach + 1;
        std::string label = tr("{}月", first);
        if (monthsEach == 3) label = tr("第{}季度", number);
        if (monthsEach == 6) label = number == 1 ? tr("上半年") : tr("下半年");
        spans.push_back({label, months(year, first, first + monthsEach - 1)});
    }
    return spans;
}

} // namespace

std::vector<DutySpan> windowsOf(const DutyRule& rule, int year, const std::vector<SchoolTerm>& terms) {
    switch (rule.window) {
    case DutyWindow::month:
        return parts(year, 1);
    case DutyWindow::quarter:
        return parts(year, 3);
    case DutyWindow::half:
        return parts(year, 6);
    case DutyWindow::year:
        return {{tr("{}年", year), Period::year(year)}};
    case DutyWindow::nYear: {
        const int base = rule.from ? rule.from->year : firstYear;
        const int past = ((year - base) % rule.years + rule.years) % rule.years;
        const int begins = year - past, ends = begins + rule.years - 1;
        return {{tr("{}–{}年", begins, ends), {{begins, 1, 1}, {ends, 12, 31}}}};
    }
    case DutyWindow::term: {
        std::vector<DutySpan> spans;
        for (const SchoolTerm& term : terms) {
            const int ends = term.to < term.from ? year + 1 : year;
            spans.push_back({term.name, {dayOf(year, term.from), dayOf(ends, term.to)}});
        }
        return spans;
    }
    case DutyWindow::season:
        return {{tr("{}月{}日前", rule.seasonTo / 100, rule.seasonTo % 100),
                 {dayOf(year, rule.seasonFrom), dayOf(year, rule.seasonTo)}}};
    case DutyWindow::rolling:
        break;
    }
    return {};
}

} // namespace drills
