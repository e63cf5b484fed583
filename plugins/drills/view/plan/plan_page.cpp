#include "view/plan/plan_page.h"

#include "core/drill_filter.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_report.h"
#include "core/plan/plan_store.h"
#include "core/plan/plan_tables.h"
#include "view/plan/plan_dialogs.h"
#include "view/plan/plan_page_window.h"
#include "view/plan/plan_year_source.h"

#include <yanxun/argument.h>
#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/choice.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <functional>
#include <set>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int fieldHeight = 32, sideWidth = 324; // DIP

std::string aboutLine(const YearPlan& plan, const PlanProgress& progress) {
    std::string text = tr("第 {} 版", plan.version);
    // Of all issued plans of the year, as the figure on the home page.
    if (plan.isIssued() && progress.issued > 0)
        text += tr(" · 完成率 {}%（{}/{}）", yanxun::cellText(progress.hundredths(), yanxun::CellKind::hundredths), progress.finished, progress.issued);
    if (!plan.submittedBy.empty()) text += tr(" · {}提交", plan.submittedBy);
    if (!plan.approvedBy.empty()) text += tr(" · {}批准", plan.approvedBy);
    if (!plan.document.empty()) text += tr(" · {}", plan.document);
    return text;
}

} // namespace

PlanPageWindow::PlanPageWindow(wxWindow* parent, const ViewContext& context, const PlanService& plans)
    : wxPanel(parent), context_(context), plans_(plans), year_(context.clock.today().year) {
    SetName("drills.plan");
    makeHeader();
    auto* const body = new wxPanel(this);
    content_ = body;
    auto* const left = new Card(body);
    left->body()->Add(makeChoices(left), 0, wxEXPAND);
    deeds_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    left->body()->Add(deeds_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    const auto deed = [&](const std::string& title, const char* icon, const char* name, std::function<void()> run) {
        wxButton* const made = button(left, title, icon);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { guarded(this, run); });
        deeds_->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
        return made;
    };
    fill_ = deed(tr("补齐应演任务"), "tasks", "drills.plan_fill", [this] { if (plan() && fillPlanGaps(this, context_, plans_, *plan())) refresh(); });
    copy_ = deed(tr("复制到下一年"), "copy", "drills.plan_copy", [this] { copy(); });
    conflicts_ = deed(tr("查冲突"), "warning", "drills.plan_conflicts_show", [this] { showPlanConflicts(this, context_, year_); });
    save_ = deed(tr("存为表格"), "export", "drills.plan_save", [this] { save(); });
    describe_ = deed(tr("计划说明"), "edit", "drills.plan_describe", [this] { if (plan() && describePlan(this, context_, plans_, *plan())) refresh(); });
    table_ = new RecordTable(left, "drills.plan_items", context.database, planYearColumns(), planYearSource(0, context.clock.today()));
    table_->setTitle(tr("计划项"));
    table_->setEmpty(tr("这个计划还没有计划项。点“增加计划项”，或用“补齐应演任务”从应演任务生成。"));
    table_->selectionChanged = [this](std::int64_t id) {
        guarded(this, [&] {
            itemId_ = id;
            if (plan()) side_->show(*plan(), id);
        });
    };
    left->body()->Add(table_, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    left->body()->Add(makeLegend(left), 0, wxEXPAND | wxTOP, FromDIP(space::s));
    auto* const right = new Card(body);
    side_ = new PlanSide(right, context, plans);
    side_->changed = [this] { refresh(); };
    right->body()->Add(side_, 1, wxEXPAND);
    right->SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    row->Add(right, 0, wxEXPAND);
    body->SetSizer(row);
    nothing_ = emptyState(this, "calendar", tr("这一年还没有演练计划。先编制一份，再增加计划项、提交审批、下达。"), tr("编制计划"),
                          [this] { guarded(this, [this] { if (makePlan(this, context_, plans_, year_)) refresh(); }); });
    nothing_->SetName("drills.plan_nothing");
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(content_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    all->Add(nothing_, 1, wxEXPAND);
    SetSizer(all);
    refresh();
}

void PlanPageWindow::makeHeader() {
    header_ = new PageHeader(this, tr("年度计划"), tr("一年的演练：谁、什么时候、按什么周期，下达以后每次调整都有原因"));
    const auto action = [this](const std::string& title, const char* icon, const char* name, bool primary, std::function<void()> run) {
        wxButton* const made = button(header_, title, icon, primary);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { guarded(this, run); });
        header_->actions()->Add(made, 0, wxLEFT, FromDIP(space::s));
        return made;
    };
    action(tr("新编计划"), "file", "drills.plan_make", false, [this] { if (makePlan(this, context_, plans_, year_)) refresh(); });
    back_ = action(tr("退回"), "undo", "drills.plan_return", false, [this] { giveBack(); });
    sign_ = action(tr("会签"), "edit", "drills.plan_countersign", false, [this] { countersign(); });
    add_ = action(tr("增加计划项"), "plus", "drills.plan_item_add", false, [this] { if (plan() && editPlanItem(this, context_, plans_, *plan(), nullptr)) refresh(); });
    step_ = action(tr("提交审批"), "check", "drills.plan_step", true, [this] { step(); });
}

wxSizer* PlanPageWindow::makeChoices(wxWindow* parent) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto pick = [&](const char* name, const std::string& title, int width, int grows) {
        auto* const made = new wxChoice(parent, wxID_ANY);
        made->SetName(name);
        made->SetMinSize(FromDIP(wxSize(width, fieldHeight)));
        setAccessible(made, title);
        line->Add(made, grows, wxRIGHT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
        return made;
    };
    yearChoice_ = pick("drills.plan_year", tr("年度"), 96, 0);
    planChoice_ = pick("drills.plan_choice", tr("计划"), 190, 0);
    pill_ = new Pill(parent, word(PlanStatus::draft), yanxun::Tone::neutral);
    line->Add(pill_, 0, wxRIGHT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
    about_ = cutLine(parent);
    line->Add(about_, 1, wxALIGN_CENTRE_VERTICAL);
    yearChoice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] {
            year_ = years_[std::size_t(yearChoice_->GetSelection())];
            planId_ = itemId_ = 0;
            refresh();
        });
    });
    planChoice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] {
            planId_ = all_[std::size_t(planChoice_->GetSelection())].id;
            itemId_ = 0;
            showPlan();
        });
    });
    return line;
}

wxSizer* PlanPageWindow::makeLegend(wxWindow* parent) {
    using yanxun::Tone;
    auto* const line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const std::pair<Tone, std::string> words[] = {{Tone::neutral, tr("未下达或取消")},
                                                  {Tone::warning, tr("待立项")},
                                                  {Tone::accent, tr("已立项")},
                                                  {Tone::good, tr("已完成")},
                                                  {Tone::bad, tr("逾期")}};
    for (const auto& [tone, word] : words) line->Add(new Pill(parent, word, tone), 0, wxRIGHT, FromDIP(space::xs));
    line->Add(label(parent, tr("格中是日子，+2 ＝ 还有 2 场"), TextStyle::caption, true), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::xs));
    return line;
}

const YearPlan* PlanPageWindow::plan() const {
    const auto found = std::find_if(all_.begin(), all_.end(), [this](const YearPlan& p) { return p.id == planId_; });
    return found == all_.end() ? nullptr : &*found;
}

void PlanPageWindow::show(const std::string& argument) {
    std::int64_t dateId = yanxun::argumentNumber(argument, "date");
    std::int64_t wanted = yanxun::argumentNumber(argument, "plan");
    if (const auto year = yanxun::argumentNumber(argument, "year")) year_ = int(year);
    context_.database.read([&](yanxun::Reader& reader) {
        if (dateId != 0) {
            const PlanDate date = plans::date(reader, dateId);
            wanted = date.planId;
            itemId_ = date.itemId;
        }
        if (wanted != 0) year_ = plans::get(reader, wanted).year;
    });
    if (wanted != 0) planId_ = wanted;
    refresh();
    // Somebody who only comes by sees the newest plan there is rather than an empty year.
    if (argument.empty() && all_.empty() && years_.front() != year_) {
        year_ = years_.front();
        refresh();
    }
    if (dateId != 0 && plan()) {
        table_->select(itemId_);
        side_->show(*plan(), itemId_, dateId);
    }
}

void PlanPageWindow::refresh() {
    load();
    offerPlans();
    showPlan();
}

void PlanPageWindow::load() {
    std::set<int, std::greater<>> years{year_};
    context_.database.read([&](yanxun::Reader& reader) {
        all_ = plans::all(reader, year_);
        for (const YearPlan& one : plans::all(reader, 0)) years.insert(one.year);
    });
    if (all_.empty() && years.size() > 1) years.erase(year_);
    years_.assign(years.begin(), years.end());
    yearChoice_->Clear();
    for (const int year : years_) yearChoice_->Append(wx(tr("{}年", year)));
    const auto chosen = std::find(years_.begin(), years_.end(), year_);
    yearChoice_->SetSelection(chosen == years_.end() ? wxNOT_FOUND : int(chosen - years_.begin()));
    if (!plan()) planId_ = all_.empty() ? 0 : all_.front().id;
}

void PlanPageWindow::offerPlans() {
    wxArrayString names;
    for (const YearPlan& one : all_) names.Add(wx(ownerName(one)));
    planChoice_->Set(names);
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (all_[i].id == planId_) planChoice_->SetSelection(int(i));
}

void PlanPageWindow::showPlan() {
    const YearPlan* const shown = plan();
    content_->Show(shown);
    nothing_->Show(!shown);
    const PlanStatus status = shown ? shown->status : PlanStatus::draft;
    const bool isDecided = status == PlanStatus::submitted || status == PlanStatus::approved;
    add_->Show(shown && !isDecided);
    back_->Show(shown && isDecided);
    sign_->Show(shown && status == PlanStatus::submitted);
    step_->Show(shown && !shown->isIssued());
    step_->SetLabel(wx(status == PlanStatus::draft ? tr("提交审批") : status == PlanStatus::submitted ? tr("批准") : tr("下达")));
    if (!shown) {
        Layout();
        return;
    }
    header_->setTitle(shown->title);
    fill_->Enable(!isDecided);
    describe_->Enable(status != PlanStatus::submitted);
    pill_->set(word(status), toneOf(status));
    PlanProgress progress;
    context_.database.read([&](yanxun::Reader& reader) { progress = planProgress(reader, yanxun::Period::year(shown->year)); });
    setLine(about_, aboutLine(*shown, progress));
    add_->SetLabel(wx(shown->isIssued() ? tr("追加计划项") : tr("增加计划项")));
    if (shownPlan_ != shown->id) table_->setSource(planYearSource(shown->id, context_.clock.today()));
    else table_->reload();
    shownPlan_ = shown->id;
    side_->show(*shown, itemId_);
    content_->Layout();
    Layout();
}

void PlanPageWindow::step() {
    if (!plan()) return;
    // A copy: the list may be read anew while a dialog is open.
    const YearPlan shown = *plan();
    const std::int64_t id = shown.id;
    if (shown.status == PlanStatus::draft) {
        if (!confirm(this, tr("提交“{}”审批？审批期间不能修改。", shown.title), tr("提交"))) return;
        context_.database.write([&](yanxun::Writer& writer) { plans_.submit(writer, id, {}); });
    } else if (shown.status == PlanStatus::submitted) {
        if (!confirm(this, tr("以“{}”的名义批准“{}”？", context_.database.who(), shown.title), tr("批准"))) return;
        context_.database.write([&](yanxun::Writer& writer) { plans_.approve(writer, id, {}); });
    } else {
        const auto document = askText(this, tr("下达文号（可以不填）："), shown.document);
        if (!document) return;
        context_.database.write([&](yanxun::Writer& writer) { plans_.issue(writer, id, *document); });
    }
    refresh();
}

void PlanPageWindow::giveBack() {
    const auto reason = askText(this, tr("退回的原因："));
    if (!reason || !plan()) return;
    context_.database.write([&](yanxun::Writer& writer) { plans_.giveBack(writer, planId_, *reason); });
    refresh();
}

void PlanPageWindow::countersign() {
    const auto note = askText(this, tr("会签意见："), tr("同意"));
    if (!note || !plan()) return;
    context_.database.write([&](yanxun::Writer& writer) { plans_.countersign(writer, planId_, *note); });
    refresh();
}

void PlanPageWindow::copy() {
    if (!plan()) return;
    const YearPlan shown = *plan();
    const std::int64_t made = copyPlanTo(this, context_, plans_, shown);
    if (made != 0) show("plan=" + std::to_string(made));
}

void PlanPageWindow::save() {
    if (!plan()) return;
    const YearPlan shown = *plan();
    const auto path = saveFile(this, tr("存为表格"), tr("表格 (*.xlsx)|*.xlsx"), shown.title + ".xlsx");
    if (!path) return;
    context_.database.read([&](yanxun::Reader& reader) { writePlanWorkbook(reader, shown, context_.clock.today(), *path); });
    context_.workbench.notify(tr("已存为 {}。", path->filename().string()));
}

yanxun::Page planPage(const ViewContext& context, const PlanService& plans) {
    return yanxun::pageOf("drills.plan", tr("年度计划"), "calendar", tr("演练"), 21,
                          [&context, &plans](wxWindow* parent) { return new PlanPageWindow(parent, context, plans); });
}

} // namespace drills
