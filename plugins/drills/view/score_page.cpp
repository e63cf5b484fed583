#include "view/score_page.h"

#include "core/drill_filter.h"
#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "view/score_grid.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>
#include <yanxun/ui/chart.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/textctrl.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int sideWidth = 300, fieldHeight = 32; // DIP
constexpr std::size_t waitingShown = 200;

yanxun::Tone toneOf(const ScoreResult& result) {
    if (result.verdict == Verdict::vetoed) return yanxun::Tone::bad;
    if (result.verdict != Verdict::graded) return yanxun::Tone::neutral;
    return *result.total >= 8000 ? yanxun::Tone::good : yanxun::Tone::warning;
}

class ScorePage final : public wxPanel, public yanxun::PageView {
public:
    ScorePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeSheet();
    wxWindow* makeSide();
    void offerDrills();
    void choose(std::int64_t drill);
    /// Of an earlier result, to start from; chooses its sheet. Empty when that sheet is not there any more.
    Answers answersOf(const StoredResult& stored);
    void showSheet();
    void compute();
    void showSections(const ScoreResult& result);
    void handIn();
    const ScoreSheet* sheet() const;

    const ViewContext& context_;
    Drill drill_;
    std::vector<std::int64_t> offered_;
    int shownSheet_ = 0;
    bool dirty_ = false; ///< something was filled in and not handed in
    PageHeader* header_ = nullptr;
    wxChoice *drills_ = nullptr, *sheets_ = nullptr;
    wxTextCtrl *evaluator_ = nullptr, *remark_ = nullptr;
    wxButton* submit_ = nullptr;
    wxStaticText *total_ = nullptr, *note_ = nullptr;
    Pill* grade_ = nullptr;
    ScoreGrid* grid_ = nullptr;
    Chart* chart_ = nullptr;
};

ScorePage::ScorePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.score");
    makeHeader();
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeSheet(), 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    row->Add(makeSide(), 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    offerDrills();
    choose(0);
}

void ScorePage::makeHeader() {
    header_ = new PageHeader(this, tr("评分与评估"));
    submit_ = button(header_, tr("提交评分"), "check", true);
    submit_->SetName("drills.submit");
    submit_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { handIn(); }); });
    header_->actions()->Add(submit_);
}

wxWindow* ScorePage::makeSheet() {
    auto* const card = new Card(this);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto pick = [&](const char* name, const std::string& title) {
        auto* const made = new wxChoice(card, wxID_ANY);
        made->SetName(name);
        made->SetMinSize(FromDIP(wxSize(120, fieldHeight)));
        setAccessible(made, title);
        line->Add(made, 1, wxRIGHT, FromDIP(space::s));
        return made;
    };
    drills_ = pick("drills.score_drill", tr("要评分的演练"));
    sheets_ = pick("drills.score_sheet", tr("评分表"));
    for (const ScoreSheet& sheet : context_.rating.sheets()) sheets_->Append(wx(tr("{}（第 {} 版）", sheet.title, sheet.version)));
    if (!context_.rating.sheets().empty()) sheets_->SetSelection(0);
    drills_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] { choose(offered_[std::size_t(drills_->GetSelection())]); });
    });
    sheets_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { showSheet(); }); });
    note_ = label(card, {}, TextStyle::caption, true);
    grid_ = new ScoreGrid(card);
    grid_->changed = [this] {
        dirty_ = true;
        compute();
    };
    card->body()->Add(line, 0, wxEXPAND);
    card->body()->Add(note_, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
    card->body()->Add(grid_, 1, wxEXPAND);
    return card;
}

wxWindow* ScorePage::makeSide() {
    auto* const side = new wxPanel(this);
    side->SetMinSize(FromDIP(wxSize(sideWidth, -1)));
    auto* const result = new Card(side, tr("总评"));
    auto* const number = new wxBoxSizer(wxHORIZONTAL);
    total_ = label(result, "—", TextStyle::display);
    total_->SetName("drills.total");
    grade_ = new Pill(result, tr("评估未完成"), yanxun::Tone::neutral);
    number->Add(total_, 0, wxRIGHT | wxALIGN_BOTTOM, FromDIP(space::s));
    number->Add(grade_, 0, wxALIGN_CENTRE_VERTICAL);
    result->body()->Add(number);

    auto* const who = new Card(side, tr("评估人员"));
    evaluator_ = new wxTextCtrl(who, wxID_ANY, wx(context_.database.who()));
    evaluator_->SetName("drills.evaluator");
    evaluator_->SetMinSize(FromDIP(wxSize(-1, fieldHeight)));
    setAccessible(evaluator_, tr("评估人员"));
    remark_ = new wxTextCtrl(who, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(-1, 72)), wxTE_MULTILINE);
    remark_->SetName("drills.remark");
    remark_->SetHint(wx(tr("总体意见")));
    setAccessible(remark_, tr("总体意见"));
    who->body()->Add(evaluator_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    who->body()->Add(remark_, 0, wxEXPAND);

    auto* const parts = new Card(side, tr("各分部得分率"));
    chart_ = new Chart(parts, ChartShape::horizontalBars, tr("各分部得分率"));
    parts->body()->Add(chart_, 1, wxEXPAND);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(result, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(who, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    column->Add(parts, 1, wxEXPAND);
    side->SetSizer(column);
    return side;
}

void ScorePage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).id;
    if (wanted == 0 || (wanted == drill_.id && dirty_)) return;
    choose(wanted);
}

void ScorePage::refresh() {
    offerDrills();
    // What is being filled in stays; handing it in tells when the drill was changed meanwhile.
    if (!dirty_) choose(drill_.id);
}

void ScorePage::offerDrills() {
    std::vector<Drill> waiting;
    context_.database.read([&](yanxun::Reader& reader) {
        waiting = lists::unscored(reader, waitingShown);
        if (drill_.id != 0) {
            if (const auto chosen = store::find(reader, drill_.id)) waiting.insert(waiting.begin(), *chosen);
        }
    });
    offered_ = {0};
    wxArrayString shown;
    shown.Add(wx(tr("选择要评分的演练（待评分 {} 场）", waiting.size() - (drill_.id != 0 ? 1 : 0))));
    for (const Drill& drill : waiting) {
        offered_.push_back(drill.id);
        shown.Add(wx(tr("{}　{}", drill.heldOn.iso(), drill.name)));
    }
    drills_->Set(shown);
    drills_->SetSelection(drill_.id != 0 ? 1 : 0);
}

void ScorePage::choose(std::int64_t id) {
    drill_ = {};
    std::optional<StoredResult> newest;
    if (id != 0) {
        context_.database.read([&](yanxun::Reader& reader) {
            drill_ = store::get(reader, id);
            newest = results::newest(reader, id);
        });
    }
    offerDrills();
    header_->setSubtitle(id == 0 ? tr("先选择一场已经结束的演练")
                                 : tr("{} · {} · {}", drill_.name, drill_.unitName, drill_.heldOn.chinese()));
    remark_->ChangeValue(newest ? wx(newest->remark) : wxString());
    dirty_ = false;
    const Answers answers = newest ? answersOf(*newest) : Answers();
    if (sheet()) grid_->show(*sheet(), answers);
    compute();
}

Answers ScorePage::answersOf(const StoredResult& stored) {
    Answers answers;
    const auto& all = context_.rating.sheets();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id != stored.sheetId || all[i].version != stored.sheetVersion) continue;
        sheets_->SetSelection(int(i));
        shownSheet_ = int(i);
        for (const ItemResult& item : stored.result.items) answers[item.no] = item.answer;
    }
    return answers;
}

void ScorePage::showSheet() {
    // Numbers of another sheet mean other things: nothing is taken over.
    if (dirty_ && !confirm(this, tr("换一张评分表会清空已填写的评分，要继续吗？"), tr("换评分表"))) {
        sheets_->SetSelection(shownSheet_);
        return;
    }
    shownSheet_ = sheets_->GetSelection();
    dirty_ = false;
    if (sheet()) grid_->show(*sheet(), {});
    compute();
}

const ScoreSheet* ScorePage::sheet() const {
    const int at = sheets_->GetSelection();
    return at == wxNOT_FOUND ? nullptr : &context_.rating.sheets()[std::size_t(at)];
}

void ScorePage::compute() {
    submit_->Enable(drill_.id != 0 && sheet());
    grid_->Enable(drill_.id != 0);
    if (!sheet()) return;
    ScoreResult result;
    std::string state;
    try {
        result = score(*sheet(), grid_->answers());
        const std::size_t open = blanks(*sheet(), grid_->answers()).size();
        state = tr("{}；覆盖率 {}%，还有 {} 项未填。{}", sheet()->reference,
                   yanxun::cellText(result.coverage, yanxun::CellKind::hundredths), open, sheet()->note);
    } catch (const yanxun::Error& wrong) {
        state = wrong.what();
    }
    note_->SetLabel(wx(state));
    total_->SetLabel(wx(shownScore(result.total)));
    grade_->set(result.grade.empty() ? word(result.verdict) : result.grade, toneOf(result));
    showSections(result);
    Layout();
    total_->GetParent()->Layout();
}

void ScorePage::showSections(const ScoreResult& result) {
    ChartSeries series{tr("得分率"), {}};
    std::size_t at = 0;
    for (const ScoreSection& section : sheet()->sections) {
        std::int64_t full = 0, points = 0;
        for (std::size_t i = 0; i < section.items.size() && at < result.items.size(); ++i, ++at) {
            if (!result.items[at].points) continue;
            full += result.items[at].full;
            points += *result.items[at].points;
        }
        series.points.push_back({section.title, section.title, full == 0 ? 0 : double(points * 1000 / full) / 10});
    }
    chart_->set({std::move(series)}, "%");
}

void ScorePage::handIn() {
    grid_->SaveEditControlValue();
    const auto open = blanks(*sheet(), grid_->answers());
    if (!open.empty()) {
        showMessage(this, tr("还有 {} 项没有填写，没有看到的请选“未观察”。", open.size()));
        grid_->reach(open.front());
        return;
    }
    StoredResult stored;
    context_.database.write([&](yanxun::Writer& writer) {
        stored = context_.rating.rate(writer, drill_.id, drill_.revision, *sheet(), grid_->answers(),
                                      utf8(evaluator_->GetValue()), utf8(remark_->GetValue()));
    });
    context_.workbench.notify(stored.result.total
                                  ? tr("已提交“{}”的评分：{} 分。", drill_.name, shownScore(stored.result.total))
                                  : tr("已提交“{}”的评分：{}。", drill_.name, word(stored.result.verdict)));
    choose(drill_.id);
}

} // namespace

yanxun::Page scorePage(const ViewContext& context) {
    yanxun::Page page;
    page.id = "drills.score";
    page.title = tr("评分与评估");
    page.icon = "score";
    page.group = tr("演练");
    page.order = 21;
    page.make = [&context](wxWindow* parent) {
        auto* const made = new ScorePage(parent, context);
        return yanxun::Page::Made{made, made};
    };
    return page;
}

} // namespace drills
