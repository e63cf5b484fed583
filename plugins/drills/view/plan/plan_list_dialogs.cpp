#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_copy.h"
#include "core/plan/plan_fill.h"
#include "view/plan/list_dialog.h"
#include "view/plan/plan_dialogs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

std::int64_t copyPlanTo(wxWindow* parent, const ViewContext& context, const PlanService& plans, YearPlan plan) {
    const int year = plan.year + 1;
    if (!confirm(parent, tr("把“{}”复制为 {} 年度计划？日期按 {} 年的工作日重新排定。", plan.title, year, year), tr("复制"))) return 0;
    CopyReport report;
    context.database.write([&](yanxun::Writer& writer) { report = copyPlan(plans, writer, plan.id, year); });
    std::string explained = tr("已编成 {} 年度计划草案：{} 项，{} 场，其中 {} 场因节假日或周末改期。", year, report.items, report.dates, report.moved);
    if (!report.holidaysKnown) explained += tr("{} 年的节假日安排还没有，只避开了周末。", year);
    ListDialog dialog(parent, "drills.plan_copied", tr("复制结果"), explained,
                      {{tr("演练名称"), 260}, {tr("原日期"), 100}, {tr("新日期"), 100}, {tr("说明"), 0}});
    for (const CopyLine& line : report.lines)
        dialog.add({line.item, line.old ? line.old->iso() : "—", line.made ? line.made->iso() : "—", line.why});
    dialog.finish(tr("原计划没有可以复制的计划项。"));
    dialog.ShowModal();
    return report.planId;
}

bool fillPlanGaps(wxWindow* parent, const ViewContext& context, const PlanService& plans, YearPlan plan) {
    std::vector<GapProposal> proposals;
    context.database.read([&](yanxun::Reader& reader) { proposals = proposeGaps(plans, reader, plan.id, context.clock.today()); });
    std::string reason;
    if (plan.isIssued() && !proposals.empty()) {
        const auto given = askText(parent, tr("计划已下达，追加要写明原因："), tr("补齐应演任务"));
        if (!given) return false;
        reason = *given;
    }
    ListDialog dialog(parent, "drills.plan_gaps", tr("补齐应演任务"),
                      tr("还没有安排的应演任务，日期在各自时段内均匀分布，避开节假日、周末和中高考。日期可以直接改，勾选的列入计划。"),
                      {{tr("日期"), 104, true}, {tr("单位"), 220}, {tr("规则"), 70}, {tr("时段"), 112}, {tr("说明"), 0}}, tr("列入计划"));
    for (const GapProposal& one : proposals)
        dialog.add({one.day.iso(), one.duty.unitName, one.duty.rule, one.duty.span.label, one.duty.part.empty() ? one.note : one.duty.part + " " + one.note});
    dialog.act = [&] {
        std::vector<GapProposal> accepted;
        for (std::size_t i = 0; i < proposals.size(); ++i) {
            if (!dialog.isTicked(i)) continue;
            GapProposal one = proposals[i];
            const auto day = yanxun::Date::fromIso(dialog.cell(i, 0));
            if (!day) throw yanxun::Error(tr("{}的日期“{}”写得不对，应当像 {}。", one.duty.unitName, dialog.cell(i, 0), one.day.iso()));
            one.day = *day;
            accepted.push_back(one);
        }
        if (accepted.empty()) throw yanxun::Error(tr("请至少勾选一项。"));
        context.database.write([&](yanxun::Writer& writer) { acceptGaps(plans, writer, plan.id, accepted, reason); });
    };
    dialog.finish(tr("没有缺口：应演任务都已安排、已完成或不在本计划年度。"));
    return dialog.ShowModal() == wxID_OK;
}

void showPlanConflicts(wxWindow* parent, const ViewContext& context, int year) {
    std::vector<PlanConflict> found;
    int limit = 0;
    context.database.read([&](yanxun::Reader& reader) {
        found = conflicts(reader, yanxun::Period::year(year));
        limit = streetLimit(reader);
    });
    ListDialog dialog(parent, "drills.plan_conflicts", tr("{}年的冲突", year),
                      tr("同日同时的单位、场地、人员、装备车辆冲突，以及同一街道一周超过 {} 场的。", limit),
                      {{tr("日期"), 100}, {tr("类别"), 84}, {tr("原因"), 0}});
    for (const PlanConflict& one : found)
        dialog.add({one.day.iso(), word(one.sort), one.why});
    dialog.finish(tr("没有冲突。"));
    dialog.ShowModal();
}

} // namespace drills
