#include "view/overview_tab.h"

#include "core/design/design_store.h"
#include "core/design/document_store.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

OverviewTab::OverviewTab(wxWindow* parent, const ViewContext& context) : FactTab(parent, context, "drills.overview") {}

std::string OverviewTab::title(const Drill&) { return tr("概况"); }

wxSizer* OverviewTab::fill(const Drill& drill) {
    wxFlexGridSizer* const grid = factGrid(this);
    const auto fact = [&](const std::string& title, const std::string& value) { addFact(this, grid, title, value); };
    fact(tr("组织单位"), drill.unitName);
    fact(tr("乡镇街道"), drill.regionName);
    fact(tr("演练时间"), drill.heldOn.chinese());
    fact(tr("灾种"), drill.hazardWord == drill.hazard || drill.hazardWord.empty()
                         ? drill.hazard
                         : tr("{}（原写作：{}）", drill.hazard, drill.hazardWord));
    fact(tr("形式"), drill.modeWord);
    fact(tr("分类"), words(drill.axes));
    fact(tr("参演人数"), shownPeople(drill.participants, drill.participantsEstimated));
    fact(tr("观摩人数"), drill.watchers ? shownPeople(*drill.watchers, false) : "");
    fact(tr("状态"), drill.statusReason.empty() ? word(drill.status) : tr("{}：{}", word(drill.status), drill.statusReason));
    fact(tr("来源"), word(drill.source));
    if (drill.isPractice) fact(tr("练习"), tr("不计入任何统计"));
    addDesign(grid, drill);
    fact(tr("小结"), drill.summary);
    return grid;
}

void OverviewTab::addDesign(wxSizer* grid, const Drill& drill) {
    DrillDesign d;
    std::optional<Scenario> scenario;
    std::vector<Correction> corrections;
    context_.database.read([&](yanxun::Reader& reader) {
        d = design::of(reader, drill.id);
        scenario = documents::scenarioOf(reader, drill.id);
        corrections = design::rows<Correction>(reader, drill.id);
    });
    const auto fact = [&](const std::string& title, const std::string& value) {
        if (!value.empty()) addFact(this, grid, title, value);
    };
    const auto money = [](const std::optional<std::int64_t>& fen) {
        return fen ? tr("{} 元", yanxun::cellText(*fen, yanxun::CellKind::hundredths)) : std::string();
    };
    const auto span = [](const auto& from, const auto& to) {
        return from && to ? tr("{} — {}", shownMoment(from), shownMoment(to)) : shownMoment(from);
    };
    fact(tr("演练编号"), d.number);
    fact(tr("级别"), word(d.level));
    fact(tr("主办关系"), word(d.partnership));
    fact(tr("脚本"), word(d.script));
    fact(tr("时段"), word(d.daytime));
    fact(tr("地点"), d.venue);
    fact(tr("天气"), d.weather);
    fact(tr("计划起止"), span(d.plannedStart, d.plannedEnd));
    fact(tr("实际起止"), span(d.actualStart, d.actualEnd));
    if (d.expectedPeople) fact(tr("预计人数"), shownPeople(*d.expectedPeople, false));
    fact(tr("预算"), money(d.budget));
    fact(tr("支出"), money(d.cost));
    if (scenario) {
        fact(tr("演练情景"), scenario->story.empty() ? scenario->title : tr("{}：{}", scenario->title, scenario->story));
        fact(tr("情景要素"), scenario->facts);
    }
    fact(tr("提交审批"), d.submittedBy);
    fact(tr("不评估原因"), d.noResult);
    for (const Correction& c : corrections) {
        fact(tr("更正"), tr("{} {} 更正{}：{}", shownMoment(c.at), c.who, c.what, c.reason));
    }
}

} // namespace drills
