#include "core/plan/plan_copy.h"

#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::tr;

Date inYear(Date day, int year) { return {year, day.month, std::min(day.day, yanxun::daysInMonth(year, day.month))}; }

/// The day goes with the years; of «每2年» the old anchor is kept, so that it skips a year.
Date anchorOf(const PlanItem& item, int year) {
    const bool skipsYears = item.rule.frequency == Frequency::yearly && item.rule.interval > 1;
    return skipsYears ? item.first : inYear(item.first, year);
}

std::string whyOf(const PlanDate& date) {
    return date.why.empty() ? std::string() : tr("{} {}", date.ruled.iso(), date.why);
}

void tell(CopyReport& report, const PlanItem& item, const std::vector<PlanDate>& old, const std::vector<PlanDate>& made,
          const std::vector<std::string>& skipped) {
    for (std::size_t i = 0; i < std::max(old.size(), made.size()); ++i) {
        CopyLine line;
        line.item = item.what.name;
        if (i < old.size()) line.old = old[i].planned;
        if (i < made.size()) {
            line.made = made[i].planned;
            line.why = whyOf(made[i]);
        } else {
            line.why = tr("新年度没有这一场");
        }
        if (i < made.size() && !line.old) line.why = line.why.empty() ? tr("新年度多出的一场") : line.why;
        report.moved += i < made.size() && !made[i].why.empty();
        report.lines.push_back(std::move(line));
    }
    for (const std::string& one : skipped)
        report.lines.push_back({item.what.name, std::nullopt, std::nullopt, one});
}

} // namespace

CopyReport copyPlan(const PlanService& service, yanxun::Writer& writer, std::int64_t from, int year) {
    const YearPlan old = plans::get(writer, from);
    if (year == old.year) throw yanxun::Error(tr("新计划的年度应与原计划的 {} 年不同。", old.year));
    CopyReport report;
    report.planId = service.make(writer, year, old.unitName, {});
    report.holidaysKnown = service.calendar().knows(year);
    for (const PlanItem& item : plans::items(writer, from)) {
        const auto before = plans::dates(writer, from, item.id);
        if (!before.empty() && std::all_of(before.begin(), before.end(), [](const PlanDate& d) { return d.cancelled; })) {
            report.lines.push_back({item.what.name, before.front().planned, std::nullopt, tr("上年已取消，没有复制")});
            continue;
        }
        PlanItemDraft draft = service.draftOf(item);
        draft.first = anchorOf(item, year);
        draft.covers.clear(); // duties of another year
        Recurrence rule = item.rule;
        if (rule.until) rule.until = inYear(*rule.until, rule.until->year + year - old.year);
        draft.recurrence = ruleText(rule);
        std::vector<std::string> skipped;
        const PlanItem copied = service.itemOf(writer, plans::get(writer, report.planId), draft);
        const auto made = service.occurrences(writer, copied, year, &skipped);
        if (made.empty()) {
            const std::string why = skipped.empty() ? tr("按周期在 {} 年没有场次，没有复制", year) : skipped.front();
            report.lines.push_back({item.what.name, std::nullopt, std::nullopt, why});
            continue;
        }
        service.addItem(writer, report.planId, draft);
        ++report.items;
        report.dates += int(made.size());
        tell(report, item, before, made, skipped);
    }
    return report;
}

} // namespace drills
