#include "view/duties_page.h"

#include "core/duty_store.h"
#include "view/duty/duty_board.h"
#include "view/duty/duty_lists.h"
#include "view/duty/duty_rows.h"
#include "view/duty_dialogs.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/choice.h>
#include <wx/notebook.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int fieldHeight = 32; // DIP
/// The tabs in their order.
enum Tab { boardTab, listTab, packetTab, spotTab, marksTab };
constexpr std::array statuses{DutyStatus::overdue, DutyStatus::dueSoon,       DutyStatus::unplanned,
                              DutyStatus::planned, DutyStatus::papersMissing, DutyStatus::done,
                              DutyStatus::exempt,  DutyStatus::unconfirmed,   DutyStatus::notApplicable};

class DutiesPage final : public wxPanel, public yanxun::PageView {
public:
    DutiesPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxSizer* makeFilters(wxWindow* parent);
    wxChoice* pick(wxWindow* parent, wxSizer* line, const char* name, const std::string& title, int width);
    void offerChoices();
    void reload();
    void tellCounts();
    void makeTabs(wxWindow* parent);
    void fillTab();
    void exportBoard();
    void act(bool (*dialog)(wxWindow*, const ViewContext&, const Duty&));
    std::optional<Duty> chosen();
    void enableActions();

    const ViewContext& context_;
    DutyFilter filter_;
    std::vector<int> years_;
    std::vector<std::string> regions_, kinds_, rules_;
    PageHeader* header_ = nullptr;
    wxChoice *year_ = nullptr, *region_ = nullptr, *kind_ = nullptr, *rule_ = nullptr, *status_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxButton *schedule_ = nullptr, *exempt_ = nullptr, *report_ = nullptr;
    wxStaticText* counts_ = nullptr;
    wxNotebook* tabs_ = nullptr;
    DutyBoard* board_ = nullptr;
    RecordTable* table_ = nullptr;
    PacketPanel* packet_ = nullptr;
    SpotPanel* spots_ = nullptr;
    MarksPanel* marks_ = nullptr;
};

DutiesPage::DutiesPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.duties");
    filter_.year = context.clock.today().year;
    filter_.statuses = {DutyStatus::overdue};
    makeHeader();
    auto* const card = new Card(this);
    card->body()->Add(makeFilters(card), 0, wxEXPAND);
    counts_ = cutLine(card);
    card->body()->Add(counts_, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
    makeTabs(card);
    card->body()->Add(tabs_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    refresh();
}

void DutiesPage::makeTabs(wxWindow* parent) {
    tabs_ = new wxNotebook(parent, wxID_ANY);
    tabs_->SetName("drills.duty_tabs");
    board_ = new DutyBoard(tabs_, context_);
    board_->selectionChanged = [this] { enableActions(); };
    board_->opened = [this] { act(scheduleDuty); };
    board_->ruleOpened = [this](const std::string& rule) {
        const auto found = std::find(rules_.begin(), rules_.end(), rule);
        if (found == rules_.end()) return;
        rule_->SetSelection(int(found - rules_.begin()) + 1);
        reload();
    };
    table_ = new RecordTable(tabs_, "drills.duty_list", context_.database, dutyListColumns(), dutyListSource(filter_));
    table_->setTitle(tr("应演任务"));
    table_->setEmpty(tr("没有符合条件的应演任务。可以放宽筛选条件；没有任何任务时，请先导入单位名录并确认属性。"));
    table_->sortBy("due", true);
    table_->selectionChanged = [this](std::int64_t) { guarded(this, [this] { enableActions(); }); };
    table_->activated = [this](std::int64_t) { guarded(this, [this] { act(scheduleDuty); }); };
    packet_ = new PacketPanel(tabs_, context_);
    spots_ = new SpotPanel(tabs_, context_);
    marks_ = new MarksPanel(tabs_, context_);
    tabs_->AddPage(board_, wx(tr("看板")));
    tabs_->AddPage(table_, wx(tr("清单")));
    tabs_->AddPage(packet_, wx(tr("报送")));
    tabs_->AddPage(spots_, wx(tr("抽查")));
    tabs_->AddPage(marks_, wx(tr("单位得分")));
    tabs_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        if (event.GetEventObject() == tabs_) guarded(this, [this] { fillTab(); });
    });
}

/// Only the tab in front is filled.
void DutiesPage::fillTab() {
    switch (tabs_->GetSelection()) {
    case boardTab: board_->set(filter_); break;
    case listTab: table_->setSource(dutyListSource(filter_)); break;
    case packetTab: packet_->set(filter_.year); break;
    case spotTab: spots_->set(filter_.year); break;
    case marksTab: marks_->set(filter_.year); break;
    }
    enableActions();
}

void DutiesPage::exportBoard() {
    DutyMatrix matrix;
    context_.database.read([&](yanxun::Reader& reader) { matrix = dutyMatrix(reader, filter_); });
    if (saveRows(this, matrixRows(matrix), "drills.duty_matrix", tr("{}年应演任务看板", filter_.year)))
        context_.workbench.notify(tr("看板已导出；演练频次达标表（R2）在“报表”页面生成。"));
}

void DutiesPage::makeHeader() {
    header_ = new PageHeader(this, tr("应演任务"), tr("哪些单位、按哪条规则、在哪个时段还没有演练"));
    const auto action = [this](const std::string& title, const char* icon, const char* name, bool primary,
                               std::function<void()> run) {
        wxButton* const made = button(header_, title, icon, primary);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { guarded(this, run); });
        header_->actions()->Add(made, 0, wxLEFT, FromDIP(space::s));
        return made;
    };
    action(tr("规则"), "settings", "drills.duty_rules", false, [this] {
        if (showDutyRules(this, context_)) refresh();
    });
    action(tr("导出看板"), "export", "drills.duty_export", false, [this] { exportBoard(); });
    exempt_ = action(tr("登记豁免"), "shield", "drills.duty_exempt", false, [this] { act(exemptDuty); });
    report_ = action(tr("登记报送"), "export", "drills.duty_report", false, [this] { act(reportDuty); });
    schedule_ = action(tr("安排演练"), "calendar", "drills.duty_schedule", true, [this] { act(scheduleDuty); });
}

wxChoice* DutiesPage::pick(wxWindow* parent, wxSizer* line, const char* name, const std::string& title, int width) {
    auto* const made = new wxChoice(parent, wxID_ANY);
    made->SetName(name);
    made->SetMinSize(FromDIP(wxSize(width, fieldHeight)));
    setAccessible(made, title);
    made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    line->Add(made, width >= 180 ? 1 : 0, wxRIGHT, FromDIP(space::s));
    return made;
}

wxSizer* DutiesPage::makeFilters(wxWindow* parent) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    year_ = pick(parent, line, "drills.duty_year", tr("年度"), 92);
    status_ = pick(parent, line, "drills.duty_status", tr("状态"), 160);
    region_ = pick(parent, line, "drills.duty_region", tr("乡镇（街道）"), 130);
    kind_ = pick(parent, line, "drills.duty_kind", tr("单位类别"), 100);
    rule_ = pick(parent, line, "drills.duty_rule", tr("规则"), 180);
    search_ = new wxSearchCtrl(parent, wxID_ANY);
    search_->SetName("drills.duty_search");
    search_->SetDescriptiveText(wx(tr("单位名称")));
    search_->SetMinSize(FromDIP(wxSize(150, fieldHeight)));
    setAccessible(search_, tr("单位名称"));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    line->Add(search_, 0);
    const int now = filter_.year;
    for (int year = now + 1; year > now - 10; --year) {
        years_.push_back(year);
        year_->Append(wx(tr("{}年", year)));
    }
    year_->SetSelection(1);
    status_->Append(wx(tr("全部状态")));
    for (const DutyStatus status : statuses)
        status_->Append(wx(word(status)));
    status_->SetSelection(1);
    return line;
}

void DutiesPage::offerChoices() {
    const auto offer = [](wxChoice* choice, std::vector<std::string>& values, const std::vector<std::string>& names,
                          const std::vector<std::string>& shown, const std::string& all) {
        const int at = choice->GetSelection();
        const std::string kept = at > 0 && at <= int(values.size()) ? values[std::size_t(at) - 1] : "";
        values = names;
        wxArrayString items;
        items.Add(wx(all));
        for (const std::string& one : shown)
            items.Add(wx(one));
        choice->Set(items);
        const auto found = std::find(values.begin(), values.end(), kept);
        choice->SetSelection(kept.empty() || found == values.end() ? 0 : int(found - values.begin()) + 1);
    };
    std::vector<std::string> regions, codes, titles;
    context_.database.read([&](yanxun::Reader& reader) {
        regions = duties::regions(reader, filter_.year);
        for (const DutyRule& rule : context_.duties.rules(reader)) {
            if (!rule.on) continue;
            codes.push_back(rule.code);
            titles.push_back(rule.code + " " + rule.title);
        }
    });
    const std::vector<std::string> kinds{tr("企业"), tr("学校"), tr("村"),      tr("社区"),
                                         tr("机关"), tr("医院"), tr("养老机构")};
    offer(region_, regions_, regions, regions, tr("全部乡镇街道"));
    offer(kind_, kinds_, kinds, kinds, tr("全部类别"));
    offer(rule_, rules_, codes, titles, tr("全部规则"));
}

void DutiesPage::show(const std::string& argument) {
    filter_.unitId = yanxun::argumentNumber(argument, "unit");
    const std::int64_t spot = yanxun::argumentNumber(argument, "spot");
    if (filter_.unitId != 0) {
        status_->SetSelection(0);
        tabs_->ChangeSelection(listTab);
    }
    if (spot != 0) tabs_->ChangeSelection(spotTab);
    refresh();
    if (spot != 0) spots_->choose(spot);
}

void DutiesPage::refresh() {
    context_.duties.refresh(context_.database, filter_.year, context_.clock.today());
    offerChoices();
    reload();
}

void DutiesPage::reload() {
    const auto value = [](wxChoice* choice, const std::vector<std::string>& values) {
        const int at = choice->GetSelection();
        return at > 0 && at <= int(values.size()) ? values[std::size_t(at) - 1] : std::string();
    };
    const int year = years_[std::size_t(year_->GetSelection())];
    if (year != filter_.year) {
        filter_.year = year;
        filter_.unitId = 0;
        context_.duties.refresh(context_.database, year, context_.clock.today());
        offerChoices();
    }
    filter_.region = value(region_, regions_);
    filter_.kind = value(kind_, kinds_);
    filter_.rule = value(rule_, rules_);
    filter_.text = yanxun::text::key(utf8(search_->GetValue()));
    filter_.statuses.clear();
    if (const int at = status_->GetSelection(); at > 0) filter_.statuses = {statuses[std::size_t(at) - 1]};
    tellCounts();
    fillTab();
}

void DutiesPage::tellCounts() {
    DutyFilter any = filter_;
    any.statuses.clear();
    std::string text;
    context_.database.read([&](yanxun::Reader& reader) {
        const auto counts = duties::counts(reader, any);
        std::int64_t due = 0, done = 0;
        for (const DutyStatus status : statuses) {
            const auto found = counts.find(status);
            if (found == counts.end()) continue;
            text += (text.empty() ? "" : "　") + tr("{} {}", word(status), found->second);
            const bool finished = status == DutyStatus::done || status == DutyStatus::papersMissing;
            done += finished ? found->second : 0;
            due += finished || status == DutyStatus::overdue ? found->second : 0;
        }
        if (due > 0) text += tr("　频次履职率 {}%", (done * 1000 / due) / 10);
    });
    setLine(counts_, text);
}

std::optional<Duty> DutiesPage::chosen() {
    const int tab = tabs_->GetSelection();
    const std::int64_t id = tab == boardTab ? board_->chosen() : tab == listTab ? table_->selected() : 0;
    if (id == 0) return std::nullopt;
    std::vector<Duty> found;
    context_.database.read([&](yanxun::Reader& reader) { found = duties::get(reader, std::span(&id, 1)); });
    if (found.front().id == 0) return std::nullopt;
    return found.front();
}

void DutiesPage::enableActions() {
    const auto duty = chosen();
    const bool isDone = duty && (duty->status == DutyStatus::done || duty->status == DutyStatus::papersMissing);
    schedule_->Enable(duty && !isDone && duty->status != DutyStatus::unconfirmed);
    exempt_->Enable(duty && !isDone && duty->status != DutyStatus::unconfirmed);
    report_->Enable(isDone);
}

void DutiesPage::act(bool (*dialog)(wxWindow*, const ViewContext&, const Duty&)) {
    const auto duty = chosen();
    if (!duty) {
        showMessage(this, tr("请先在看板或清单中选一项应演任务。"));
        return;
    }
    if (dialog(this, context_, *duty)) refresh();
}

} // namespace

yanxun::Page dutiesPage(const ViewContext& context) {
    return yanxun::pageOf("drills.duties", tr("应演任务"), "tasks", tr("演练"), 22,
                          [&context](wxWindow* parent) { return new DutiesPage(parent, context); });
}

} // namespace drills
