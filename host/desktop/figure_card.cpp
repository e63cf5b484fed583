#include "desktop/figure_card.h"

#include "core/figure_text.h"

#include <yanxun/text.h>

#include <cmath>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kHeight = 108, kWidth = 150, kIcon = 18, kRadius = 10; // DIP

}

FigureCard::FigureCard(wxWindow* parent, const FigureKind& kind) : Tile(parent, "figure." + kind.id), kind_(kind) {
    SetMinSize(FromDIP(wxSize(kWidth, kHeight)));
    announce();
}

void FigureCard::set(const FigureResult& result) {
    result_ = result;
    problem_.clear();
    known_ = true;
    announce();
    Refresh();
}

void FigureCard::setProblem(const std::string& sentence) {
    problem_ = sentence;
    announce();
    Refresh();
}

std::string FigureCard::comparison(const FigureResult& result) {
    if (!result.previous || *result.previous == 0) return {};
    const double change = 100.0 * double(result.value - *result.previous) / double(*result.previous);
    const long long tenths = std::llround(std::abs(change) * 10);
    if (tenths == 0) return tr("与上年持平");
    const std::string share = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
    return change > 0 ? tr("↑ {} 较上年", share) : tr("↓ {} 较上年", share);
}

std::string FigureCard::summary() const {
    if (!problem_.empty()) return tr("{}：{}", kind_.title, problem_);
    std::string all = tr("{} {} {}", kind_.title, host::figureText(kind_, result_.value), kind_.unit);
    for (const std::string& more : {result_.note, comparison(result_)}) {
        if (!more.empty()) all += tr("，{}", more);
    }
    return all;
}

std::string FigureCard::tip(int) const { return problem_.empty() ? tr("{}。点击查看明细", summary()) : problem_; }

void FigureCard::pressed(int) {
    if (opened) opened();
}

void FigureCard::paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) {
    const Palette& p = palette();
    const wxSize size = GetClientSize();
    const bool hot = marked() == 0;
    gc.SetPen(wxPen(hot ? p.accent : p.border));
    gc.SetBrush(wxBrush(p.surface));
    gc.DrawRoundedRectangle(0.5, 0.5, size.x - 1, size.y - 1, FromDIP(kRadius));
    const double left = FromDIP(space::l), room = size.x - 2 * left, icon = FromDIP(kIcon);
    double top = FromDIP(space::m + 2);
    gc.DrawBitmap(ui::icon(kind_.icon.empty() ? "chart" : kind_.icon, p.accent, kIcon).GetBitmapFor(this), left, top, icon,
                  icon);
    gc.SetFont(font(TextStyle::body), p.muted);
    drawText(gc, fitted(gc, wx(kind_.title), room - icon - FromDIP(space::s)), left + icon + FromDIP(space::s),
             top + icon / 2, 0, 0.5);
    const wxString number = wx(known_ ? host::figureText(kind_, result_.value) : "—");
    gc.SetFont(font(TextStyle::display), p.text);
    double width = 0, height = 0, descent = 0, leading = 0;
    gc.GetTextExtent(number, &width, &height, &descent, &leading);
    if (width > room) { // a long number on a narrow card
        gc.SetFont(font(TextStyle::title), p.text);
        gc.GetTextExtent(number, &width, &height, &descent, &leading);
    }
    top += icon + FromDIP(space::s) - 2;
    const double base = top + height - descent;
    gc.DrawText(number, left, top);
    gc.SetFont(font(TextStyle::caption), p.muted);
    double unitWidth = 0, unitHeight = 0, unitDescent = 0;
    gc.GetTextExtent(wx(kind_.unit), &unitWidth, &unitHeight, &unitDescent, &leading);
    if (width + unitWidth + FromDIP(space::xs) <= room) {
        gc.DrawText(wx(kind_.unit), left + width + FromDIP(space::xs), base - unitHeight + unitDescent);
    }
    paintFoot(gc, left, size.y - FromDIP(space::l + 3), room);
    areas.push_back(GetClientRect());
}

void FigureCard::paintFoot(wxGraphicsContext& gc, double left, double middle, double room) {
    const Palette& p = palette();
    struct Part {
        std::string text;
        wxColour colour;
    };
    std::vector<Part> parts;
    if (!problem_.empty()) parts.push_back({problem_, p.bad});
    else {
        const std::string change = comparison(result_);
        const bool down = result_.previous && result_.value < *result_.previous;
        if (!result_.note.empty()) parts.push_back({result_.note, p.tone(result_.noteTone)});
        if (!change.empty()) parts.push_back({change, down ? p.bad : p.good});
    }
    for (const Part& part : parts) {
        gc.SetFont(font(TextStyle::caption), part.colour);
        const wxString shown = fitted(gc, wx(part.text), room);
        drawText(gc, shown, left, middle, 0, 0.5);
        double width = 0, height = 0;
        gc.GetTextExtent(shown, &width, &height);
        left += width + FromDIP(space::s);
        room -= width + FromDIP(space::s);
        if (room < FromDIP(space::xl)) return;
    }
}

} // namespace yanxun::desktop
