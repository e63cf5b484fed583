#include "view/drill_head.h"

#include "core/design/document_store.h"
#include "core/design/drill_rules.h"
#include "core/drill_filter.h"
#include "core/drill_store.h"
#include "view/design/drill_deeds.h"
#include "view/design/scenario_dialogs.h"
#include "view/drill_dialog.h"
#include "view/step_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

DrillHead::DrillHead(wxWindow* parent, const ViewContext& context, bool isPage)
    : wxPanel(parent), context_(context), isPage_(isPage) {
    SetName("drills.head");
}

void DrillHead::show(const Drill& drill) {
    id_ = drill.id;
    DestroyChildren();
    auto* const title = new wxBoxSizer(wxHORIZONTAL);
    title->Add(paragraph(this, drill.name, isPage_ ? TextStyle::title : TextStyle::subtitle), 1, wxEXPAND | wxRIGHT,
               FromDIP(space::s));
    title->Add(new Pill(this, stageWord(drill), toneOf(drill)), 0, isPage_ ? wxALIGN_CENTRE_VERTICAL : wxALIGN_TOP);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    makeDeeds(deeds, drill);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(title, 0, wxEXPAND);
    all->Add(paragraph(this, tr("{} · {}", drill.heldOn.chinese(), drill.unitName), TextStyle::body, true), 0,
             wxEXPAND | wxTOP, FromDIP(space::xs));
    all->Add(deeds, 0, wxEXPAND);
    SetSizer(all, true);
}

void DrillHead::makeDeeds(wxSizer* into, const Drill& drill) {
    const auto deed = [&](const char* name, const std::string& text, const char* iconName, void (DrillHead::*run)()) {
        wxButton* const made = button(this, text, iconName);
        made->SetName(name);
        // After the event: the deed may make the buttons anew.
        made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) {
            CallAfter([this, run] { guarded(this, [&] { (this->*run)(); }); });
        });
        into->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
    };
    if (!isPage_) deed("drills.open", tr("打开"), "folder", &DrillHead::open);
    if (tookPlace(drill.status) && drill.status != Status::archived) {
        deed("drills.rate", tr("录入评分"), "score", &DrillHead::rate);
    }
    if (!isFinal(drill.status)) deed("drills.edit", tr("修改"), "edit", &DrillHead::edit);
    if (!nextSteps(drill.status, drill.axes.content).empty()) {
        deed("drills.step", tr("变更状态"), "chevron-right", &DrillHead::step);
    }
    if (isPage_) {
        if (designIsOpen(drill.status)) deed("drills.reschedule", tr("改期"), "calendar", &DrillHead::reschedule);
        if (designIsOpen(drill.status) || hasScenario()) deed("drills.scenario", tr("情景"), "file", &DrillHead::scenario);
        if (papers && tookPlace(drill.status)) deed("drills.paper", tr("报告"), "report", &DrillHead::paper);
        deed("drills.copy", tr("照此新建"), "copy", &DrillHead::copy);
    }
    deed("drills.remove", tr("删除"), "trash", &DrillHead::remove);
}

Drill DrillHead::current() {
    Drill drill;
    context_.database.read([&](yanxun::Reader& reader) { drill = store::get(reader, id_); });
    return drill;
}

void DrillHead::edit() {
    DrillDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK && changed) changed();
}

void DrillHead::remove() {
    const Drill drill = current();
    if (!confirm(this, tr("删除演练“{}”？它的问题、评分和参与人数一并删除。", drill.name), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { context_.service.remove(writer, drill.id, drill.revision); });
    if (gone) gone();
}

void DrillHead::step() {
    StepDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK && changed) changed();
}

void DrillHead::reschedule() {
    if (rescheduleDrill(this, context_, current()) && changed) changed();
}

void DrillHead::scenario() {
    if (writeScenario(this, context_, current()) && changed) changed();
}

void DrillHead::copy() {
    const std::int64_t made = copyDrill(this, context_, current());
    if (made != 0) context_.workbench.open("drills.drill", "id=" + std::to_string(made));
}

void DrillHead::paper() { papers(current()); }

bool DrillHead::hasScenario() {
    bool has = false;
    context_.database.read([&](yanxun::Reader& reader) { has = documents::scenarioOf(reader, id_).has_value(); });
    return has;
}

void DrillHead::rate() { context_.workbench.open("drills.score", "id=" + std::to_string(id_)); }

void DrillHead::open() { context_.workbench.open("drills.drill", "id=" + std::to_string(id_)); }

} // namespace drills
