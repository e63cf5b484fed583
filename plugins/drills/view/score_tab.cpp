#include "view/score_tab.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

ScoreTab::ScoreTab(wxWindow* parent, const ViewContext& context) : FactTab(parent, context, "drills.score_tab") {}

std::string ScoreTab::title(const Drill&) { return tr("评分"); }

wxSizer* ScoreTab::fill(const Drill& drill) {
    std::vector<StoredResult> all;
    context_.database.read([&](yanxun::Reader& reader) { all = results::of(reader, drill.id); });
    auto* const column = new wxBoxSizer(wxVERTICAL);
    auto* const number = new wxBoxSizer(wxHORIZONTAL);
    wxStaticText* const total = label(this, shownScore(drill.score()), TextStyle::display);
    total->SetMinSize(total->GetTextExtent(total->GetLabelText())); // a tab not yet shown is asked with the small font
    number->Add(total, 0, wxALIGN_BOTTOM | wxRIGHT, FromDIP(space::s));
    std::string grade = drill.panelGrade;
    if (!drill.panelScore && drill.ledgerScore) grade = context_.words.grade(*drill.ledgerScore);
    if (!grade.empty()) {
        const bool good = grade == context_.words.grades().front().name || drill.score().value_or(0) >= 8000;
        number->Add(new Pill(this, grade, good ? yanxun::Tone::good : yanxun::Tone::warning), 0, wxALIGN_CENTRE_VERTICAL);
    }
    column->Add(number, 0, wxBOTTOM, FromDIP(space::s));
    wxFlexGridSizer* const grid = factGrid(this);
    const auto fact = [&](const std::string& title, const std::string& value) { addFact(this, grid, title, value); };
    fact(tr("台账得分"), shownScore(drill.ledgerScore));
    if (all.empty()) {
        fact(tr("评分表"), tr("还没有录入评分表。"));
    } else {
        const StoredResult& newest = all.front();
        fact(tr("评分表"), context_.rating.titleOf(newest));
        fact(tr("总分"), tr("{}（{}）", shownScore(newest.result.total), word(newest.result.verdict)));
        fact(tr("覆盖率"), tr("{}%", yanxun::cellText(newest.result.coverage, yanxun::CellKind::hundredths)));
        std::string vetoed;
        for (const auto& no : newest.result.vetoed) vetoed += (vetoed.empty() ? "" : "、") + no;
        if (!vetoed.empty()) fact(tr("否决项"), vetoed);
        fact(tr("评估人员"), tr("{}，{}（应评 {} 人，实评 {} 人）", newest.evaluator, newest.scoredOn.chinese(),
                                newest.result.expected, newest.result.submitted));
        if (!newest.remark.empty()) fact(tr("总体意见"), newest.remark);
        if (all.size() > 1) fact(tr("历次评分"), tr("共 {} 次，以最新一次为准", all.size()));
    }
    column->Add(grid, 0, wxEXPAND);
    return column;
}

} // namespace drills
