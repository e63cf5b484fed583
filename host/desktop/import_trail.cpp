#include "desktop/import_trail.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kDot = 22, kBetween = 34; // DIP

} // namespace

ImportTrail::ImportTrail(wxWindow* parent) : wxWindow(parent, wxID_ANY) {
    SetName("import.trail");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &ImportTrail::onPaint, this);
}

void ImportTrail::set(std::vector<std::string> titles) {
    titles_ = std::move(titles);
    const int count = int(titles_.size());
    SetMinSize(FromDIP(wxSize((count - 1) * kBetween + kDot, kDot + 4)));
    select(0);
}

void ImportTrail::select(std::size_t step) {
    current_ = step;
    setAccessible(this, tr("第 {} 步，共 {} 步：{}", step + 1, titles_.size(), titles_[step]), "label");
    SetToolTip(wx(titles_[step]));
    Refresh();
}

void ImportTrail::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    wxGraphicsContext& gc = canvas.gc();
    const Palette& p = palette();
    const double dot = FromDIP(kDot), pitch = FromDIP(kBetween), top = FromDIP(2), middle = top + dot / 2;
    for (std::size_t i = 0; i < titles_.size(); ++i) {
        const double left = double(i) * pitch;
        if (i + 1 < titles_.size()) {
            gc.SetPen(wxPen(i < current_ ? p.accent : p.border, FromDIP(2)));
            gc.StrokeLine(left + dot, middle, left + pitch, middle);
        }
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(i == current_ ? p.accent : i < current_ ? p.accentSoft : p.hover));
        gc.DrawEllipse(left, top, dot, dot);
        gc.SetFont(font(TextStyle::caption), i == current_ ? p.onAccent : i < current_ ? p.accent : p.muted);
        drawText(gc, wxString::Format("%zu", i + 1), left + dot / 2, middle, 0.5, 0.5);
    }
}

} // namespace yanxun::desktop
