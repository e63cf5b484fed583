#include "view/improve/action_dialogs.h"
#include "view/improve/actions_page.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/srchctrl.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class LessonsPage final : public wxPanel, public yanxun::PageView {
public:
    LessonsPage(wxWindow* parent, const ViewContext& context);
    void refresh() override;

private:
    void reload();
    void edit();
    void remove();
    void openDrill();
    void actOnPlan(RevisionState needed, bool (*deed)(wxWindow*, const ViewContext&, const PlanRevision&));
    void enablePlans();
    const Lesson* chosen() const;
    const PlanRevision* chosenPlan() const;

    const ViewContext& context_;
    std::vector<Lesson> lessons_;
    std::vector<PlanRevision> requests_;
    std::vector<std::string> tags_;
    wxSearchCtrl* search_;
    wxChoice* tag_;
    wxDataViewListCtrl *list_, *plans_;
    wxStaticText *said_, *saidPlans_;
    wxButton *edit_, *remove_, *drill_, *decide_, *adopt_;
};

wxDataViewListCtrl* listOf(wxWindow* parent, const char* name, const std::vector<std::pair<std::string, int>>& columns) {
    auto* const made = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    made->SetName(name);
    for (const auto& [title, width] : columns) addTextColumn(made, title, width);
    return made;
}

void append(wxDataViewListCtrl* list, std::initializer_list<std::string> texts) {
    wxVector<wxVariant> cells;
    for (const std::string& text : texts) cells.push_back(wx(text));
    list->AppendItem(cells);
}

LessonsPage::LessonsPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.lessons");
    auto* const header = new PageHeader(this, tr("经验库"), tr("历年演练的优点、经验、教训和预案修订建议"));
    // Low screens scroll it: both lists keep some rows.
    auto* const area = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    area->SetScrollRate(0, FromDIP(space::l));
    auto* const card = new Card(area);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    search_ = new wxSearchCtrl(card, wxID_ANY);
    search_->SetName("drills.lessons_search");
    search_->SetDescriptiveText(wx(tr("查内容、标签、演练名称")));
    search_->SetMinSize(FromDIP(wxSize(260, 32)));
    tag_ = new wxChoice(card, wxID_ANY);
    tag_->SetName("drills.lessons_tag");
    setAccessible(tag_, tr("标签"));
    tag_->SetMinSize(FromDIP(wxSize(140, 32)));
    said_ = cutLine(card);
    line->Add(search_, 0, wxRIGHT, FromDIP(space::s));
    line->Add(tag_, 0, wxRIGHT, FromDIP(space::m));
    line->Add(said_, 1, wxALIGN_CENTRE_VERTICAL);
    list_ = listOf(card, "drills.lessons_list",
                   {{tr("种类"), 56}, {tr("内容"), 0}, {tr("标签"), 120}, {tr("适用"), 110}, {tr("演练"), 300}});
    list_->SetMinSize(FromDIP(wxSize(200, 190)));
    auto* const deeds = new wxBoxSizer(wxHORIZONTAL);
    const auto deed = [&](const char* name, const std::string& text, const char* icon, void (LessonsPage::*act)()) {
        wxButton* const made = button(card, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(this, [&] { (this->*act)(); }); });
        deeds->Add(made, 0, wxRIGHT, FromDIP(space::s));
        return made;
    };
    edit_ = deed("drills.lesson_edit", tr("修改"), "edit", &LessonsPage::edit);
    remove_ = deed("drills.lesson_remove", tr("删除"), "trash", &LessonsPage::remove);
    drill_ = deed("drills.lesson_drill", tr("看这场演练"), "drill", &LessonsPage::openDrill);
    card->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    card->body()->Add(list_, 1, wxEXPAND);
    card->body()->Add(deeds, 0, wxTOP, FromDIP(space::s));
    auto* const second = new Card(area, tr("预案修订建议"));
    plans_ = listOf(second, "drills.revisions_list",
                    {{tr("预案"), 200}, {tr("条款"), 80}, {tr("修订建议"), 0}, {tr("状态"), 80}, {tr("修订版本"), 100}});
    plans_->SetMinSize(FromDIP(wxSize(200, 96)));
    saidPlans_ = cutLine(second);
    decide_ = button(second, tr("审定"), "check");
    decide_->SetName("drills.revision_decide");
    adopt_ = button(second, tr("登记修订版本"), "edit");
    adopt_->SetName("drills.revision_adopt");
    auto* const planDeeds = new wxBoxSizer(wxHORIZONTAL);
    planDeeds->Add(decide_, 0, wxRIGHT, FromDIP(space::s));
    planDeeds->Add(adopt_, 0, wxRIGHT, FromDIP(space::m));
    planDeeds->Add(saidPlans_, 1, wxALIGN_CENTRE_VERTICAL);
    second->body()->Add(plans_, 1, wxEXPAND);
    second->body()->Add(planDeeds, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    decide_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { actOnPlan(RevisionState::suggested, decideRevision); });
    });
    adopt_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { actOnPlan(RevisionState::accepted, adoptRevision); });
    });
    plans_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enablePlans(); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    tag_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        for (wxButton* each : {edit_, remove_, drill_}) each->Enable(chosen() != nullptr);
    });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    auto* const cards = new wxBoxSizer(wxVERTICAL);
    cards->Add(card, 2, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    cards->Add(second, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    area->SetSizer(cards);
    all->Add(area, 1, wxEXPAND);
    SetSizer(all);
    refresh();
}

void LessonsPage::refresh() {
    const wxString kept = tag_->GetStringSelection();
    const PlanRevision* const request = chosenPlan();
    const std::int64_t keptRequest = request ? request->id : 0;
    context_.database.read([&](yanxun::Reader& reader) {
        tags_ = lessons::tags(reader);
        requests_ = revisions::all(reader);
        plans_->DeleteAllItems();
        for (const PlanRevision& r : requests_) {
            append(plans_, {r.plan, orDash(r.clause), r.suggestion, word(r.state), orDash(r.adoptedVersion)});
            if (r.id == keptRequest) plans_->SelectRow(unsigned(plans_->GetItemCount() - 1));
        }
    });
    setLine(saidPlans_, requests_.empty() ? tr("还没有修订建议。在演练的“问题”里选一条，点“建议修订预案”。") : std::string());
    enablePlans();
    tag_->Clear();
    tag_->Append(wx(tr("全部标签")));
    for (const std::string& tag : tags_) tag_->Append(wx(tag));
    if (kept.empty() || !tag_->SetStringSelection(kept)) tag_->SetSelection(0);
    reload();
}

void LessonsPage::reload() {
    const int tag = tag_->GetSelection();
    const Lesson* const shown = chosen();
    const std::int64_t kept = shown ? shown->id : 0;
    context_.database.read([&](yanxun::Reader& reader) {
        lessons_ = lessons::find(reader, utf8(search_->GetValue()), tag > 0 ? tags_[std::size_t(tag - 1)] : std::string());
    });
    list_->DeleteAllItems();
    for (const Lesson& l : lessons_) {
        append(list_, {word(l.kind), l.text, orDash(l.tags), orDash(l.appliesTo), tr("{} {}", l.heldOn.iso(), l.drillName)});
        if (l.id == kept) list_->SelectRow(unsigned(list_->GetItemCount() - 1));
    }
    const bool narrowed = tag > 0 || !search_->IsEmpty();
    setLine(said_, !lessons_.empty() ? tr("共 {} 条", lessons_.size())
                   : narrowed        ? tr("没有符合条件的经验，请换个词或标签。")
                                     : tr("还没有经验。在演练详情的“问题”里点“记经验”。"));
    for (wxButton* each : {edit_, remove_, drill_}) each->Enable(chosen() != nullptr);
}

const Lesson* LessonsPage::chosen() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &lessons_[std::size_t(row)];
}

const PlanRevision* LessonsPage::chosenPlan() const {
    const int row = plans_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &requests_[std::size_t(row)];
}

void LessonsPage::enablePlans() {
    const PlanRevision* const request = chosenPlan();
    decide_->Enable(request && request->state == RevisionState::suggested);
    adopt_->Enable(request && request->state == RevisionState::accepted);
}

void LessonsPage::actOnPlan(RevisionState needed, bool (*deed)(wxWindow*, const ViewContext&, const PlanRevision&)) {
    const PlanRevision* const request = chosenPlan();
    if (request && request->state == needed && deed(this, context_, PlanRevision(*request))) refresh();
}

void LessonsPage::edit() {
    if (const Lesson* const lesson = chosen(); lesson && editLesson(this, context_, Lesson(*lesson))) refresh();
}

void LessonsPage::remove() {
    const Lesson* const lesson = chosen();
    if (!lesson) return;
    const std::int64_t id = lesson->id; // the list may be read anew while the dialog is open
    if (!confirm(this, tr("删除这条经验？"), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { lessons::remove(writer, id); });
    refresh();
}

void LessonsPage::openDrill() {
    if (const Lesson* const lesson = chosen()) context_.workbench.open("drills.drill", "id=" + std::to_string(lesson->drillId));
}

} // namespace

yanxun::Page lessonsPage(const ViewContext& context) {
    return yanxun::pageOf("drills.lessons", tr("经验库"), "report", tr("演练"), 24,
                          [&context](wxWindow* parent) { return new LessonsPage(parent, context); });
}

} // namespace drills
