#include "view/run/next_view.h"

#include "core/run/script_time.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr int leastHeight = 112, wishedHeight = 168, besides = 450; // DIP

/// Breaks a text into lines of that width, Chinese at any character; the last is cut.
std::vector<wxString> broken(wxGraphicsContext& gc, const wxString& text, double width, std::size_t most) {
    std::vector<wxString> lines;
    wxString rest = text;
    while (!rest.empty() && lines.size() + 1 < most) {
        wxArrayDouble widths;
        gc.GetPartialTextExtents(rest, widths);
        std::size_t count = 0;
        while (count < rest.length() && count < widths.size() && widths[count] <= width) ++count;
        count = std::max<std::size_t>(count, 1);
        lines.push_back(rest.Left(count));
        rest = rest.Mid(count);
    }
    if (!rest.empty()) lines.push_back(fitted(gc, rest, width));
    return lines;
}

} // namespace

NextView::NextView(wxWindow* parent) : wxWindow(parent, wxID_ANY) {
    SetName("drills.run_next");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(300, leastHeight)));
    Bind(wxEVT_PAINT, &NextView::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void NextView::show(const Run& run, yanxun::Millis now, std::int64_t chosen) {
    run_ = run;
    chosen_ = chosen;
    tick(now);
}

void NextView::tick(yanxun::Millis now) {
    now_ = now;
    const RunLine* const shown = line();
    const wxString tip = wx(shown ? whole(*shown) : std::string());
    if (tip != GetToolTipText()) SetToolTip(tip);
    setAccessible(this, shown ? tr("下一步：第 {} 行，{}，{}", shown->line.no, offsetText(shown->due()), shown->line.text) : nothing());
    Refresh(false);
}

void NextView::fitInto(int room) {
    const int height = std::clamp(room - FromDIP(besides), FromDIP(leastHeight), FromDIP(wishedHeight));
    SetMinSize(wxSize(FromDIP(300), height));
}

/// For the tip: low screens have no room for all of it.
std::string NextView::whole(const RunLine& line) const {
    std::string text = line.line.text;
    if (!line.line.dialogue.empty()) text += "\n" + tr("对白：{}", line.line.dialogue);
    if (!line.line.expected.empty()) text += "\n" + tr("期望：{}", line.line.expected);
    return text;
}

const RunLine* NextView::line() const { return chosen_ != 0 ? run_.line(chosen_) : run_.next(now_); }

std::int64_t NextView::number() const {
    const RunLine* const shown = line();
    return shown ? shown->line.no : 0;
}

std::string NextView::nothing() const {
    switch (run_.clock.state()) {
    case ClockState::notStarted: return tr("按“开始演练”，时钟从 00:00:00 走起。");
    case ClockState::over: return tr("演练{}。到“演练详情”查看过程、评分和问题。", word(run_.drill.status));
    default: break;
    }
    if (run_.lines.empty()) return tr("没有脚本；用“自由注入”发出临时情况。");
    return run_.count(LineState::waiting) == 0 ? tr("脚本已全部发出。") : tr("余下的行在等前置条件，或是应急备用；需要时在右侧选中发出。");
}

std::string NextView::countdown(const RunLine& line) const {
    const std::int64_t left = line.due() - run_.clock.elapsed(now_) / 1000;
    if (run_.clock.state() == ClockState::notStarted) return {};
    if (left > 0) return tr("还有 {}", clockText(left * 1000).substr(left < 3600 ? 3 : 0));
    return left == 0 ? tr("现在") : tr("已过 {}", clockText(-left * 1000).substr(left > -3600 ? 3 : 0));
}

void NextView::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    auto& gc = canvas.gc();
    const Palette& colours = palette();
    const double width = GetClientSize().x;
    double y = 0;
    const auto put = [&](const std::string& text, TextStyle style, const wxColour& colour, std::size_t most) {
        if (text.empty()) return;
        gc.SetFont(font(style), colour);
        double lineHeight = 0;
        gc.GetTextExtent(wx("国"), nullptr, &lineHeight);
        for (const wxString& part : broken(gc, wx(text), width, most)) {
            if (y + lineHeight > GetClientSize().y) return;
            drawText(gc, part, 0, y, 0, 0);
            y += lineHeight + FromDIP(2);
        }
    };
    const RunLine* const shown = line();
    if (!shown) return put(nothing(), TextStyle::body, colours.muted, 4);
    const bool waits = run_.stateOf(*shown) == LineState::waiting;
    const bool late = waits && run_.clock.state() == ClockState::running && shown->due() * 1000 <= run_.clock.elapsed(now_);
    put(tr("{}　第 {} 行　{}", offsetText(shown->due()), shown->line.no, waits ? countdown(*shown) : word(run_.stateOf(*shown))), TextStyle::strong,
        late ? colours.warning : colours.accent, 1);
    y += FromDIP(space::xs);
    put(shown->line.text, TextStyle::subtitle, colours.text, 3);
    y += FromDIP(space::xs);
    std::string way = shown->line.from;
    if (!shown->line.to.empty()) way += (way.empty() ? "→ " : " → ") + shown->line.to;
    if (!shown->line.method.empty()) way += (way.empty() ? "" : " · ") + shown->line.method;
    put(way, TextStyle::body, colours.muted, 1);
    if (!shown->line.dialogue.empty()) put(tr("对白：{}", shown->line.dialogue), TextStyle::body, colours.text, 2);
    if (!shown->line.expected.empty()) {
        const std::string within = shown->line.within ? tr("（{} 秒内）", *shown->line.within) : std::string();
        put(tr("期望：{}{}", shown->line.expected, within), TextStyle::body, colours.muted, 2);
    }
    const std::string blocked = waits ? run_.blocked(*shown, now_) : std::string();
    if (!blocked.empty()) put(blocked, TextStyle::body, colours.warning, 2);
}

} // namespace drills
