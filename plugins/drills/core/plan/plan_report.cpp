#include "core/plan/plan_report.h"

#include "core/plan/plan_store.h"
#include "core/plan/plan_tables.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportSection;
using yanxun::tr;

constexpr int shapeVersion = 1;

ReportField count(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

ReportSection section(const char* id, std::string title, yanxun::RowSource rows) {
    ReportSection made;
    made.id = id;
    made.title = title;
    made.tables.push_back({std::string(id) + "_table", std::move(title), std::move(rows), {}});
    return made;
}

std::string planSentence(const YearPlan& plan) {
    std::string text = tr("{}：第 {} 版，{}", plan.title, plan.version, word(plan.status));
    if (!plan.document.empty()) text += tr("，文号 {}", plan.document);
    if (!plan.submittedBy.empty()) text += tr("，{}提交", plan.submittedBy);
    if (!plan.approvedBy.empty()) text += tr("，{}批准", plan.approvedBy);
    return text + tr("。");
}

Report make(Reader& reader, const yanxun::ReportRequest& request) {
    const int year = request.period.first.year;
    const auto found = plans::all(reader, year);
    const PlanProgress progress = planProgress(reader, yanxun::Period::year(year));
    Report report;
    report.kind = "drills.plan";
    report.version = shapeVersion;
    report.title = tr("{}年度应急演练计划", year);
    report.issuer = request.issuer;
    report.scope = tr("本年度的全部演练计划；计划完成率＝已完成场次÷已下达场次，调整另列，取消的场次仍计入已下达，练习不计。");
    report.period = request.period;
    report.madeAt = request.madeAt;
    report.fields = {count("issued", tr("已下达"), progress.issued, tr("场")),
                     count("finished", tr("已完成"), progress.finished, tr("场")),
                     {"rate", tr("计划完成率"), progress.hundredths(), CellKind::hundredths, "%"},
                     count("postponed", tr("延期"), progress.postponed, tr("场")),
                     count("cancelled", tr("取消"), progress.cancelled, tr("场")),
                     count("altered", tr("变更"), progress.altered, tr("场")),
                     count("added", tr("追加"), progress.added, tr("场"))};
    ReportSection items = section("items", tr("计划项"), planItemRows(reader, found));
    if (found.empty()) items.sentences.push_back(tr("{}年没有演练计划。", year));
    for (const YearPlan& plan : found)
        items.sentences.push_back(planSentence(plan));
    report.sections.push_back(std::move(items));
    report.sections.push_back(section("dates", tr("场次安排"), planDateRows(reader, found, yanxun::localDay(request.madeAt))));
    report.sections.push_back(section("changes", tr("计划调整"), planChangeRows(reader, found)));
    report.sections.push_back(section("steps", tr("审批经过"), planStepRows(reader, found)));
    return report;
}

} // namespace

yanxun::ReportKind planReport() {
    yanxun::ReportKind kind;
    kind.id = "drills.plan";
    kind.title = tr("年度应急演练计划");
    kind.about = tr("全年计划项、每一场的日期、完成情况，以及每次调整的原因和审批经过。");
    kind.order = 15;
    kind.make = make;
    return kind;
}

yanxun::TableKind planExport(const yanxun::Clock& clock) {
    yanxun::TableKind kind;
    kind.id = "drills.year_plan";
    kind.title = tr("年度演练计划");
    kind.rows = [&clock](Reader& reader, int year) {
        return planDateRows(reader, plans::all(reader, year), clock.today());
    };
    return kind;
}

} // namespace drills
