#include "view/improve/actions_page.h"

#include "core/drill_store.h"
#include "view/improve/action_panel.h"
#include "view/improve/paper_export.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/srchctrl.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int kSideWidth = 360; // DIP

std::vector<RecordColumn> columns() {
    // What is urgent first: a narrow window shows the rest by scrolling.
    return {{"status", tr("状态"), CellKind::text, 98, false, true},
            {"measure", tr("整改措施"), CellKind::text, 0, false, false},
            {"due", tr("期限"), CellKind::date, 92, false, false},
            {"late", tr("逾期"), CellKind::text, 70, false, false},
            {"unit", tr("责任单位"), CellKind::text, 112, false, false},
            {"severity", tr("分级"), CellKind::text, 62, false, false}};
}

yanxun::Tone toneOf(const Action& action, yanxun::Date today) {
    if (action.isOverdue(today) || action.lookBack == LookBack::failed) return yanxun::Tone::bad;
    switch (action.status) {
    case ActionStatus::closed: return yanxun::Tone::good;
    case ActionStatus::toVerify:
    case ActionStatus::returned: return yanxun::Tone::warning;
    case ActionStatus::working: return yanxun::Tone::accent;
    case ActionStatus::draft: break;
    }
    return yanxun::Tone::neutral;
}

std::vector<RecordCell> cellsOf(const ActionLine& line, yanxun::Date today) {
    const Action& a = line.action;
    return {{a.lookBack == LookBack::failed ? word(a.lookBack) : word(a.status), toneOf(a, today)},
            {a.measure},
            {a.due.iso()},
            {a.isOverdue(today) ? tr("{} 天", today.days() - a.due.days()) : std::string()},
            {a.dutyUnit},
            {orDash(word(line.severity))}};
}

RecordSource sourceOf(const ActionFilter& filter, yanxun::Date today) {
    RecordSource source;
    source.ids = [filter, today](yanxun::Reader& reader, const RecordQuery& query) {
        RecordIds found;
        found.ids = actions::ids(reader, filter, today);
        found.total = std::int64_t(found.ids.size());
        if (found.total > query.limit) found.ids.resize(std::size_t(query.limit));
        return found;
    };
    source.rows = [today](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        const std::vector<ActionLine> lines = actions::lines(reader, ids);
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto found = std::find_if(lines.begin(), lines.end(), [id](const ActionLine& l) { return l.action.id == id; });
            rows.push_back(found == lines.end() ? std::vector<RecordCell>(columns().size()) : cellsOf(*found, today));
        }
        return rows;
    };
    return source;
}

class ActionsPage final : public wxPanel, public yanxun::PageView {
public:
    ActionsPage(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    wxSizer* makeFilters(wxWindow* parent);
    void makeActions();
    void reload();
    /// The drill the list is narrowed to, else that of the chosen action; 0 = none.
    std::int64_t drill();
    void exportPaper(bool closing);

    const ViewContext& context_;
    std::vector<std::filesystem::path> styles_;
    ActionFilter filter_;
    std::int64_t drill_ = 0; ///< the list is narrowed to
    PageHeader* header_;
    wxButton* all_ = nullptr;
    wxChoice *status_ = nullptr, *severity_ = nullptr;
    wxSearchCtrl* unit_ = nullptr;
    RecordTable* table_;
    ActionPanel* side_;
};

ActionsPage::ActionsPage(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles)
    : wxPanel(parent), context_(context), styles_(styles) {
    SetName("drills.actions");
    header_ = new PageHeader(this, tr("整改台账"), tr("问题 → 整改 → 复查 → 回头看"));
    makeActions();
    auto* const left = new Card(this);
    left->body()->Add(makeFilters(left), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    table_ = new RecordTable(left, "drills.actions_list", context_.database, columns(), sourceOf(filter_, context.clock.today()));
    table_->setTitle(tr("整改措施"));
    table_->setEmpty(tr("没有符合条件的整改。在演练的“问题”里登记问题，再“下整改”。"));
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { side_->show(id); }); };
    left->body()->Add(table_, 1, wxEXPAND);
    auto* const right = new Card(this);
    right->SetMinSize(FromDIP(wxSize(kSideWidth, -1)));
    side_ = new ActionPanel(right, context_, std::move(styles));
    side_->changed = [this] { refresh(); };
    right->body()->Add(side_, 1, wxEXPAND);
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    row->Add(right, 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    refresh();
}

void ActionsPage::makeActions() {
    const auto deed = [&](const char* name, const std::string& text, const char* icon, std::function<void()> work) {
        wxButton* const made = button(header_, text, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, work](wxCommandEvent&) { guarded(this, work); });
        header_->actions()->Add(made, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
        return made;
    };
    all_ = deed("drills.actions_all", tr("看全部演练"), "list", [this] {
        drill_ = 0;
        reload();
        refresh();
    });
    deed("drills.paper_evaluation", tr("评估报告…"), "export", [this] { exportPaper(false); });
    deed("drills.paper_closing", tr("总结报告…"), "export", [this] { exportPaper(true); });
    all_->Hide();
}

std::int64_t ActionsPage::drill() {
    if (drill_ != 0) return drill_;
    const std::int64_t id = table_->selected();
    std::int64_t found = 0;
    if (id != 0) context_.database.read([&](yanxun::Reader& reader) { found = actions::get(reader, id).drillId; });
    return found;
}

void ActionsPage::exportPaper(bool closing) {
    const std::int64_t id = drill();
    if (id == 0) throw yanxun::Error(tr("请先选择一条整改，或在演练的“问题”里点“整改与报告”：报告是一场演练的。"));
    drills::exportPaper(this, context_, styles_, id, closing);
}

wxSizer* ActionsPage::makeFilters(wxWindow* parent) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto pick = [&](const char* name, const std::string& title) {
        auto* const made = new wxChoice(parent, wxID_ANY);
        made->SetName(name);
        setAccessible(made, title);
        made->SetMinSize(FromDIP(wxSize(118, 32)));
        made->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
        line->Add(made, 0, wxRIGHT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
        return made;
    };
    status_ = pick("drills.actions_status", tr("状态"));
    for (const std::string& shown : {tr("全部状态"), tr("逾期"), tr("未销号"), tr("待下发"), tr("整改中"), tr("待复查"),
                                     tr("已销号"), tr("退回")}) {
        status_->Append(wx(shown));
    }
    severity_ = pick("drills.actions_severity", tr("问题分级"));
    for (const std::string& shown : {tr("全部分级"), tr("不足项"), tr("整改项"), tr("改进项")}) severity_->Append(wx(shown));
    status_->SetSelection(0);
    severity_->SetSelection(0);
    unit_ = new wxSearchCtrl(parent, wxID_ANY);
    unit_->SetName("drills.actions_unit");
    unit_->SetDescriptiveText(wx(tr("责任单位")));
    unit_->SetMinSize(FromDIP(wxSize(130, 32)));
    unit_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    line->Add(unit_, 1, wxALIGN_CENTRE_VERTICAL);
    return line;
}

void ActionsPage::reload() {
    filter_ = {};
    const int status = status_->GetSelection();
    filter_.overdueOnly = status == 1;
    filter_.openOnly = status == 2;
    if (status >= 3) filter_.status = ActionStatus(status - 2);
    filter_.severity = Severity(severity_->GetSelection());
    filter_.unit = utf8(unit_->GetValue());
    filter_.drillId = drill_;
    table_->setSource(sourceOf(filter_, context_.clock.today()));
}

void ActionsPage::refresh() {
    std::int64_t overdue = 0, toVerify = 0;
    std::string name;
    context_.database.read([&](yanxun::Reader& reader) {
        const auto found = drill_ != 0 ? store::find(reader, drill_) : std::nullopt;
        if (found) name = found->name;
        else drill_ = 0;
        overdue = actions::overdueCount(reader, context_.clock.today());
        toVerify = actions::toVerifyCount(reader);
    });
    header_->setSubtitle(drill_ != 0 ? tr("只看“{}”的整改", name)
                                     : tr("问题 → 整改 → 复查 → 回头看 · 逾期 {} 条，待复查 {} 条", overdue, toVerify));
    all_->Show(drill_ != 0);
    header_->Layout();
    table_->reload();
    side_->show(table_->selected());
}

void ActionsPage::show(const std::string& argument) {
    if (yanxun::hasPart(argument, "status")) status_->SetStringSelection(wx(yanxun::argumentPart(argument, "status")));
    drill_ = yanxun::argumentNumber(argument, "drill");
    reload();
    refresh();
    if (const std::int64_t id = yanxun::argumentNumber(argument, "id"); id != 0) {
        table_->select(id);
        side_->show(id);
    }
}

} // namespace

yanxun::Page actionsPage(const ViewContext& context, std::vector<std::filesystem::path> styles) {
    return yanxun::pageOf("drills.actions", tr("整改台账"), "check", tr("演练"), 23,
                          [&context, styles = std::move(styles)](wxWindow* parent) { return new ActionsPage(parent, context, styles); });
}

} // namespace drills
