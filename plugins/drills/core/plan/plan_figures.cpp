#include "core/plan/plan_item_store.h"
#include "core/plan/plan_report.h"
#include "core/plan/plan_tables.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {

using yanxun::tr;

PlanProgress planProgress(yanxun::Reader& reader, const yanxun::Period& days) {
    PlanProgress progress;
    const plans::IssuedSums sums = plans::issuedSums(reader, days);
    progress.issued = sums.issued;
    progress.finished = sums.finished;
    progress.cancelled = sums.cancelled;
    progress.postponed = plans::changeCount(reader, days, ChangeKind::postponed);
    progress.altered = plans::changeCount(reader, days, ChangeKind::altered);
    progress.added = plans::changeCount(reader, days, ChangeKind::added);
    return progress;
}

std::vector<yanxun::FigureKind> planFigures(const yanxun::Clock& clock) {
    yanxun::FigureKind rate;
    rate.id = "drills.plan_rate";
    rate.title = tr("计划完成率");
    rate.unit = "%";
    rate.kind = yanxun::CellKind::hundredths;
    rate.order = 117; // the first six by order are the cards of the home page
    rate.icon = "calendar";
    rate.page = "drills.plan";
    rate.pageArgument = [](const yanxun::Period& days, const std::string&) {
        return "year=" + std::to_string(days.first.year);
    };
    rate.compute = [](yanxun::Reader& reader, const yanxun::Period& days) {
        const PlanProgress progress = planProgress(reader, days);
        yanxun::FigureResult result;
        result.value = progress.hundredths();
        result.note = progress.issued == 0 ? tr("没有已下达的计划")
                                           : tr("{}/{} 场，调整 {} 场", progress.finished, progress.issued,
                                                progress.postponed + progress.cancelled + progress.altered + progress.added);
        return result;
    };
    rate.rows = [&clock](yanxun::Reader& reader, const yanxun::Period& days, const std::string&) {
        return planDateRows(plans::issuedDates(reader, days), clock.today());
    };
    return {std::move(rate)};
}

} // namespace drills
