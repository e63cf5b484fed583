#include "view/plan/plan_side.h"

#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"
#include "core/plan/plan_tables.h"
#include "view/plan/plan_dialogs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/notebook.h>
#include <wx/scrolwin.h>
#include <wx/wrapsizer.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int leastDates = 156; // DIP

using Rows = std::vector<std::vector<RecordCell>>;

/// Why the day is another than the rule's, or than the one that was issued.
std::string whyOf(const PlanDate& date) {
    return date.day == date.planned ? date.why : tr("原定 {}月{}日", date.planned.month, date.planned.day);
}

RecordSource dateSource(std::int64_t plan, std::int64_t item, yanxun::Date today) {
    RecordSource source;
    source.ids = [plan, item](yanxun::Reader& reader, const RecordQuery&) {
        RecordIds found;
        if (item == 0) return found;
        for (const PlanDate& date : plans::dates(reader, plan, item)) found.ids.push_back(date.id);
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [today](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        Rows rows;
        for (const PlanDate& d : plans::datesOf(reader, ids)) {
            const std::string why = whyOf(d);
            rows.push_back({{tr("{}月{}日 {}", d.day.month, d.day.day, weekdayWord(d.day))}, {stateWord(d, today), toneOf(d, today)}, {why}});
        }
        return rows;
    };
    return source;
}

RecordSource changeSource(std::int64_t plan) {
    RecordSource source;
    source.ids = [plan](yanxun::Reader& reader, const RecordQuery&) {
        RecordIds found;
        for (const PlanChange& change : plans::changes(reader, plan)) found.ids.push_back(change.id);
        std::reverse(found.ids.begin(), found.ids.end());
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        Rows rows;
        for (const PlanChange& c : plans::changesOf(reader, ids))
            rows.push_back({{word(c.kind), yanxun::Tone::warning}, {c.name}, {yanxun::localDay(c.at).iso()}});
        return rows;
    };
    return source;
}

RecordSource stepSource(std::int64_t plan) {
    RecordSource source;
    source.ids = [plan](yanxun::Reader& reader, const RecordQuery&) {
        RecordIds found;
        found.total = std::int64_t(plans::steps(reader, plan).size());
        for (std::int64_t i = 1; i <= found.total; ++i) found.ids.push_back(i);
        return found;
    };
    source.rows = [plan](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        const auto steps = plans::steps(reader, plan);
        Rows rows;
        for (const std::int64_t id : ids) {
            if (id > std::int64_t(steps.size())) {
                rows.emplace_back(4);
                continue;
            }
            const PlanStep& s = steps[std::size_t(id) - 1];
            rows.push_back({{word(s.deed)}, {s.who}, {yanxun::localDay(s.at).iso()}, {s.note}});
        }
        return rows;
    };
    return source;
}

} // namespace

PlanSide::PlanSide(wxWindow* parent, const ViewContext& context, const PlanService& plans)
    : wxPanel(parent), context_(context), plans_(plans) {
    SetName("drills.plan_side");
    tabs_ = new wxNotebook(this, wxID_ANY);
    tabs_->SetName("drills.plan_tabs");
    tabs_->AddPage(makeItemTab(tabs_), wx(tr("计划项")));
    tabs_->AddPage(makeChangesTab(tabs_), wx(tr("调整")));
    steps_ = new RecordTable(tabs_, "drills.plan_steps", context.database,
                             {{"deed", tr("事项"), CellKind::text, 76, false, false}, {"who", tr("经办人"), CellKind::text, 76, false, false},
                              {"at", tr("日期"), CellKind::date, 90, false, false}, {"note", tr("意见"), CellKind::text, 0, false, false}},
                             stepSource(0));
    steps_->setTitle(tr("审批经过"));
    tabs_->AddPage(steps_, wx(tr("审批")));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(tabs_, 1, wxEXPAND);
    SetSizer(all);
}

/// The list tells what was changed and when; of the one chosen, all of it is told below.
wxPanel* PlanSide::makeChangesTab(wxWindow* parent) {
    auto* const tab = new wxPanel(parent);
    changes_ = new RecordTable(tab, "drills.plan_changes", context_.database,
                               {{"kind", tr("类别"), CellKind::text, 64, false, true}, {"name", tr("演练"), CellKind::text, 110, false, false},
                                {"at", tr("日期"), CellKind::date, 90, false, false}},
                               changeSource(0));
    changes_->setTitle(tr("计划调整"));
    changes_->setEmpty(tr("还没有调整。下达以后的每次延期、取消、变更都记在这里。"));
    changes_->selectionChanged = [this](std::int64_t) { guarded(this, [this] { tellChange(); }); };
    changeFacts_ = new wxPanel(tab);
    changeFacts_->SetName("drills.plan_change_facts");
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(changes_, 1, wxEXPAND);
    all->Add(changeFacts_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    tab->SetSizer(all);
    return tab;
}

void PlanSide::tellChange() {
    changeFacts_->DestroyChildren();
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (const std::int64_t id = changes_->selected(); id != 0) {
        std::vector<PlanChange> found;
        context_.database.read([&](yanxun::Reader& reader) { found = plans::changesOf(reader, std::span(&id, 1)); });
        const PlanChange& c = found.front();
        auto* const grid = new wxFlexGridSizer(2, FromDIP(space::xs), FromDIP(space::m));
        grid->AddGrowableCol(1);
        addFact(changeFacts_, grid, tr("演练"), c.name);
        if (!c.before.empty()) addFact(changeFacts_, grid, tr("原为"), c.before);
        addFact(changeFacts_, grid, tr("改为"), c.after);
        addFact(changeFacts_, grid, tr("原因"), c.reason);
        addFact(changeFacts_, grid, tr("调整人"), tr("{} · {}", c.who, yanxun::localDay(c.at).iso()));
        column->Add(grid, 0, wxEXPAND);
    }
    changeFacts_->SetSizer(column);
    wxWindow* const tab = changeFacts_->GetParent();
    tab->Layout();
    // Now their widths are known, and with them their heights.
    changeFacts_->InvalidateBestSize();
    tab->Layout();
}

wxPanel* PlanSide::makeItemTab(wxWindow* parent) {
    // Low screens scroll it: the occurrences keep some rows.
    auto* const tab = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    tab->SetScrollRate(0, FromDIP(space::l));
    itemTab_ = tab;
    facts_ = new wxPanel(tab);
    facts_->SetName("drills.plan_facts");
    dates_ = new RecordTable(tab, "drills.plan_dates", context_.database,
                             {{"day", tr("日期"), CellKind::text, 106, false, false}, {"state", tr("状态"), CellKind::text, 84, false, true},
                              {"why", tr("说明"), CellKind::text, 0, false, false}},
                             dateSource(0, 0, context_.clock.today()));
    dates_->setTitle(tr("场次"));
    dates_->SetMinSize(FromDIP(wxSize(-1, leastDates)));
    dates_->setEmpty(tr("在左侧选择一个计划项，这里显示它的每一场。"));
    dates_->selectionChanged = [this](std::int64_t) { guarded(this, [this] { enable(); }); };
    dates_->loaded = [this] { guarded(this, [this] { enable(); }); };
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(facts_, 0, wxEXPAND | wxALL, FromDIP(space::s));
    const auto deed = [&](wxSizer* line, const std::string& text, const char* iconName, const char* name, std::function<void()> run) {
        wxButton* const made = button(tab, text, iconName);
        made->SetName(name);
        // After the event: the deed may fill the panel anew.
        made->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter([this, run] { guarded(this, run); }); });
        line->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
        return made;
    };
    auto* const first = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    edit_ = deed(first, tr("修改"), "edit", "drills.plan_item_edit", [this] { editItem(); });
    remove_ = deed(first, tr("删除"), "trash", "drills.plan_item_remove", [this] { removeItem(); });
    all->Add(first, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::s));
    all->Add(dates_, 1, wxEXPAND | wxALL, FromDIP(space::s));
    about_ = cutLine(tab);
    all->Add(about_, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::s));
    auto* const second = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    start_ = deed(second, tr("立项"), "plus", "drills.plan_start", [this] {
        act([this](const PlanDate& date) {
            context_.database.write([&](yanxun::Writer& writer) { plans_.start(writer, date.id); });
            return true;
        });
    });
    change_ = deed(second, tr("调整"), "calendar", "drills.plan_change", [this] {
        act([this](const PlanDate& date) { return changePlanDate(this, context_, plans_, date); });
    });
    link_ = deed(second, tr("关联演练"), "link", "drills.plan_link", [this] {
        act([this](const PlanDate& date) { return linkPlanDate(this, context_, plans_, date); });
    });
    open_ = deed(second, tr("打开演练"), "folder", "drills.plan_open", [this] {
        act([this](const PlanDate& date) {
            context_.workbench.open("drills.drill", "id=" + std::to_string(date.drillId));
            return false;
        });
    });
    all->Add(second, 0, wxEXPAND | wxALL, FromDIP(space::s));
    tab->SetSizer(all);
    return tab;
}

void PlanSide::show(const YearPlan& plan, std::int64_t item, std::int64_t date) {
    const bool isOther = plan.id != plan_.id || (item_ ? item_->id : 0) != item;
    plan_ = plan;
    item_.reset();
    if (item != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            for (const PlanItem& one : plans::items(reader, plan.id))
                if (one.id == item) item_ = one;
        });
    }
    fillFacts();
    if (isOther) {
        dates_->setSource(dateSource(plan.id, item_ ? item_->id : 0, context_.clock.today()));
        changes_->setSource(changeSource(plan.id));
        steps_->setSource(stepSource(plan.id));
    } else {
        dates_->reload();
        changes_->reload();
        steps_->reload();
    }
    if (date != 0) dates_->select(date);
    tellChange();
    enable();
}

void PlanSide::fillFacts() {
    facts_->DestroyChildren();
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (item_) {
        column->Add(paragraph(facts_, item_->what.name, TextStyle::strong), 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
        auto* const grid = new wxFlexGridSizer(2, FromDIP(space::xs), FromDIP(space::m));
        grid->AddGrowableCol(1);
        addFact(facts_, grid, tr("单位"), item_->what.regionName.empty() ? item_->what.unitName : tr("{} · {}", item_->what.unitName, item_->what.regionName));
        addFact(facts_, grid, tr("周期"), tr("{}；遇节假日{}（{}）", ruleWords(item_->rule), word(item_->policy), word(item_->days)));
        std::string what = item_->hazard;
        for (const std::string& part : {formWords(*item_), tr("优先级{}", priorityWord(item_->priority))}) if (!part.empty()) what += (what.empty() ? "" : " · ") + part;
        addFact(facts_, grid, tr("类别"), what);
        std::string where = timeWords(item_->what.time);
        if (!item_->what.venue.empty()) where += (where.empty() ? "" : " · ") + item_->what.venue;
        if (!where.empty()) addFact(facts_, grid, tr("时间地点"), where);
        std::string people = item_->what.lead;
        if (item_->what.people != 0) people += (people.empty() ? "" : " · ") + tr("预计 {} 人", item_->what.people);
        if (item_->budgetFen != 0) people += (people.empty() ? "" : " · ") + tr("经费 {} 元", yuan(item_->budgetFen));
        if (!people.empty()) addFact(facts_, grid, tr("负责"), people);
        if (!item_->note.empty()) addFact(facts_, grid, tr("备注"), item_->note);
        column->Add(grid, 0, wxEXPAND);
    }
    facts_->SetSizer(column);
    layItemTab();
}

std::optional<PlanDate> PlanSide::chosen() {
    const std::int64_t id = dates_->selected();
    if (id == 0) return std::nullopt;
    std::vector<PlanDate> found;
    context_.database.read([&](yanxun::Reader& reader) { found = plans::datesOf(reader, std::span(&id, 1)); });
    return found.front().id == 0 ? std::nullopt : std::optional(found.front());
}

void PlanSide::enable() {
    const auto date = chosen();
    const bool isDecided = plan_.status == PlanStatus::submitted || plan_.status == PlanStatus::approved;
    setLine(about_, date ? tr("{} {}", date->day.iso(), whyOf(*date)) : std::string());
    edit_->Show(item_ && plan_.isOpen());
    remove_->Show(item_ && plan_.isOpen());
    start_->Enable(date && plan_.isIssued() && !date->cancelled && date->drillId == 0);
    change_->Enable(date && !isDecided && !date->cancelled && !date->isFinished());
    link_->Enable(date && plan_.isIssued() && !date->cancelled);
    open_->Enable(date && date->drillId != 0);
    layItemTab();
}

void PlanSide::layItemTab() {
    itemTab_->FitInside();
    itemTab_->Layout();
}

void PlanSide::act(const std::function<bool(const PlanDate&)>& deed) {
    const auto date = chosen();
    if (!date) return showMessage(this, tr("请先选择一场。"));
    if (deed(*date) && changed) changed();
}

void PlanSide::editItem() {
    if (item_ && editPlanItem(this, context_, plans_, plan_, &*item_) && changed) changed();
}

void PlanSide::removeItem() {
    if (!item_ || !confirm(this, tr("删除计划项“{}”和它的每一场？", item_->what.name), tr("删除"))) return;
    context_.database.write([&](yanxun::Writer& writer) { plans_.removeItem(writer, item_->id); });
    if (changed) changed();
}

} // namespace drills
