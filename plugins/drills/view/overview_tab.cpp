#include "view/overview_tab.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

OverviewTab::OverviewTab(wxWindow* parent, const ViewContext& context) : FactTab(parent, context, "drills.overview") {}

std::string OverviewTab::title(const Drill&) { return tr("概况"); }

wxSizer* OverviewTab::fill(const Drill& drill) {
    wxFlexGridSizer* const grid = factGrid();
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
    fact(tr("小结"), drill.summary);
    return grid;
}

} // namespace drills
