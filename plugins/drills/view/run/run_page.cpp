#include "view/run/run_page.h"

#include "core/drill_filter.h"
#include "core/drill_store.h"
#include "core/run/run_store.h"
#include "view/run/next_view.h"
#include "view/run/run_clock_view.h"
#include "view/run/run_dialogs.h"
#include "view/run/run_lines.h"
#include "view/run/run_page_window.h"
#include "view/run/watch_bar.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

constexpr int leftWidth = 348, fieldHeight = 32, choiceWidth = 220; // DIP

} // namespace

RunPage::RunPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxWANTS_CHARS), context_(context), timer_(this) {
    SetName("drills.run");
    makeHeader();
    nothing_ = emptyState(this, "play", tr("没有就绪或正在进行的演练。先在“应急演练”里把一场演练办到“就绪”，再到这里开始。"), tr("打开应急演练"),
                          [this] { context_.workbench.open("drills.page"); });
    body_ = new wxPanel(this);
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeLeft(), 0, wxEXPAND | wxRIGHT, FromDIP(space::l));
    row->Add(makeRight(), 1, wxEXPAND);
    body_->SetSizer(row);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(body_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
    Bind(wxEVT_CHAR_HOOK, &RunPage::onKey, this);
    load();
    timer_.Start(1000);
}

wxButton* RunPage::deed(wxWindow* parent, wxSizer* into, const char* name, const std::string& text, const char* icon, Act act,
                        const std::string& tip, bool primary) {
    wxButton* const made = button(parent, text, icon, primary);
    made->SetName(name);
    if (!tip.empty()) made->SetToolTip(wx(tip));
    if (act) made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { this->act([this, act] { (this->*act)(); }); });
    into->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
    return made;
}

void RunPage::makeHeader() {
    header_ = new PageHeader(this, tr("导调台"));
    drills_ = new wxChoice(header_, wxID_ANY);
    drills_->SetName("drills.run_drill");
    drills_->SetMinSize(FromDIP(wxSize(choiceWidth, fieldHeight)));
    setAccessible(drills_, tr("演练"));
    drills_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] {
            run_ = {};
            run_.drill = offered_[std::size_t(drills_->GetSelection())];
            load();
        });
    });
    header_->actions()->Add(drills_, 0, wxALIGN_CENTRE_VERTICAL);
    const auto action = [this](const char* name, const std::string& text, const char* icon, bool primary, Act act) {
        wxButton* const made = button(header_, text, icon, primary);
        made->SetName(name);
        made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { this->act([this, act] { (this->*act)(); }); });
        header_->actions()->Add(made, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::s));
        return made;
    };
    open_ = action("drills.run_open", tr("详情"), "folder", false, &RunPage::openDrill);
    full_ = action("drills.run_full", tr("全屏"), "dashboard", false, &RunPage::fullScreen);
    full_->SetToolTip(wx(tr("F11")));
    end_ = action("drills.run_end", tr("结束"), "check", false, &RunPage::end);
    hold_ = action("drills.run_hold", tr("暂停"), "", false, &RunPage::pressHold);
    hold_->SetBitmapMargins(FromDIP(wxSize(3, 0)));
    followTheme(hold_, [this] { showHold(); });
    main_ = action("drills.run_start", tr("开始演练"), "play", true, &RunPage::pressMain);
    abort_ = new wxButton(header_, wxID_ANY, wx(tr("中止")));
    abort_->SetName("drills.run_abort");
    abort_->SetToolTip(wx(tr("安全中止：立即停下整场演练")));
    abort_->SetMinSize(FromDIP(wxSize(84, fieldHeight + space::xs)));
    followTheme(abort_, [button = abort_] {
        button->SetBackgroundColour(palette().bad);
        button->SetForegroundColour(palette().onAccent);
        button->SetFont(font(TextStyle::strong));
    });
    abort_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act([this] { abort(); }); });
    header_->actions()->Add(abort_, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, FromDIP(space::l));
}

wxWindow* RunPage::makeLeft() {
    // Low screens scroll it: nothing of it is cut off.
    auto* const area = new wxScrolledWindow(body_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    area->SetScrollRate(0, FromDIP(space::l));
    // The next line takes what a low screen leaves it; sentences break anew with the width.
    area->Bind(wxEVT_SIZE, [this, area](wxSizeEvent& event) {
        event.Skip();
        next_->fitInto(event.GetSize().y);
        watches_->InvalidateBestSize();
        area->FitInside();
    });
    auto* const clock = new Card(area);
    clock_ = new RunClockView(clock);
    clock->body()->Add(clock_, 1, wxEXPAND);
    auto* const watches = new Card(area, tr("环节计时"));
    watch_ = button(watches, tr("计时"), "clock");
    watch_->SetName("drills.run_watch");
    watch_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act([this] { startWatch(); }); });
    watches->head()->Add(watch_);
    watches_ = new WatchBar(watches);
    watches_->stopPressed = [this](const StageTime& watch) {
        act([this, &watch] { write([&](yanxun::Writer& writer) { context_.runs.stopWatch(writer, run_.drill.id, watch.metric); }); });
    };
    watches_->changePressed = [this](const StageTime& watch) { act([this, &watch] { askWatchChange(this, context_, watch); }); };
    watches->body()->Add(watches_, 1, wxEXPAND);
    auto* const left = new wxBoxSizer(wxVERTICAL);
    left->Add(clock, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    left->Add(makeNextCard(area), 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    left->Add(watches, 1, wxEXPAND);
    area->SetSizer(left);
    area->SetMinSize(FromDIP(wxSize(leftWidth, -1)));
    return area;
}

wxWindow* RunPage::makeNextCard(wxWindow* parent) {
    auto* const card = new Card(parent);
    next_ = new NextView(card);
    card->body()->Add(next_, 1, wxEXPAND);
    auto* const deeds = new wxBoxSizer(wxHORIZONTAL);
    fire_ = deed(card, deeds, "drills.run_fire", tr("发出"), "play", &RunPage::fire, tr("空格键"), true);
    skip_ = deed(card, deeds, "drills.run_skip", tr("跳过"), "chevron-right", &RunPage::skip, tr("S 键"));
    delay_ = deed(card, deeds, "drills.run_delay", tr("延迟"), "clock", &RunPage::delay, tr("D 键"));
    card->body()->Add(deeds, 0, wxEXPAND);
    return card;
}

wxSizer* RunPage::makeRight() {
    auto* const right = new wxBoxSizer(wxVERTICAL);
    right->Add(makeLinesCard(), 1, wxEXPAND | wxBOTTOM, FromDIP(space::l));
    right->Add(makeNotesCard(), 0, wxEXPAND);
    return right;
}

wxWindow* RunPage::makeLinesCard() {
    auto* const card = new Card(body_);
    lines_ = new RecordTable(card, "drills.run_lines", context_.database, runColumns(), runSource(context_.clock, 0));
    lines_->setTitle(tr("脚本与注入"));
    lines_->setEmpty(tr("这场演练没有脚本，用“自由注入”发出临时情况。"));
    lines_->selectionChanged = [this](std::int64_t) {
        next_->show(run_, context_.clock.now(), chosen() ? chosen()->line.no : 0);
        enable();
    };
    card->body()->Add(lines_, 1, wxEXPAND);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    acknowledge_ = deed(card, deeds, "drills.run_ack", tr("确认"), "phone", nullptr, tr("A 键：对方已收到"));
    respond_ = deed(card, deeds, "drills.run_respond", tr("响应"), "people", nullptr, tr("R 键：对方已行动"));
    complete_ = deed(card, deeds, "drills.run_complete", tr("完成"), "check", nullptr, tr("C 键"));
    free_ = deed(card, deeds, "drills.run_free", tr("自由注入"), "plus", &RunPage::freeInject, tr("N 键"));
    speed_ = deed(card, deeds, "drills.run_speed", tr("情景倍数"), "clock", &RunPage::speed);
    const auto answers = [this](wxButton* button, Deed what) {
        button->Bind(wxEVT_BUTTON, [this, what](wxCommandEvent&) { act([this, what] { answer(what); }); });
    };
    answers(acknowledge_, Deed::acknowledged);
    answers(respond_, Deed::responded);
    answers(complete_, Deed::completed);
    card->body()->Add(deeds, 0, wxEXPAND);
    return card;
}

wxWindow* RunPage::makeNotesCard() {
    auto* const card = new Card(body_);
    kind_ = new wxChoice(card, wxID_ANY);
    kind_->SetName("drills.run_note_kind");
    for (const auto kind : {ObservationKind::plain, ObservationKind::strength, ObservationKind::weakness}) kind_->Append(wx(word(kind)));
    kind_->SetSelection(0);
    kind_->SetMinSize(FromDIP(wxSize(84, fieldHeight)));
    setAccessible(kind_, tr("观察的类别"));
    text_ = new wxTextCtrl(card, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    text_->SetName("drills.run_note");
    text_->SetHint(wx(tr("看到了什么（O 键），回车记下；选中一行时记在那一行上")));
    text_->SetMinSize(FromDIP(wxSize(120, fieldHeight)));
    setAccessible(text_, tr("观察"));
    text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { act([this] { note(); }); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(kind_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT | wxTOP, FromDIP(space::s));
    line->Add(text_, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT | wxTOP, FromDIP(space::s));
    photo_ = deed(card, line, "drills.run_photo", tr("照片"), "camera", &RunPage::choosePhoto);
    note_ = deed(card, line, "drills.run_note_add", tr("记下"), "check", &RunPage::note);
    card->body()->Add(line, 0, wxEXPAND);
    latest_ = cutLine(card);
    latest_->SetName("drills.run_latest");
    heads_ = cutLine(card);
    heads_->SetName("drills.run_heads");
    card->body()->Add(latest_, 0, wxEXPAND | wxTOP, FromDIP(space::s));
    card->body()->Add(heads_, 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    return card;
}

void RunPage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).id;
    if (wanted == 0 || wanted == run_.drill.id) return;
    run_ = {};
    run_.drill.id = wanted;
    load();
}

void RunPage::refresh() { load(); }

yanxun::Page runPage(const ViewContext& context) {
    return yanxun::pageOf("drills.run", tr("导调台"), "play", tr("演练"), 20,
                          [&context](wxWindow* parent) { return new RunPage(parent, context); });
}

} // namespace drills
