#include "view/score_page.h"

#include "core/drill_filter.h"
#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "core/evaluation_store.h"
#include "view/score_dialogs.h"
#include "view/score_grid.h"
#include "view/score_page_window.h"
#include "view/score_side.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

constexpr int fieldHeight = 32; // DIP
constexpr std::size_t waitingShown = 200;

} // namespace

ScorePage::ScorePage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.score");
    makeHeader();
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeSheet(), 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    side_ = new ScoreSide(this);
    connectSide();
    row->Add(side_, 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    std::int64_t begun = 0;
    context_.database.read([&](yanxun::Reader& reader) { begun = evaluations::inProgress(reader); });
    choose(begun);
}

void ScorePage::makeHeader() {
    header_ = new PageHeader(this, tr("评分与评估"));
    const auto action = [this](const std::string& title, const char* icon, const char* name, bool primary,
                               void (ScorePage::*act)()) {
        wxButton* const made = button(header_, title, icon, primary);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(this, [&] { (this->*act)(); }); });
        header_->actions()->Add(made, 0, wxLEFT, FromDIP(space::s));
        return made;
    };
    print_ = action(tr("打印评分表"), "print", "drills.score_print", false, &ScorePage::print);
    read_ = action(tr("读回评分表"), "import", "drills.score_read", false, &ScorePage::readBack);
    main_ = action(tr("评分结果定稿"), "check", "drills.submit", true, &ScorePage::pressMain);
}

wxSizer* ScorePage::makeChoices(wxWindow* parent) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto pick = [&](const char* name, const std::string& title) {
        auto* const made = new wxChoice(parent, wxID_ANY);
        made->SetName(name);
        made->SetMinSize(FromDIP(wxSize(120, fieldHeight)));
        setAccessible(made, title);
        line->Add(made, 1, wxRIGHT, FromDIP(space::s));
        return made;
    };
    drills_ = pick("drills.score_drill", tr("要评分的演练"));
    sheets_ = pick("drills.score_sheet", tr("评分表"));
    for (const ScoreSheet& sheet : context_.rating.sheets()) {
        sheets_->Append(wx(tr("{}（第 {} 版）", sheet.title, sheet.version)));
    }
    if (!context_.rating.sheets().empty()) sheets_->SetSelection(0);
    drills_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] { choose(offered_[std::size_t(drills_->GetSelection())]); });
    });
    sheets_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] {
            if (evaluation_) start(); // another sheet in place of the one taken by mistake
            else showEvaluation();
        });
    });
    return line;
}

wxSizer* ScorePage::makeDetail(wxWindow* parent) {
    standard_ = cutLine(parent);
    reason_ = new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    reason_->SetName("drills.score_reason");
    reason_->SetHint(wx(tr("问题及说明")));
    reason_->SetMinSize(FromDIP(wxSize(-1, fieldHeight)));
    setAccessible(reason_, tr("问题及说明"));
    veto_ = new wxCheckBox(parent, wxID_ANY, wx(tr("触发否决")));
    veto_->SetName("drills.score_veto");
    rule_ = button(parent, tr("裁定本项"), "edit");
    rule_->SetName("drills.score_rule");
    rule_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const ScoreItem* const item = grid_->item()) guarded(this, [&] { rule(item->no); });
    });
    reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { takeReason(); });
    reason_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (reason_->IsModified()) CallAfter([this] { takeReason(); });
    });
    veto_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { takeReason(); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(reason_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(veto_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(rule_, 0, wxALIGN_CENTRE_VERTICAL);
    auto* const detail = new wxBoxSizer(wxVERTICAL);
    detail->Add(standard_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
    detail->Add(line, 0, wxEXPAND);
    return detail;
}

wxWindow* ScorePage::makeSheet() {
    auto* const card = new Card(this);
    note_ = cutLine(card);
    card->body()->Add(makeChoices(card), 0, wxEXPAND);
    card->body()->Add(note_, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
    grid_ = new ScoreGrid(card);
    grid_->answered = [this](const Evaluator& who, const ScoreItem& item, const ItemAnswer& answer) {
        takeAnswer(who, item, answer);
    };
    grid_->moved = [this] { showDetail(); };
    card->body()->Add(grid_, 1, wxEXPAND);
    card->body()->Add(makeDetail(card), 0, wxEXPAND | wxTOP, FromDIP(space::s));
    return card;
}

void ScorePage::connectSide() {
    const auto changing = [this](const std::function<bool()>& change) {
        guarded(this, [&] {
            if (evaluation_ && change()) load();
        });
    };
    side_->addPressed = [this, changing] {
        changing([this] { return editEvaluator(this, context_, drill_.id, {}); });
    };
    side_->rulesPressed = [this, changing] {
        changing([this] { return editPanelRules(this, context_, *evaluation_); });
    };
    side_->vetoPressed = [this, changing] {
        changing([this] { return addDrillVeto(this, context_, *evaluation_); });
    };
    side_->evaluatorPressed = [this](const std::string& key) { guarded(this, [&] { offerStates(key); }); };
    side_->submitPressed = [this](const std::string& key) {
        guarded(this, [&] {
            const Evaluator* const found = evaluation_ ? evaluation_->evaluator(key) : nullptr;
            if (found) setState(Evaluator(*found), SheetState::submitted);
        });
    };
    side_->itemPressed = [this](const std::string& no) {
        grid_->reach(no);
        guarded(this, [&] { rule(no); });
    };
}

void ScorePage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).id;
    if (wanted != 0 && wanted != drill_.id) choose(wanted);
}

void ScorePage::refresh() {
    // A cell that is being typed into is not taken away.
    if (grid_->isTyping() || reason_->IsModified()) return;
    choose(drill_.id);
}

void ScorePage::offerDrills() {
    std::vector<Drill> waiting;
    context_.database.read([&](yanxun::Reader& reader) {
        waiting = lists::unscored(reader, waitingShown);
        if (drill_.id == 0) return;
        std::erase_if(waiting, [this](const Drill& drill) { return drill.id == drill_.id; });
        waiting.insert(waiting.begin(), drill_);
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
    const bool isAnother = id != drill_.id;
    drill_ = {};
    evaluation_.reset();
    std::string unitKind;
    context_.database.read([&](yanxun::Reader& reader) {
        if (id == 0) return;
        if (const auto found = store::find(reader, id)) drill_ = *found;
        if (drill_.id == 0) return;
        evaluation_ = evaluations::find(reader, id);
        if (const auto unit = context_.units.get(reader, drill_.unitId)) unitKind = unit->kind;
    });
    offerDrills();
    const auto& sheets = context_.rating.sheets();
    if (isAnother && !sheets.empty()) sheets_->SetSelection(int(bestSheet(sheets, drill_, unitKind)));
    header_->setSubtitle(drill_.id == 0 ? tr("先选择一场已经结束的演练")
                                        : tr("{} · {} · {}", drill_.name, drill_.unitName, drill_.heldOn.chinese()));
    showEvaluation();
}

void ScorePage::load() { choose(drill_.id); }

void ScorePage::showEvaluation() {
    const bool archived = drill_.status == Status::archived;
    const bool begun = evaluation_ && (evaluation_->frozen || !evaluation_->panel.evaluators.empty());
    sheets_->Enable(drill_.id != 0 && !archived && !begun);
    print_->Enable(evaluation_ && !evaluation_->panel.evaluators.empty());
    main_->Enable(drill_.id != 0 && chosenSheet() && !archived);
    main_->SetLabel(wx(!evaluation_          ? tr("选用此评分表")
                       : evaluation_->frozen ? tr("重新打开")
                                             : tr("评分结果定稿")));
    if (evaluation_) {
        const auto& all = context_.rating.sheets();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].id == evaluation_->sheetId && all[i].version == evaluation_->sheetVersion)
                sheets_->SetSelection(int(i));
        }
        const ScoreSheet& sheet = context_.rating.sheetOf(*evaluation_);
        const ScoreResult result = context_.rating.result(*evaluation_);
        std::vector<int> open;
        for (const Evaluator& one : evaluation_->panel.evaluators) {
            open.push_back(int(blanks(sheet, evaluation_->panel, one).size()));
        }
        grid_->show(sheet, evaluation_->panel, result, !evaluation_->frozen && !archived);
        side_->show(*evaluation_, result, open);
    } else {
        if (chosenSheet()) grid_->show(*chosenSheet());
        side_->showNothing(drill_.id == 0 ? tr("选好演练和评分表，点“选用此评分表”，再增加评估人员。")
                                          : tr("这场演练还没有选定评分表。选好后点“选用此评分表”。"));
    }
    if (chosenSheet()) setLine(note_, tr("{}；{}", chosenSheet()->reference, chosenSheet()->note));
    showDetail();
    header_->Layout();
    Layout();
}

const ScoreSheet* ScorePage::chosenSheet() const {
    const int at = sheets_->GetSelection();
    return at == wxNOT_FOUND ? nullptr : &context_.rating.sheets()[std::size_t(at)];
}

void ScorePage::showDetail() {
    const ScoreItem* const item = grid_->item();
    const Evaluator* const who = grid_->evaluator();
    std::string about = tr("选中一格，这里显示评分标准和填写方法。");
    if (item) about = tr("{}　{}；填 {}", item->no, item->standard, answerHint(*item));
    setLine(standard_, about);
    const bool open = evaluation_ && !evaluation_->frozen && item && who && who->state != SheetState::submitted;
    ItemAnswer answer;
    if (item && who) {
        const auto found = who->answers.find(item->no);
        if (found != who->answers.end()) answer = found->second;
    }
    reason_->ChangeValue(wx(answer.reason));
    reason_->SetModified(false);
    reason_->Enable(open);
    veto_->SetValue(answer.veto);
    veto_->Enable(open && item->critical != Critical::none);
    rule_->Enable(evaluation_ && !evaluation_->frozen && item);
}

yanxun::Page scorePage(const ViewContext& context) {
    return yanxun::pageOf("drills.score", tr("评分与评估"), "score", tr("演练"), 21,
                          [&context](wxWindow* parent) { return new ScorePage(parent, context); });
}

} // namespace drills
