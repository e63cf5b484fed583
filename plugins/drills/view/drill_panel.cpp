#include "view/drill_panel.h"

#include "core/drill_filter.h"
#include "core/drill_store.h"
#include "view/drill_dialog.h"
#include "view/duties_tab.h"
#include "view/findings_tab.h"
#include "view/step_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/scrolwin.h>
#include <wx/wrapsizer.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

wxScrolledWindow* scrolled(wxWindow* parent, const char* name) {
    auto* const area = new wxScrolledWindow(parent);
    area->SetName(name);
    area->SetScrollRate(0, area->FromDIP(space::l));
    return area;
}

wxFlexGridSizer* factGrid(wxWindow* parent) {
    auto* const grid = new wxFlexGridSizer(2, wxSize(parent->FromDIP(space::l), parent->FromDIP(space::s)));
    grid->AddGrowableCol(1);
    return grid;
}

/// Puts `inside` into an emptied tab.
void refill(wxPanel* tab, wxSizer* inside) {
    auto* const padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(inside, 1, wxEXPAND | wxALL, tab->FromDIP(space::m));
    tab->SetSizer(padded, true);
    tab->FitInside();
    tab->Layout();
}

} // namespace

DrillPanel::DrillPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.detail");
    nothing_ = emptyState(this, "drill", tr("在左侧选择一场演练，这里显示它的概况、评分、问题和参与情况。"));
    head_ = new wxPanel(this);
    tabs_ = new wxNotebook(this, wxID_ANY);
    tabs_->SetName("drills.tabs");
    overview_ = scrolled(tabs_, "drills.overview");
    score_ = scrolled(tabs_, "drills.score_tab");
    findings_ = new FindingsTab(tabs_, context_);
    people_ = scrolled(tabs_, "drills.people");
    duties_ = new DutiesTab(tabs_, context_);
    tabs_->AddPage(overview_, wx(tr("概况")));
    tabs_->AddPage(score_, wx(tr("评分")));
    tabs_->AddPage(findings_, wx(tr("问题")));
    tabs_->AddPage(people_, wx(tr("参与")));
    tabs_->AddPage(duties_, wx(tr("预案")));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(head_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    all->Add(tabs_, 1, wxEXPAND);
    SetSizer(all);
    show(0);
}

void DrillPanel::show(std::int64_t id) {
    id_ = id;
    refresh();
}

void DrillPanel::refresh() {
    std::optional<Drill> drill;
    if (id_ != 0) context_.database.read([&](yanxun::Reader& reader) { drill = store::find(reader, id_); });
    if (!drill) id_ = 0;
    nothing_->Show(!drill);
    head_->Show(drill.has_value());
    tabs_->Show(drill.has_value());
    if (drill) {
        fillHead(*drill);
        fillTabs(*drill);
    }
    Layout();
}

void DrillPanel::fillHead(const Drill& drill) {
    head_->DestroyChildren();
    auto* const title = new wxBoxSizer(wxHORIZONTAL);
    title->Add(paragraph(head_, drill.name, TextStyle::subtitle), 1, wxEXPAND | wxRIGHT, FromDIP(space::s));
    title->Add(new Pill(head_, stageWord(drill), toneOf(drill)), 0, wxALIGN_TOP);

    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto deed = [&](const char* name, const std::string& text, const char* iconName, void (DrillPanel::*run)()) {
        wxButton* const made = button(head_, text, iconName);
        made->SetName(name);
        // After the event: the deed may make the buttons anew.
        made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { CallAfter([this, run] { (this->*run)(); }); });
        deeds->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
    };
    if (tookPlace(drill.status) && drill.status != Status::archived) {
        deed("drills.rate", tr("录入评分"), "score", &DrillPanel::rate);
    }
    if (!isFinal(drill.status)) deed("drills.edit", tr("修改"), "edit", &DrillPanel::edit);
    if (!nextSteps(drill.status, drill.axes.content).empty()) {
        deed("drills.step", tr("变更状态"), "chevron-right", &DrillPanel::step);
    }
    deed("drills.remove", tr("删除"), "trash", &DrillPanel::remove);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(title, 0, wxEXPAND);
    all->Add(paragraph(head_, tr("{} · {}", drill.heldOn.chinese(), drill.unitName), TextStyle::body, true), 0,
             wxEXPAND | wxTOP, FromDIP(space::xs));
    all->Add(deeds, 0, wxEXPAND);
    head_->SetSizer(all, true);
}

void DrillPanel::fillTabs(const Drill& drill) {
    fillOverview(drill);
    fillScore(drill);
    fillPeople(drill);
    findings_->show(drill);
    duties_->show(drill);
    const auto count = [](const std::string& title, std::int64_t number) {
        return wx(number == 0 ? title : tr("{} {}", title, number));
    };
    tabs_->SetPageText(1, count(tr("评分"), 0));
    tabs_->SetPageText(2, count(tr("问题"), drill.findings));
}

void DrillPanel::fillOverview(const Drill& drill) {
    overview_->DestroyChildren();
    wxFlexGridSizer* const grid = factGrid(overview_);
    const auto fact = [&](const std::string& title, const std::string& value) { addFact(overview_, grid, title, value); };
    fact(tr("组织单位"), drill.unitName);
    fact(tr("乡镇街道"), drill.regionName);
    fact(tr("演练时间"), drill.heldOn.chinese());
    fact(tr("灾种"), drill.hazardWord == drill.hazard || drill.hazardWord.empty()
                         ? drill.hazard
                         : tr("{}（原写作：{}）", drill.hazard, drill.hazardWord));
    fact(tr("形式"), drill.modeWord);
    fact(tr("分类"), words(drill.axes));
    fact(tr("参演人数"), shownPeople(drill.participants, drill.participantsEstimated));
    fact(tr("观摩人数"), drill.watchers ? shownPeople(*drill.watchers, false) : "");
    fact(tr("状态"), drill.statusReason.empty() ? word(drill.status) : tr("{}：{}", word(drill.status), drill.statusReason));
    fact(tr("来源"), word(drill.source));
    if (drill.isPractice) fact(tr("练习"), tr("不计入任何统计"));
    fact(tr("小结"), drill.summary);
    refill(overview_, grid);
}

void DrillPanel::fillScore(const Drill& drill) {
    score_->DestroyChildren();
    std::vector<StoredResult> all;
    context_.database.read([&](yanxun::Reader& reader) { all = results::of(reader, drill.id); });
    auto* const column = new wxBoxSizer(wxVERTICAL);
    auto* const number = new wxBoxSizer(wxHORIZONTAL);
    number->Add(label(score_, shownScore(drill.score()), TextStyle::display), 0, wxALIGN_BOTTOM | wxRIGHT, FromDIP(space::s));
    std::string grade = drill.panelGrade;
    if (!drill.panelScore && drill.ledgerScore) grade = context_.words.grade(*drill.ledgerScore);
    if (!grade.empty()) {
        const bool good = grade == context_.words.grades().front().name || drill.score().value_or(0) >= 8000;
        number->Add(new Pill(score_, grade, good ? yanxun::Tone::good : yanxun::Tone::warning), 0, wxALIGN_CENTRE_VERTICAL);
    }
    column->Add(number, 0, wxBOTTOM, FromDIP(space::s));
    wxFlexGridSizer* const grid = factGrid(score_);
    addFact(score_, grid, tr("台账得分"), shownScore(drill.ledgerScore));
    if (all.empty()) {
        addFact(score_, grid, tr("评分表"), tr("还没有录入评分表。"));
    } else {
        const StoredResult& newest = all.front();
        addFact(score_, grid, tr("评分表"), context_.rating.titleOf(newest));
        addFact(score_, grid, tr("总分"), tr("{}（{}）", shownScore(newest.result.total), word(newest.result.verdict)));
        addFact(score_, grid, tr("覆盖率"), tr("{}%", yanxun::cellText(newest.result.coverage, yanxun::CellKind::hundredths)));
        std::string vetoed;
        for (const auto& no : newest.result.vetoed) vetoed += (vetoed.empty() ? "" : "、") + no;
        if (!vetoed.empty()) addFact(score_, grid, tr("否决项"), vetoed);
        addFact(score_, grid, tr("评估人员"), tr("{}，{}（应评 {} 人，实评 {} 人）", newest.evaluator,
                                              newest.scoredOn.chinese(), newest.result.expected, newest.result.submitted));
        if (!newest.remark.empty()) addFact(score_, grid, tr("总体意见"), newest.remark);
        if (all.size() > 1) addFact(score_, grid, tr("历次评分"), tr("共 {} 次，以最新一次为准", all.size()));
    }
    column->Add(grid, 0, wxEXPAND);
    refill(score_, column);
}

void DrillPanel::fillPeople(const Drill& drill) {
    people_->DestroyChildren();
    std::vector<participation::Entry> entries;
    context_.database.read([&](yanxun::Reader& reader) { entries = context_.records.of(reader, {drillKind, drill.id}); });
    wxFlexGridSizer* const grid = factGrid(people_);
    addFact(people_, grid, tr("上报人数"), shownPeople(drill.participants, drill.participantsEstimated));
    for (const auto& entry : entries) {
        const std::string names = entry.named == 0 ? std::string() : tr("，名单 {} 人", entry.named);
        addFact(people_, grid, entry.unitName, tr("{}：{}{}", entry.audience, shownPeople(entry.reported(), entry.estimated), names));
    }
    if (drill.watchers) addFact(people_, grid, tr("观摩"), tr("{}，不计入参演", shownPeople(*drill.watchers, false)));
    refill(people_, grid);
}

Drill DrillPanel::current() {
    Drill drill;
    context_.database.read([&](yanxun::Reader& reader) { drill = store::get(reader, id_); });
    return drill;
}

void DrillPanel::edit() {
    guarded(this, [this] {
        DrillDialog dialog(this, context_, current());
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
}

void DrillPanel::remove() {
    guarded(this, [this] {
        const Drill drill = current();
        if (!confirm(this, tr("删除演练“{}”？它的问题、评分和参与人数一并删除。", drill.name), tr("删除"))) return;
        context_.database.write([&](yanxun::Writer& writer) { context_.service.remove(writer, drill.id, drill.revision); });
        show(0);
    });
}

void DrillPanel::step() {
    guarded(this, [this] {
        StepDialog dialog(this, context_, current());
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
}

void DrillPanel::rate() { context_.workbench.open("drills.score", "id=" + std::to_string(id_)); }

} // namespace drills
