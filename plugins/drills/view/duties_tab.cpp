#include "view/duties_tab.h"

#include "core/design/link_store.h"
#include "core/duty_record_store.h"
#include "core/duty_store.h"
#include "view/design/drill_deeds.h"
#include "view/drill_links_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

DutiesTab::DutiesTab(wxWindow* parent, const ViewContext& context) : wxScrolledWindow(parent), context_(context) {
    SetName("drills.duties_tab");
    SetScrollRate(0, FromDIP(space::l));
}

std::string DutiesTab::title(const Drill&) { return tr("预案"); }

void DutiesTab::show(const Drill& drill) {
    drill_ = drill;
    DestroyChildren();
    std::string plans, marks, units;
    std::vector<Duty> offsets;
    // The year's duties as of today; a drill is one of a year's.
    context_.duties.refresh(context_.database, drill.heldOn.year, context_.clock.today());
    context_.database.read([&](yanxun::Reader& reader) {
        for (const auto& tested : links::plans(reader, drill.id)) {
            plans += (plans.empty() ? "" : "\n") + tr("{}（{}）", tested.plan.title, tested.plan.kind);
            plans += tested.clauses.empty() ? tr("，条款未写明") : tr("，检验 {}", tested.clauses);
        }
        for (const std::string& mark : duties::marksOf(reader, drill.id))
            marks += (marks.empty() ? "" : "、") + mark;
        for (const DrillUnit& unit : duties::unitsOf(reader, drill.id)) {
            units += (units.empty() ? "" : "\n") + tr("{}（{}）", unit.unitName, word(unit.role));
        }
        DutyFilter filter;
        filter.year = drill.heldOn.year;
        filter.unitId = drill.unitId;
        duties::each(reader, filter, [&](const Duty& duty) {
            const bool counted = std::find(duty.drills.begin(), duty.drills.end(), drill.id) != duty.drills.end();
            if (counted) offsets.push_back(duty);
        });
    });
    wxFlexGridSizer* const grid = factGrid(this);
    addFact(this, grid, tr("检验预案"), plans);
    addFact(this, grid, tr("参演单位"), units);
    addFact(this, grid, tr("标记"), marks);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid, 0, wxEXPAND);
    Deeds deeds(this);
    deeds.add("drills.links_edit", tr("修改"), "edit", [this] { edit(); });
    wxButton* const clauses = deeds.add("drills.clauses_edit", tr("检验条款"), "list", [this] { editClauses(); });
    clauses->Enable(!plans.empty() && !isFinal(drill.status));
    column->Add(deeds.sizer(), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    const std::string head =
        offsets.empty() ? tr("没有抵扣任何应演任务。") : tr("本次演练抵扣 {} 项", offsets.size());
    column->Add(label(this, head, TextStyle::strong), 0, wxBOTTOM, FromDIP(space::xs));
    for (const Duty& duty : offsets) {
        column->Add(paragraph(this, tr("{} · {}", duty.span.label, duty.ruleTitle), TextStyle::caption, true), 0,
                    wxEXPAND);
    }
    refill(this, column);
}

void DutiesTab::editClauses() {
    if (writeClauses(this, context_, drill_)) show(drill_);
}

void DutiesTab::edit() {
    if (editDrillLinks(this, context_, drill_)) show(drill_);
}

} // namespace drills
