#include "core/design/design_store.h"
#include "core/drill_store.h"
#include "core/run/run_photos.h"
#include "core/run/run_store.h"
#include "core/run/script_time.h"
#include "view/run/next_view.h"
#include "view/run/run_clock_view.h"
#include "view/run/run_dialogs.h"
#include "view/run/run_lines.h"
#include "view/run/run_page_window.h"
#include "view/run/watch_bar.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/textctrl.h>
#include <wx/toplevel.h>

#include <algorithm>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

void RunPage::load() {
    const std::int64_t wanted = run_.drill.id;
    std::int64_t id = wanted;
    context_.database.read([&](yanxun::Reader& reader) {
        offered_ = runs::atTheDesk(reader);
        if (id != 0 && !store::find(reader, id)) id = 0;
        if (id == 0 && !offered_.empty()) id = offered_.front().id;
        run_ = id == 0 ? Run() : runs::load(reader, id);
    });
    if (id != 0 && std::none_of(offered_.begin(), offered_.end(), [&](const Drill& one) { return one.id == id; })) {
        offered_.insert(offered_.begin(), run_.drill);
    }
    wxArrayString names;
    int at = 0;
    for (std::size_t i = 0; i < offered_.size(); ++i) {
        names.Add(wx(tr("{}（{}）", offered_[i].name, word(offered_[i].status))));
        if (offered_[i].id == id) at = int(i);
    }
    drills_->Set(names);
    if (!offered_.empty()) drills_->SetSelection(at);
    showRun();
}

void RunPage::showRun() {
    const bool some = run_.drill.id != 0;
    nothing_->Show(!some);
    body_->Show(some);
    header_->setSubtitle(some ? tr("{} · {}", run_.drill.name, run_.drill.unitName) : tr("开始、发出、计时、观察，都记在演练上"));
    const yanxun::Millis now = context_.clock.now();
    const std::int64_t kept = lines_->selected();
    lines_->setSource(runSource(context_.clock, run_.drill.id));
    if (kept != 0) lines_->select(kept);
    clock_->show(run_, now);
    next_->show(run_, now, chosen() ? chosen()->line.no : 0);
    watches_->show(run_, now);
    if (run_.observations.empty()) {
        setLine(latest_, tr("还没有观察记录。"));
    } else {
        const Observation& last = run_.observations.back();
        setLine(latest_, tr("共 {} 条，最近：{} {}，{}", run_.observations.size(), offsetText(last.elapsedMs / 1000), word(last.kind), last.text));
    }
    setLine(heads_, headsText() + tr("脚本待发 {} 行，已发出 {} 行，跳过 {} 行", run_.count(LineState::waiting),
                       std::int64_t(run_.lines.size()) - run_.count(LineState::waiting) - run_.count(LineState::skipped) -
                           run_.count(LineState::cancelled) - run_.count(LineState::approved),
                       run_.count(LineState::skipped)));
    enable();
    Layout();
    body_->Layout();
    // The stop-watches may need more or less height now.
    wxWindow* const area = watches_->GetParent()->GetParent();
    watches_->InvalidateBestSize();
    area->FitInside();
    area->Layout();
}

/// «参演 320 人；清点 12 组，应到 320、实到 319；»
std::string RunPage::headsText() const {
    std::string text = tr("参演 {} 人；", run_.drill.participants);
    std::int64_t groups = 0, expected = 0, actual = 0;
    context_.database.read([&](yanxun::Reader& reader) {
        for (const GroupCount& group : design::rows<GroupCount>(reader, run_.drill.id)) {
            ++groups;
            expected += group.expected;
            actual += group.actual;
        }
    });
    if (groups != 0) text += tr("清点 {} 组，应到 {}、实到 {}；", groups, expected, actual);
    return text;
}

const RunLine* RunPage::chosen() const {
    const std::int64_t id = lines_->selected();
    for (const RunLine& line : run_.lines) {
        if (line.line.id == id && id != 0) return &line;
    }
    return nullptr;
}

std::int64_t RunPage::target() const {
    if (const RunLine* const line = chosen()) return line->line.no;
    return next_->number();
}

void RunPage::enable() {
    const Status status = run_.drill.status;
    const bool some = run_.drill.id != 0, runs = some && status == Status::running, paused = some && status == Status::paused;
    const bool goesOn = runs || paused;
    drills_->Show(some);
    open_->Show(some);
    full_->Show(some);
    main_->Show(some && status == Status::ready);
    hold_->Show(goesOn);
    hold_->SetLabel(wx(paused ? tr("继续") : tr("暂停")));
    showHold();
    hold_->SetToolTip(wx(tr("P 键")));
    end_->Show(goesOn);
    abort_->Show(goesOn);
    const RunLine* const line = target() != 0 ? run_.line(target()) : nullptr;
    const bool waits = line && run_.stateOf(*line) == LineState::waiting;
    const bool sent = line && line->find(Deed::sent) && !line->find(Deed::completed);
    fire_->Enable(runs && waits);
    skip_->Enable(goesOn && waits);
    delay_->Enable(goesOn && waits);
    acknowledge_->Enable(goesOn && sent && !line->find(Deed::acknowledged) && !line->find(Deed::responded));
    respond_->Enable(goesOn && sent && !line->find(Deed::responded));
    complete_->Enable(goesOn && line && !line->find(Deed::completed) && (sent || (line->line.kind == LineKind::expected && waits)));
    free_->Enable(runs);
    watch_->Enable(runs);
    speed_->Enable(goesOn);
    const bool notes = some && status >= Status::running && !isFinal(status);
    text_->Enable(notes);
    note_->Enable(notes);
    photo_->Enable(notes);
    header_->Layout();
}

void RunPage::showHold() {
    constexpr int size = 16; // as button() draws them
    hold_->SetBitmap(icon(run_.drill.status == Status::paused ? "play" : "pause", palette().text, size));
}

void RunPage::tick() {
    if (run_.drill.id == 0 || !IsShownOnScreen()) return;
    const yanxun::Millis now = context_.clock.now();
    const std::int64_t before = next_->number();
    clock_->tick(now);
    next_->tick(now);
    watches_->tick(now);
    // A condition of time may have come true.
    if (next_->number() != before) enable();
}

bool RunPage::isTyping() const {
    const wxWindow* const focus = FindFocus();
    return focus == text_ || focus == drills_ || focus == kind_;
}

void RunPage::onKey(wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_F11) return fullScreen();
    if (isTyping() || event.HasAnyModifiers() || run_.drill.id == 0) return event.Skip();
    const auto press = [&](wxButton* button, const std::function<void()>& work) {
        if (button->IsShown() && button->IsEnabled()) act(work);
    };
    switch (event.GetKeyCode()) {
    case WXK_SPACE: return press(fire_, [this] { fire(); });
    case 'P': return press(hold_, [this] { pressHold(); });
    case 'S': return press(skip_, [this] { skip(); });
    case 'D': return press(delay_, [this] { delay(); });
    case 'A': return press(acknowledge_, [this] { answer(Deed::acknowledged); });
    case 'R': return press(respond_, [this] { answer(Deed::responded); });
    case 'C': return press(complete_, [this] { answer(Deed::completed); });
    case 'N': return press(free_, [this] { freeInject(); });
    case 'T': return press(watch_, [this] { startWatch(); });
    case 'O': return text_->SetFocus();
    default: event.Skip();
    }
}

void RunPage::act(const std::function<void()>& work) {
    guarded(this, work);
    // What another desk did is seen even when this one was refused.
    guarded(this, [this] { load(); });
    if (body_->IsShown() && FindFocus() != text_) lines_->control()->SetFocus();
}

void RunPage::write(const std::function<void(yanxun::Writer&)>& work) { context_.database.write(work); }

void RunPage::fire() {
    const std::int64_t no = target();
    const RunLine* const line = run_.line(no);
    if (!line) return;
    std::string reason;
    const std::string blocked = run_.blocked(*line, context_.clock.now());
    if (!blocked.empty()) {
        const auto typed = askText(this, tr("前置条件还不满足（{}）。仍要发出的原因", blocked));
        if (!typed) return;
        reason = *typed;
    }
    write([&](yanxun::Writer& writer) { context_.runs.fire(writer, run_.drill.id, no, reason); });
    // Space goes on to the next line, not to this one again.
    lines_->select(0);
}

void RunPage::answer(Deed what) {
    const std::int64_t no = target();
    write([&](yanxun::Writer& writer) {
        if (what == Deed::acknowledged) context_.runs.acknowledge(writer, run_.drill.id, no, {});
        if (what == Deed::responded) context_.runs.respond(writer, run_.drill.id, no, {});
        if (what == Deed::completed) context_.runs.complete(writer, run_.drill.id, no, {});
    });
}

void RunPage::skip() {
    const std::int64_t no = target();
    const auto reason = askText(this, tr("跳过第 {} 行的原因", no));
    if (!reason) return;
    write([&](yanxun::Writer& writer) { context_.runs.skip(writer, run_.drill.id, no, *reason); });
    lines_->select(0);
}

void RunPage::delay() { askDelay(this, context_, run_, target()); }

void RunPage::freeInject() { askFree(this, context_, run_); }

void RunPage::pressMain() {
    if (!confirm(this, tr("现在开始演练“{}”？时钟从 00:00:00 走起。", run_.drill.name), tr("开始"))) return;
    write([&](yanxun::Writer& writer) { context_.runs.start(writer, run_.drill.id); });
}

void RunPage::pressHold() {
    if (run_.drill.status == Status::paused) {
        return write([&](yanxun::Writer& writer) { context_.runs.resume(writer, run_.drill.id); });
    }
    const auto reason = askText(this, tr("暂停的原因"));
    if (!reason) return;
    write([&](yanxun::Writer& writer) { context_.runs.pause(writer, run_.drill.id, *reason); });
}

void RunPage::end() {
    const std::int64_t waiting = run_.count(LineState::waiting);
    const std::string rest = waiting == 0 ? std::string() : tr("还有 {} 行没有发出，将记为取消。", waiting);
    if (!confirm(this, tr("结束演练“{}”？{}", run_.drill.name, rest), tr("结束"))) return;
    write([&](yanxun::Writer& writer) { context_.runs.end(writer, run_.drill.id); });
}

void RunPage::abort() { askAbort(this, context_, run_.drill); }

void RunPage::startWatch() { askWatch(this, context_, run_); }

void RunPage::speed() { askSpeed(this, context_, run_); }

void RunPage::note() {
    Observation one;
    one.drillId = run_.drill.id;
    one.kind = observationKindOf(utf8(kind_->GetStringSelection())).value_or(ObservationKind::plain);
    one.text = utf8(text_->GetValue());
    if (const RunLine* const line = chosen()) one.lineNo = line->line.no;
    std::string shared;
    write([&](yanxun::Writer& writer) {
        const std::int64_t id = context_.runs.observe(writer, one);
        if (!picture_) return;
        for (const SharedEvidence& same : attachPhoto(writer, id, *picture_, {})) shared += evidence::sentenceOf(same);
    });
    text_->Clear();
    picture_.reset();
    photo_->SetLabel(wx(tr("照片")));
    if (!shared.empty()) showMessage(this, shared);
}

void RunPage::choosePhoto() {
    picture_ = openFile(this, tr("选择照片"), tr("照片 (*.jpg;*.jpeg;*.png)|*.jpg;*.jpeg;*.png"));
    photo_->SetLabel(wx(picture_ ? tr("照片 1 张") : tr("照片")));
    photo_->SetToolTip(wx(picture_ ? tr("{}，随下一条观察保存", picture_->filename().string()) : std::string()));
}

void RunPage::openDrill() { context_.workbench.open("drills.drill", "id=" + std::to_string(run_.drill.id)); }

void RunPage::fullScreen() {
    auto* const window = static_cast<wxTopLevelWindow*>(wxGetTopLevelParent(this));
    window->ShowFullScreen(!window->IsFullScreen(), wxFULLSCREEN_NOBORDER | wxFULLSCREEN_NOCAPTION | wxFULLSCREEN_NOMENUBAR);
}

} // namespace drills
