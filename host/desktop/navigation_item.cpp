#include "desktop/navigation_item.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/paint.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kHeight = 36, kSide = 12, kIcon = 18, kBadge = 18, kRadius = 8, kDot = 8, kMost = 99; // DIP; the most a badge shows

}

NavigationItem::NavigationItem(wxWindow* parent, const std::string& id, const std::string& title,
                               const std::string& icon)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      title_(title), icon_(icon) {
    SetName(wx(id));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(kHeight, kHeight)));
    SetCursor(wxCursor(wxCURSOR_HAND));
    Bind(wxEVT_PAINT, &NavigationItem::onPaint, this);
    Bind(wxEVT_KEY_DOWN, &NavigationItem::onKey, this);
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { choose(); });
    const auto repaint = [this](auto& event) {
        event.Skip();
        Refresh();
    };
    const auto hover = [this](wxMouseEvent& event) {
        event.Skip();
        hovered_ = event.Entering();
        Refresh();
    };
    Bind(wxEVT_ENTER_WINDOW, hover);
    Bind(wxEVT_LEAVE_WINDOW, hover);
    Bind(wxEVT_SET_FOCUS, [repaint](wxFocusEvent& event) { repaint(event); });
    Bind(wxEVT_KILL_FOCUS, [repaint](wxFocusEvent& event) { repaint(event); });
    announce();
}

void NavigationItem::setSelected(bool selected) {
    selected_ = selected;
    Refresh();
}

void NavigationItem::setBadge(std::int64_t count) {
    if (count == badge_) return;
    badge_ = count;
    announce();
    Refresh();
}

void NavigationItem::setNarrow(bool narrow) {
    narrow_ = narrow;
    announce();
    Refresh();
}

void NavigationItem::announce() {
    const std::string name = badge_ > 0 ? tr("{}，{} 项", title_, badge_) : title_;
    setAccessible(this, name, "push button");
    if (narrow_) SetToolTip(wx(name));
    else UnsetToolTip();
}

void NavigationItem::choose() {
    if (chosen) guarded(this, chosen);
}

void NavigationItem::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE: return choose();
    case WXK_DOWN: Navigate(wxNavigationKeyEvent::IsForward); return;
    case WXK_UP: Navigate(wxNavigationKeyEvent::IsBackward); return;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

void NavigationItem::onPaint(wxPaintEvent&) {
    const Palette& p = palette();
    Canvas canvas(this, p.sidebar);
    wxGraphicsContext& gc = canvas.gc();
    const wxRect area = GetClientRect();
    const double radius = FromDIP(kRadius);
    if (selected_ || hovered_) {
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(selected_ ? p.sidebarSelected : translucent(p.sidebarSelected, 120)));
        gc.DrawRoundedRectangle(0, 0, area.width, area.height, radius);
    }
    if (selected_) {
        gc.SetBrush(wxBrush(p.series.front()));
        gc.DrawRoundedRectangle(0, FromDIP(8), FromDIP(3), area.height - FromDIP(16), FromDIP(1));
    }
    if (HasFocus()) {
        gc.SetBrush(*wxTRANSPARENT_BRUSH);
        gc.SetPen(wxPen(p.sidebarText));
        gc.DrawRoundedRectangle(0.5, 0.5, area.width - 1, area.height - 1, radius);
    }
    const wxColour& colour = selected_ ? p.sidebarSelectedText : p.sidebarText;
    const int icon = FromDIP(kIcon);
    const double left = narrow_ ? (area.width - icon) / 2.0 : FromDIP(kSide);
    gc.DrawBitmap(ui::icon(icon_, colour, kIcon).GetBitmapFor(this), left, (area.height - icon) / 2.0, icon, icon);
    if (!narrow_) {
        const double text = left + icon + FromDIP(kSide);
        const double room = area.width - text - FromDIP(badge_ > 0 ? kSide + 2 * kBadge : kSide);
        gc.SetFont(font(selected_ ? TextStyle::strong : TextStyle::body), colour);
        drawText(gc, fitted(gc, wx(title_), room), text, area.height / 2.0, 0, 0.5);
    }
    if (badge_ > 0) paintBadge(gc, area);
}

void NavigationItem::paintBadge(wxGraphicsContext& gc, const wxRect& area) {
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(palette().series[3]));
    if (narrow_) { // a dot: the number would hide the icon, and its tip tells it
        const double dot = FromDIP(kDot);
        return gc.DrawEllipse(area.width / 2.0 + FromDIP(kIcon / 2) - dot / 2, FromDIP(kDot - 1), dot, dot);
    }
    const wxString count = badge_ > kMost ? wxString::Format("%d+", kMost) : wxString::Format("%d", int(badge_));
    gc.SetFont(font(TextStyle::caption), palette().sidebarSelectedText);
    double width = 0, height = 0;
    gc.GetTextExtent(count, &width, &height);
    const double tall = FromDIP(kBadge), wide = std::max(tall, width + FromDIP(10));
    const double x = area.width - wide - FromDIP(8), y = (area.height - tall) / 2;
    gc.DrawRoundedRectangle(x, y, wide, tall, tall / 2);
    drawText(gc, count, x + wide / 2, y + tall / 2, 0.5, 0.5);
}

} // namespace yanxun::desktop
