#include "view/run/run_clock_view.h"

#include "core/run/script_time.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Tone;
using namespace yanxun::ui;

constexpr int height = 130, barHeight = 6, pillHeight = 28; // DIP
constexpr float clockScale = 1.5F;

Tone toneOf(ClockState state) {
    switch (state) {
    case ClockState::running: return Tone::good;
    case ClockState::paused: return Tone::warning;
    case ClockState::over:
    case ClockState::notStarted: break;
    }
    return Tone::neutral;
}

} // namespace

RunClockView::RunClockView(wxWindow* parent) : wxWindow(parent, wxID_ANY) {
    SetName("drills.run_clock");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(300, height)));
    Bind(wxEVT_PAINT, &RunClockView::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void RunClockView::show(const Run& run, yanxun::Millis now) {
    run_ = run;
    tick(now);
}

void RunClockView::tick(yanxun::Millis now) {
    now_ = now;
    setAccessible(this, tr("演练时间 {}，{}", clockText(run_.clock.elapsed(now_)), word(run_.clock.state())));
    Refresh(false);
}

std::string RunClockView::scenarioText() const {
    const std::int64_t start = run_.script && run_.script->scenarioStart ? *run_.script->scenarioStart * 1000 : 0;
    const std::string at = clockText((start + run_.clock.scenario(now_)) % (24 * 3600 * 1000LL));
    const std::string here = yanxun::isoInstant(now_).substr(11, 8);
    std::string text = tr("现在 {}　情景 {}", here, at);
    if (run_.clock.factor() == 100) return text;
    const std::int64_t factor = run_.clock.factor();
    return text + tr("（{}.{} 倍）", factor / 100, factor / 10 % 10);
}

void RunClockView::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    auto& gc = canvas.gc();
    const double width = GetClientSize().x;
    const Palette& colours = palette();
    gc.SetFont(font(TextStyle::display).Scaled(clockScale), run_.clock.state() == ClockState::paused ? colours.warning : colours.text);
    const wxString time = wx(clockText(run_.clock.elapsed(now_)));
    double textWidth = 0, textHeight = 0;
    gc.GetTextExtent(time, &textWidth, &textHeight);
    drawText(gc, time, 0, 0, 0, 0);
    const ClockState state = run_.clock.state();
    const std::string status = state == ClockState::over ? word(run_.drill.status) : word(state);
    drawPill(gc, this, wxRect(int(textWidth) + FromDIP(space::m), int(textHeight / 2) - FromDIP(pillHeight) / 2, FromDIP(120), FromDIP(pillHeight)),
             status, run_.drill.status == Status::aborted ? Tone::bad : toneOf(state));
    gc.SetFont(font(TextStyle::body), colours.muted);
    drawText(gc, fitted(gc, wx(scenarioText()), width), 0, textHeight + FromDIP(space::xs), 0, 0);
    double line = 0;
    gc.GetTextExtent("0", nullptr, &line);
    paintPhases(gc, textHeight + line + FromDIP(space::l), width);
}

void RunClockView::paintPhases(wxGraphicsContext& gc, double top, double width) {
    if (run_.phases.empty()) return;
    const Palette& colours = palette();
    const std::string now = run_.phaseNow();
    const auto current = std::find_if(run_.phases.begin(), run_.phases.end(), [&](const Phase& one) { return one.name == now; });
    const double gap = FromDIP(space::xs), each = (width - gap * double(run_.phases.size() - 1)) / double(run_.phases.size());
    double x = 0;
    for (auto phase = run_.phases.begin(); phase != run_.phases.end(); ++phase, x += each + gap) {
        const bool here = phase == current, done = current != run_.phases.end() && phase < current;
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(here ? colours.accent : done ? translucent(colours.accent, 110) : colours.border));
        gc.DrawRoundedRectangle(x, top, each, FromDIP(barHeight), FromDIP(barHeight) / 2.0);
        gc.SetFont(here ? font(TextStyle::strong) : font(TextStyle::caption), here ? colours.accent : colours.muted);
        drawText(gc, fitted(gc, wx(phase->name), each), x + each / 2, top + FromDIP(barHeight + space::xs), 0.5, 0);
    }
}

} // namespace drills
