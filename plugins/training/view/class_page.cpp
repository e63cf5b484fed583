#include "core/class_filter.h"
#include "core/class_store.h"
#include "view/archive_panel.h"
#include "view/class_dialog.h"
#include "view/class_panel.h"
#include "view/class_tabs.h"
#include "view/pages.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/notebook.h>

namespace training {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class ClassPage final : public wxPanel, public yanxun::PageView {
public:
    ClassPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeTabs();
    void fill(const TrainingClass& one);
    TrainingClass current();

    const ViewContext& context_;
    std::int64_t id_ = 0;
    PageHeader* header_ = nullptr;
    Pill* pill_ = nullptr;
    wxButton *edit_ = nullptr, *step_ = nullptr;
    Card* card_ = nullptr;
    wxNotebook* tabs_ = nullptr;
    SessionsTab* sessions_ = nullptr;
    RosterTab* roster_ = nullptr;
    AttendanceTab* attendance_ = nullptr;
    ExamTab* exam_ = nullptr;
    ArchivePanel* archive_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

ClassPage::ClassPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("training.class");
    header_ = new PageHeader(this, tr("课次与名册"));
    pill_ = new Pill(header_, " ", yanxun::Tone::neutral);
    header_->actions()->Add(pill_, 0, wxALIGN_CENTRE_VERTICAL);
    const auto action = [this](const char* name, const std::string& text, const char* icon,
                               std::function<void()> run) {
        wxButton* const made = button(header_, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { guarded(this, run); });
        header_->actions()->Add(made, 0, wxLEFT, FromDIP(space::s));
        return made;
    };
    action("training.back", tr("全部培训班"), "chevron-left", [this] {
        context_.workbench.open("training.page", id_ == 0 ? std::string() : "id=" + std::to_string(id_));
    });
    edit_ = action("training.class_edit", tr("修改"), "edit", [this] {
        ClassDialog dialog(this, context_, current());
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
    step_ = action("training.class_step", tr("变更状态"), "chevron-right", [this] {
        StepDialog dialog(this, context_, current());
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
    makeTabs();
    nothing_ = emptyState(this, "training",
                          tr("这里显示一期培训班的课次、名册、考勤、考核和档案。请先到“培训班”中选择一期。"),
                          tr("选择培训班"), [this] { context_.workbench.open("training.page"); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    all->Add(nothing_, 1, wxEXPAND);
    SetSizer(all);
    refresh();
}

void ClassPage::makeTabs() {
    card_ = new Card(this);
    tabs_ = new wxNotebook(card_, wxID_ANY);
    tabs_->SetName("training.tabs");
    const Changed changed = [this] { guarded(this, [this] { refresh(); }); };
    sessions_ = new SessionsTab(tabs_, context_, changed);
    roster_ = new RosterTab(tabs_, context_, changed);
    attendance_ = new AttendanceTab(tabs_, context_, changed);
    exam_ = new ExamTab(tabs_, context_, changed);
    archive_ = new ArchivePanel(tabs_, context_);
    tabs_->AddPage(sessions_, wx(tr("课次")));
    tabs_->AddPage(roster_, wx(tr("名册")));
    tabs_->AddPage(attendance_, wx(tr("考勤")));
    tabs_->AddPage(exam_, wx(tr("考核")));
    tabs_->AddPage(archive_, wx(tr("档案")));
    // An editor left open on a hidden tab would take the keyboard back.
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGING, [this](wxBookCtrlEvent& event) {
        event.Skip();
        attendance_->finish();
        exam_->finish();
    });
    card_->body()->Add(tabs_, 1, wxEXPAND);
}

TrainingClass ClassPage::current() {
    TrainingClass one;
    context_.database.read([&](yanxun::Reader& reader) { one = store::get(reader, id_); });
    return one;
}

void ClassPage::show(const std::string& argument) {
    if (const std::int64_t wanted = parseArgument(argument).id; wanted != 0) id_ = wanted;
    refresh();
}

void ClassPage::refresh() {
    std::optional<TrainingClass> one;
    if (id_ != 0) context_.database.read([&](yanxun::Reader& reader) { one = store::find(reader, id_); });
    if (!one) id_ = 0;
    card_->Show(one.has_value());
    nothing_->Show(!one);
    for (wxWindow* const part : std::initializer_list<wxWindow*>{pill_, edit_, step_})
        part->Show(one.has_value());
    if (one) {
        fill(*one);
    } else {
        header_->setTitle(tr("课次与名册"));
        header_->setSubtitle({});
    }
    Layout();
}

void ClassPage::fill(const TrainingClass& one) {
    header_->setTitle(one.name);
    header_->setSubtitle(tr("第 {} 期 · {} · {} · 实到 {}", one.number, one.unitName, one.startsOn.chinese(),
                            shownPeople(one.attended, one.attendedEstimated)));
    pill_->set(word(one.status), toneOf(one.status));
    edit_->Enable(!isFinal(one.status));
    sessions_->show(one);
    roster_->show(one);
    attendance_->show(one);
    exam_->show(one);
    archive_->show("class", one.id);
}

} // namespace

yanxun::Page classPage(const ViewContext& context) {
    return yanxun::pageOf("training.class", tr("课次与名册"), "list", tr("培训"), 41,
                          [&context](wxWindow* parent) { return new ClassPage(parent, context); });
}

} // namespace training
