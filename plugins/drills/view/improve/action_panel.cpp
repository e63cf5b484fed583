#include "view/improve/action_panel.h"

#include "core/improve/papers.h"
#include "view/improve/action_dialogs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

#include <wx/scrolwin.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

struct CourseRow {
    yanxun::Millis at;
    std::string what, who, text;
};

std::vector<CourseRow> courseOf(yanxun::Reader& reader, std::int64_t id) {
    std::vector<CourseRow> rows;
    for (const ActionProgress& one : actions::progress(reader, id)) {
        rows.push_back({one.at, tr("进展 {}%", one.percent), one.who, one.text});
    }
    for (const Extension& one : actions::extensions(reader, id)) {
        rows.push_back({one.askedAt, tr("延期 · {}", word(one.state)), one.askedBy,
                        tr("{} → {}：{}", one.oldDue.iso(), one.newDue.iso(), one.reason)});
    }
    for (const Verification& one : actions::verifications(reader, id)) {
        rows.push_back({one.at, tr("{} · {}", word(one.kind), word(one.result)), one.who, one.note});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CourseRow& a, const CourseRow& b) { return a.at < b.at; });
    return rows;
}

} // namespace

ActionPanel::ActionPanel(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles)
    : wxPanel(parent), context_(context), styles_(std::move(styles)) {
    SetName("drills.action");
    nothing_ = emptyState(this, "check", tr("在左侧选择一条整改，这里显示要求、经过和佐证。"));
    // Low screens scroll it: the course keeps its rows.
    content_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    content_->SetScrollRate(0, FromDIP(space::l));
    measure_ = new wxPanel(content_);
    measure_->SetName("drills.action_measure");
    state_ = new Pill(content_, " ", yanxun::Tone::neutral);
    state_->SetName("drills.action_state");
    problem_ = cutLine(content_);
    course_ = new wxDataViewListCtrl(content_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    course_->SetName("drills.action_course");
    addTextColumn(course_, tr("日期"), 84);
    addTextColumn(course_, tr("经过"), 112);
    addTextColumn(course_, tr("人员和内容"), 0);
    course_->SetMinSize(FromDIP(wxSize(120, 110)));
    evidence_ = new EvidenceStrip(content_, context_);
    auto* const inner = new wxBoxSizer(wxVERTICAL);
    inner->Add(measure_, 0, wxEXPAND);
    inner->Add(problem_, 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    inner->Add(state_, 0, wxTOP | wxBOTTOM, FromDIP(space::s));
    inner->Add(makeFacts(content_), 0, wxEXPAND);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    makeDeeds(content_, deeds);
    inner->Add(deeds, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    inner->Add(course_, 1, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    inner->Add(evidence_, 0, wxEXPAND);
    content_->SetSizer(inner);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(content_, 1, wxEXPAND);
    SetSizer(all);
    show(0);
}

wxWindow* ActionPanel::makeFacts(wxWindow* parent) {
    factsPanel_ = new wxPanel(parent);
    facts_ = new wxFlexGridSizer(2, FromDIP(space::xs), FromDIP(space::m));
    facts_->AddGrowableCol(1, 1);
    factsPanel_->SetSizer(facts_);
    return factsPanel_;
}

void ActionPanel::makeDeeds(wxWindow* parent, wxSizer* into) {
    const auto deed = [&](const char* name, const std::string& text, const char* icon, std::function<void()> work) {
        wxButton* const made = button(parent, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, work](wxCommandEvent&) { guarded(this, work); });
        into->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
        return made;
    };
    issue_ = deed("drills.action_issue", tr("下发"), "check", [this] { issue(); });
    report_ = deed("drills.action_report", tr("填报进展"), "edit", [this] { act(reportAction); });
    verify_ = deed("drills.action_verify", tr("复查"), "check", [this] { act(verifyAction); });
    return_ = deed("drills.action_return", tr("退回"), "undo", [this] { act(sendBackAction); });
    extend_ = deed("drills.action_extend", tr("申请延期"), "calendar", [this] { act(drills::askExtension); });
    decide_ = deed("drills.action_decide", tr("审批延期"), "check", [this] { decide(); });
    notice_ = deed("drills.action_notice", tr("通知单…"), "export", [this] { notice(); });
    edit_ = deed("drills.action_edit", tr("修改"), "edit", [this] { act(editAction); });
    remove_ = deed("drills.action_remove", tr("删除"), "trash", [this] { remove(); });
}

void ActionPanel::show(std::int64_t id) {
    line_ = {};
    asked_.reset();
    context_.database.read([&](yanxun::Reader& reader) {
        const std::vector<std::int64_t> wanted{id};
        const std::vector<ActionLine> found = id == 0 ? std::vector<ActionLine>{} : actions::lines(reader, wanted);
        if (found.empty()) return;
        line_ = found.front();
        for (const Extension& one : actions::extensions(reader, id)) {
            if (one.state == ExtensionState::asked) asked_ = one;
        }
        fillCourse(reader);
    });
    const bool any = line_.action.id != 0;
    nothing_->Show(!any);
    content_->Show(any);
    if (any) {
        fillFacts(line_);
        evidence_->show(EvidenceOwner::action, line_.action.id, line_.action.drillId,
                        line_.action.status != ActionStatus::closed);
        enable();
    }
    Layout();
    content_->Layout();
    // Now the widths of the texts are known, and with them their heights.
    measure_->InvalidateBestSize();
    factsPanel_->InvalidateBestSize();
    content_->FitInside();
    content_->Layout();
}

void ActionPanel::fillFacts(const ActionLine& line) {
    const Action& a = line.action;
    const yanxun::Date today = context_.clock.today();
    measure_->DestroyChildren();
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(paragraph(measure_, a.measure, TextStyle::subtitle), 0, wxEXPAND);
    measure_->SetSizer(column);
    setLine(problem_, tr("问题：{}", line.problem));
    const bool bad = a.isOverdue(today) || a.lookBack == LookBack::failed;
    state_->set(stateWords(a, today), bad                                 ? yanxun::Tone::bad
                                      : a.status == ActionStatus::closed   ? yanxun::Tone::good
                                      : a.status == ActionStatus::toVerify ? yanxun::Tone::warning
                                                                           : yanxun::Tone::accent);
    facts_->Clear(true);
    addFact(factsPanel_, facts_, tr("演练"), tr("{} {}", line.heldOn.iso(), line.drillName));
    addFact(factsPanel_, facts_, tr("责任"), a.dutyPerson.empty() ? a.dutyUnit : tr("{} · {}", a.dutyUnit, a.dutyPerson));
    addFact(factsPanel_, facts_, tr("期限"), tr("{}（{}）", a.due.iso(), word(a.kind)));
    addFact(factsPanel_, facts_, tr("通知单"), a.no);
    if (!a.returnedReason.empty()) addFact(factsPanel_, facts_, tr("退回理由"), a.returnedReason);
    factsPanel_->Layout();
}

void ActionPanel::fillCourse(yanxun::Reader& reader) {
    course_->DeleteAllItems();
    for (const CourseRow& row : courseOf(reader, line_.action.id)) {
        wxVector<wxVariant> cells;
        const std::string said = row.text.empty() ? row.who : tr("{}：{}", row.who, row.text);
        for (const std::string& text : {yanxun::localDay(row.at).iso(), row.what, said}) cells.push_back(wx(text));
        course_->AppendItem(cells);
    }
}

/// Only what can be done now is shown.
void ActionPanel::enable() {
    using S = ActionStatus;
    const S status = line_.action.status;
    const bool working = status == S::working || status == S::returned;
    issue_->Show(status == S::draft);
    report_->Show(working);
    verify_->Show(status == S::toVerify || status == S::closed);
    verify_->SetLabel(wx(status == S::closed ? tr("回头看") : tr("复查")));
    return_->Show(status == S::toVerify);
    extend_->Show(working && !asked_);
    decide_->Show(asked_.has_value());
    edit_->Show(status != S::closed);
    remove_->Show(status == S::draft);
}

void ActionPanel::done() {
    const std::int64_t id = line_.action.id;
    if (changed) changed();
    show(id);
}

void ActionPanel::act(Deed deed) {
    const Action action = line_.action;
    if (action.id != 0 && deed(this, context_, action)) done();
}

void ActionPanel::issue() {
    context_.database.write([&](yanxun::Writer& writer) { ActionService().issue(writer, line_.action.id); });
    done();
}

void ActionPanel::remove() {
    if (!confirm(this, tr("删除整改措施“{}”？", line_.action.measure), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { ActionService().remove(writer, line_.action.id); });
    line_ = {};
    done();
}

void ActionPanel::decide() {
    if (asked_ && decideExtension(this, context_, Extension(*asked_))) done();
}

void ActionPanel::notice() {
    const auto file = saveFile(this, tr("导出整改通知单"), "PDF (*.pdf)|*.pdf|Excel (*.xlsx)|*.xlsx|HTML (*.html)|*.html",
                               tr("整改通知单") + (line_.action.no.empty() ? "" : " " + line_.action.no) + ".pdf");
    if (!file) return;
    context_.database.read([&](yanxun::Reader& reader) {
        const yanxun::ReportRequest request{{line_.heldOn, line_.heldOn}, context_.clock.now(), {}};
        savePaper(noticePaper(reader, line_.action.drillId, {line_.action.id}, request), styles_, *file);
    });
    context_.workbench.notify(tr("整改通知单已保存为 {}。", file->filename().string()));
}

} // namespace drills
