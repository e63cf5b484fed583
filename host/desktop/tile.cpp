#include "desktop/tile.h"

#include <yanxun/ui/dialogs.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

Tile::Tile(wxWindow* parent, const std::string& name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE) {
    SetName(wx(name));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &Tile::onPaint, this);
    for (const auto& type : {wxEVT_MOTION, wxEVT_LEAVE_WINDOW, wxEVT_LEFT_UP}) Bind(type, &Tile::onMouse, this);
    Bind(wxEVT_KEY_DOWN, &Tile::onKey, this);
    const auto refocus = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refocus);
    Bind(wxEVT_KILL_FOCUS, refocus);
}

int Tile::marked() const { return hovered_ >= 0 ? hovered_ : (HasFocus() ? current_ : -1); }

void Tile::forgetParts() {
    hovered_ = current_ = -1;
    areas_.clear();
    announce();
    Refresh();
}

void Tile::announce() {
    const bool chosen = current_ >= 0 && current_ < parts();
    setAccessible(this, chosen ? tip(current_) : summary(), "push button");
}

void Tile::press(int part) {
    if (part < 0 || part >= parts()) return;
    guarded(this, [this, part] { pressed(part); });
}

void Tile::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    std::vector<wxRect> areas;
    paint(canvas.gc(), areas);
    areas_ = std::move(areas);
    if (!HasFocus()) return;
    wxRect ring = GetClientRect();
    if (current_ >= 0 && current_ < parts()) ring = areas_[std::size_t(current_)];
    canvas.gc().SetBrush(*wxTRANSPARENT_BRUSH);
    canvas.gc().SetPen(wxPen(palette().accent, FromDIP(2)));
    canvas.gc().DrawRoundedRectangle(ring.x + 1, ring.y + 1, ring.width - 2, ring.height - 2, FromDIP(4));
}

void Tile::onMouse(wxMouseEvent& event) {
    event.Skip();
    int part = -1;
    for (int i = 0; i < parts() && !event.Leaving(); ++i) {
        if (areas_[std::size_t(i)].Contains(event.GetPosition())) part = i;
    }
    if (event.LeftUp()) return press(part);
    if (part == hovered_) return;
    hovered_ = part;
    if (part < 0) UnsetToolTip();
    else SetToolTip(wx(tip(part)));
    SetCursor(part >= 0 ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    Refresh();
}

void Tile::move(int step) {
    if (parts() == 0) return;
    current_ = current_ < 0 ? 0 : std::clamp(current_ + step, 0, parts() - 1);
    announce();
    Refresh();
}

void Tile::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_RIGHT: return move(1);
    case WXK_LEFT: return move(-1);
    case WXK_DOWN: return move(columns());
    case WXK_UP: return move(-columns());
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE: return press(parts() == 1 ? 0 : current_);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

} // namespace yanxun::desktop
