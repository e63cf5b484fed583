#include "view/findings_tab.h"

#include "core/drill_store.h"
#include "core/finding_store.h"
#include "view/finding_dialog.h"
#include "view/improve/action_dialogs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

FindingsTab::FindingsTab(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.findings");
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    list_->SetName("drills.findings_list");
    addTextColumn(list_, tr("问题"), 0);
    addTextColumn(list_, tr("整改"), 64);
    addTextColumn(list_, tr("分级"), 64);
    addTextColumn(list_, tr("期限"), 90);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto deed = [&](const char* name, const std::string& text, const char* iconName) {
        wxButton* const made = button(this, text, iconName);
        made->SetName(name);
        deeds->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
        return made;
    };
    add_ = deed("drills.finding_add", tr("登记"), "plus");
    close_ = deed("drills.finding_close", tr("整改完成"), "check");
    edit_ = deed("drills.finding_edit", tr("修改"), "edit");
    remove_ = deed("drills.finding_remove", tr("删除"), "trash");
    action_ = deed("drills.finding_action", tr("下整改"), "tasks");
    actions_ = deed("drills.finding_actions", tr("整改与报告"), "list");
    suggest_ = deed("drills.finding_revision", tr("建议修订预案"), "edit");
    lesson_ = deed("drills.lesson_add", tr("记经验"), "plus");
    action_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act(&FindingsTab::addAction); });
    suggest_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act(&FindingsTab::suggest); });
    lesson_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { addLesson(); }); });
    actions_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { context_.workbench.open("drills.actions", "drill=" + std::to_string(drill_.id)); });
    });
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act(&FindingsTab::close); });
    edit_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act(&FindingsTab::edit); });
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act(&FindingsTab::remove); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { guarded(this, [this] { enable(); }); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { act(&FindingsTab::edit); });
    evidence_ = new EvidenceStrip(this, context_);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    all->Add(deeds, 0, wxEXPAND | wxALL, FromDIP(space::s));
    all->Add(evidence_, 0, wxEXPAND | wxALL, FromDIP(space::s));
    SetSizer(all);
}

std::string FindingsTab::title(const Drill& drill) {
    return drill.findings == 0 ? tr("问题") : tr("问题 {}", drill.findings);
}

void FindingsTab::show(const Drill& drill) {
    drill_ = drill;
    reload();
}

void FindingsTab::reload() {
    context_.database.read([&](yanxun::Reader& reader) { findings_ = findings::of(reader, drill_.id); });
    const int kept = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (const Finding& finding : findings_) {
        wxVector<wxVariant> cells;
        for (const std::string& text : {finding.description, word(finding.state), orDash(word(finding.severity)),
                                        finding.due ? finding.due->iso() : std::string("—")}) {
            cells.push_back(wx(text));
        }
        list_->AppendItem(cells);
    }
    if (kept != wxNOT_FOUND && kept < list_->GetItemCount()) list_->SelectRow(unsigned(kept));
    enable();
}

void FindingsTab::enable() {
    const Finding* const finding = selected();
    const bool open = !isFinal(drill_.status);
    add_->Enable(open);
    edit_->Enable(open && finding);
    remove_->Enable(open && finding);
    close_->Enable(finding && finding->state == Rectification::open);
    // Rectifying goes on after the drill is archived.
    action_->Enable(finding != nullptr);
    suggest_->Enable(finding != nullptr);
    lesson_->Enable(drill_.id != 0);
    evidence_->Show(finding != nullptr);
    if (finding) evidence_->show(EvidenceOwner::finding, finding->id, drill_.id, true);
    Layout();
}

const Finding* FindingsTab::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &findings_[std::size_t(row)];
}

void FindingsTab::act(void (FindingsTab::*deed)(const Finding&)) {
    guarded(this, [&] {
        // A copy: the list is read anew while the deed runs.
        if (const Finding* const chosen = selected()) (this->*deed)(Finding(*chosen));
    });
}

void FindingsTab::add() {
    guarded(this, [this] {
        Finding finding;
        finding.drillId = drill_.id;
        FindingDialog dialog(this, context_, finding);
        if (dialog.ShowModal() == wxID_OK) reload();
    });
}

void FindingsTab::edit(const Finding& finding) {
    FindingDialog dialog(this, context_, finding);
    if (dialog.ShowModal() == wxID_OK) reload();
}

void FindingsTab::close(const Finding& finding) {
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.service.closeFinding(writer, finding.id, finding.revision); });
    reload();
}

void FindingsTab::remove(const Finding& finding) {
    if (!confirm(this, tr("删除问题“{}”？", finding.description), tr("删除"))) return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.service.removeFinding(writer, finding.id, finding.revision); });
    reload();
}

void FindingsTab::addAction(const Finding& finding) {
    Action action;
    action.findingId = finding.id;
    action.dutyUnit = finding.unitName.empty() ? drill_.unitName : finding.unitName;
    if (finding.due) action.due = *finding.due;
    if (editAction(this, context_, action)) reload();
}

void FindingsTab::suggest(const Finding& finding) {
    if (suggestRevision(this, context_, finding)) context_.workbench.notify(tr("预案修订建议已提出，在“经验库”里可以看到。"));
}

void FindingsTab::addLesson() {
    Lesson lesson;
    lesson.drillId = drill_.id;
    if (editLesson(this, context_, lesson)) context_.workbench.notify(tr("已记入经验库。"));
}

} // namespace drills
