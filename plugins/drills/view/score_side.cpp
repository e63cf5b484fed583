#include "view/score_side.h"

#include "view/view_context.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/chart.h>
#include <yanxun/ui/theme.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int sideWidth = 316, chartHeight = 180; // DIP
constexpr std::size_t mostNotes = 5;

yanxun::Tone toneOf(const ScoreResult& result) {
    if (result.verdict == Verdict::vetoed || result.verdict == Verdict::pending) return yanxun::Tone::bad;
    if (result.verdict != Verdict::graded) return yanxun::Tone::neutral;
    return *result.total >= 8000 ? yanxun::Tone::good : yanxun::Tone::warning;
}

yanxun::Tone toneOf(SheetState state) {
    switch (state) {
    case SheetState::submitted:
        return yanxun::Tone::good;
    case SheetState::open:
        return yanxun::Tone::accent;
    case SheetState::returned:
        return yanxun::Tone::warning;
    case SheetState::absent:
        break;
    }
    return yanxun::Tone::neutral;
}

std::string disputesOf(const ItemResult& item) {
    std::string words;
    for (const Dispute dispute : item.disputes) {
        words += (words.empty() ? "" : "、") + word(dispute);
        if (dispute == Dispute::spread)
            words += " " + yanxun::cellText(item.spread, yanxun::CellKind::hundredths) + "%";
    }
    return words;
}

} // namespace

ScoreSide::ScoreSide(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL) {
    SetName("drills.score_side");
    SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    SetScrollRate(0, FromDIP(space::l));
    result_ = new Card(this, tr("总评"));
    panel_ = new Card(this, tr("评估组"));
    wxButton* const rules = button(panel_, tr("规则"));
    rules->SetName("drills.panel_rules");
    rules->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { rulesPressed(); });
    wxButton* const add = button(panel_, tr("增加"), "plus");
    add->SetName("drills.evaluator_add");
    add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addPressed(); });
    panel_->head()->Add(rules, 0, wxRIGHT, FromDIP(space::s));
    panel_->head()->Add(add);
    disputes_ = new Card(this, tr("合议"));
    wxButton* const veto = button(disputes_, tr("否决情形"));
    veto->SetName("drills.drill_veto");
    veto->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { vetoPressed(); });
    disputes_->head()->Add(veto);
    parts_ = new Card(this, tr("各分部得分率"));
    chart_ = new Chart(parts_, ChartShape::horizontalBars, tr("各分部得分率"));
    chart_->SetMinSize(FromDIP(wxSize(-1, chartHeight)));
    parts_->body()->Add(chart_, 1, wxEXPAND);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    for (Card* const card : {result_, panel_, disputes_})
        column->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    column->Add(parts_, 1, wxEXPAND);
    SetSizer(column);
}

void ScoreSide::settle() {
    for (Card* const card : {result_, panel_, disputes_})
        card->Layout();
    Layout();
    FitInside();
    Refresh();
}

void ScoreSide::showNothing(const std::string& sentence) {
    result_->body()->Clear(true);
    result_->body()->Add(paragraph(result_, sentence, TextStyle::body, true), 0, wxEXPAND);
    for (Card* const card : {panel_, disputes_, parts_})
        card->Hide();
    settle();
}

void ScoreSide::show(const Evaluation& evaluation, const ScoreResult& result, const std::vector<int>& blanks) {
    for (Card* const card : {panel_, disputes_, parts_})
        card->Show();
    showResult(result, evaluation.frozen);
    showPanel(evaluation, blanks);
    showDisputes(result);
    showSections(result);
    settle();
}

void ScoreSide::showResult(const ScoreResult& result, bool frozen) {
    result_->body()->Clear(true);
    auto* const number = new wxBoxSizer(wxHORIZONTAL);
    auto* const total = label(result_, shownScore(result.total), TextStyle::display);
    total->SetName("drills.total");
    number->Add(total, 0, wxRIGHT | wxALIGN_BOTTOM, FromDIP(space::s));
    number->Add(new Pill(result_, result.grade.empty() ? word(result.verdict) : result.grade, toneOf(result)), 0,
                wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    if (frozen) number->Add(new Pill(result_, tr("已定稿"), yanxun::Tone::accent), 0, wxALIGN_CENTRE_VERTICAL);
    result_->body()->Add(number);
    const std::string facts =
        tr("覆盖率 {}% · 应评 {} 人 实评 {} 人 · {}", yanxun::cellText(result.coverage, yanxun::CellKind::hundredths),
           result.expected, result.submitted, word(result.totalMode));
    result_->body()->Add(paragraph(result_, facts, TextStyle::caption, true), 0, wxEXPAND | wxTOP,
                         FromDIP(space::xs));
    std::size_t shown = 0;
    for (const std::string& note : result.notes) {
        if (++shown > mostNotes) break;
        result_->body()->Add(paragraph(result_, note, TextStyle::caption), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    }
    if (shown <= mostNotes) return;
    const std::string more = tr("还有 {} 条说明", result.notes.size() - mostNotes);
    result_->body()->Add(paragraph(result_, more, TextStyle::caption, true), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
}

void ScoreSide::showPanel(const Evaluation& evaluation, const std::vector<int>& blanks) {
    panel_->body()->Clear(true);
    std::size_t at = 0;
    for (const Evaluator& one : evaluation.panel.evaluators) {
        auto* const line = new wxBoxSizer(wxHORIZONTAL);
        wxButton* const name = button(panel_, one.name);
        name->SetName("drills.evaluator_" + std::to_string(at));
        name->Bind(wxEVT_BUTTON, [this, key = one.key](wxCommandEvent&) {
            // The list is made anew by what the menu does.
            CallAfter([this, key] { evaluatorPressed(key); });
        });
        line->Add(name, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
        std::string about = tr("{} ×{}", word(one.role), yanxun::cellText(one.weight, yanxun::CellKind::hundredths));
        if (one.conflict) about += tr(" · 应回避");
        if (one.state != SheetState::submitted && at < blanks.size() && blanks[at] > 0)
            about += tr(" · 未填 {}", blanks[at]);
        line->Add(label(panel_, about, TextStyle::caption, true), 1, wxALIGN_CENTRE_VERTICAL);
        line->Add(stateOf(one, at, at < blanks.size() && blanks[at] == 0 && !evaluation.frozen), 0,
                  wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
        panel_->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
        ++at;
    }
    if (evaluation.panel.evaluators.empty()) {
        panel_->body()->Add(paragraph(panel_, tr("还没有评估人员，点“增加”。"), TextStyle::body, true), 0, wxEXPAND);
    }
}

/// What becomes of the sheet next: a filled one waits to be handed in.
wxWindow* ScoreSide::stateOf(const Evaluator& one, std::size_t at, bool filled) {
    const bool waits = filled && (one.state == SheetState::open || one.state == SheetState::returned);
    if (!waits) return new Pill(panel_, word(one.state), toneOf(one.state));
    wxButton* const submit = button(panel_, tr("提交"), "check");
    submit->SetName("drills.evaluator_submit_" + std::to_string(at));
    setAccessible(submit, tr("提交“{}”的评分表", one.name));
    submit->Bind(wxEVT_BUTTON, [this, key = one.key](wxCommandEvent&) { CallAfter([this, key] { submitPressed(key); }); });
    return submit;
}

void ScoreSide::showDisputes(const ScoreResult& result) {
    disputes_->body()->Clear(true);
    bool any = false;
    for (const ItemResult& item : result.items) {
        const bool veto = item.veto != VetoState::none;
        if (item.disputes.empty() && !veto) continue;
        any = true;
        auto* const line = new wxBoxSizer(wxHORIZONTAL);
        wxButton* const number = button(disputes_, item.no);
        number->SetName("drills.dispute_" + item.no);
        number->Bind(wxEVT_BUTTON,
                     [this, no = item.no](wxCommandEvent&) { CallAfter([this, no] { itemPressed(no); }); });
        line->Add(number, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
        std::string about = disputesOf(item);
        if (veto) about += (about.empty() ? "" : " · ") + tr("否决{}", word(item.veto));
        line->Add(paragraph(disputes_, about, TextStyle::caption, true), 1, wxALIGN_CENTRE_VERTICAL);
        const bool waits = item.disputed || item.veto == VetoState::pending;
        const std::string state = waits                                 ? tr("待合议")
                                  : item.settlement == Settlement::none ? tr("已决定")
                                                                        : word(item.settlement);
        line->Add(new Pill(disputes_, state, waits ? yanxun::Tone::warning : yanxun::Tone::good), 0,
                  wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
        disputes_->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
    }
    if (!any) disputes_->body()->Add(paragraph(disputes_, tr("没有分歧。"), TextStyle::body, true), 0, wxEXPAND);
}

void ScoreSide::showSections(const ScoreResult& result) {
    ChartSeries series{tr("得分率"), {}};
    for (const SectionResult& section : result.sections) {
        series.points.push_back({section.title, section.title, double(section.ratio().value_or(0)) / 100});
    }
    chart_->set({std::move(series)}, "%");
}

} // namespace drills
