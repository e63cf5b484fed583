#include <yanxun/ui/heat_map.h>

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/paint.h>

#include <wx/dcclient.h>

#include <algorithm>
#include <cmath>

namespace yanxun::ui {
namespace {

constexpr int kRow = 28, kLeastRow = 18, kMostRow = 34, kHead = 30, kLeastCell = 44, kLeastName = 90; // DIP
constexpr double kMostName = 0.34;                                     // of the width
constexpr double kDarkest = 0.85;                                      // of the accent, so that text stays readable

wxColour mixed(const wxColour& from, const wxColour& to, double share) {
    const auto channel = [share](int a, int b) { return static_cast<unsigned char>(std::lround(a + (b - a) * share)); };
    return wxColour(channel(from.Red(), to.Red()), channel(from.Green(), to.Green()), channel(from.Blue(), to.Blue()));
}

double brightness(const wxColour& colour) {
    return 0.299 * colour.Red() + 0.587 * colour.Green() + 0.114 * colour.Blue();
}

/// Of two inks the one that stands out more.
const wxColour& readable(const wxColour& fill, const wxColour& one, const wxColour& other) {
    const double ground = brightness(fill);
    return std::abs(brightness(one) - ground) >= std::abs(brightness(other) - ground) ? one : other;
}

} // namespace

HeatPaint heatPaint(const HeatCell& cell) {
    const Palette& p = palette();
    switch (cell.fill) {
    case HeatFill::none: return {p.hover, p.muted};
    case HeatFill::share: {
        const wxColour fill = mixed(p.accentSoft, p.accent, std::clamp(cell.share, 0.0, 1.0) * kDarkest);
        return {fill, readable(fill, p.text, p.onAccent)};
    }
    case HeatFill::soft: return {p.toneSoft(cell.tone), p.tone(cell.tone)};
    case HeatFill::strong: return {p.tone(cell.tone), readable(p.tone(cell.tone), p.text, p.onAccent)};
    }
    return {p.hover, p.muted};
}

HeatMap::HeatMap(wxWindow* parent, const std::string& name, HeatSize size)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
               wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE | (size == HeatSize::scrolled ? wxVSCROLL : 0)),
      size_(size) {
    SetName(wx(name));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &HeatMap::onPaint, this);
    for (const auto& type : {wxEVT_LEFT_UP, wxEVT_LEFT_DCLICK, wxEVT_MOTION, wxEVT_LEAVE_WINDOW}) {
        Bind(type, &HeatMap::onMouse, this);
    }
    Bind(wxEVT_KEY_DOWN, &HeatMap::onKey, this);
    if (size == HeatSize::scrolled) {
        Bind(wxEVT_MOUSEWHEEL, &HeatMap::onWheel, this);
        for (const auto& type : {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP,
                                 wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN,
                                 wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
            Bind(type, &HeatMap::onScroll, this);
        }
    }
    const auto again = [this](wxEvent& event) {
        event.Skip();
        isMeasured_ = false;
        Refresh();
    };
    Bind(wxEVT_SIZE, [this, again](wxSizeEvent& event) {
        again(event);
        scrollTo(top_);
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, again);
    Bind(wxEVT_SET_FOCUS, again);
    Bind(wxEVT_KILL_FOCUS, again);
    set({});
}

void HeatMap::set(HeatTable table) {
    const bool same = table.rows.size() == table_.rows.size() && table.columns.size() == table_.columns.size();
    table_ = std::move(table);
    hovered_ = {};
    isMeasured_ = false;
    if (!same) {
        row_ = column_ = -1;
        top_ = 0;
    }
    const int shown = size_ == HeatSize::whole ? std::max(rows(), 3) : 3;
    SetMinSize(FromDIP(wxSize(kLeastName + kLeastCell * std::clamp(columns(), 4, 12), kHead + kRow * shown)));
    scrollTo(top_);
    announce();
    Refresh();
}

void HeatMap::choose(int row, int column) {
    const bool known = row >= 0 && row < rows() && column >= 0 && column < columns();
    row_ = known ? row : -1;
    column_ = known ? column : -1;
    if (known) showRow(row);
    announce();
    Refresh();
    if (chosen) guarded(this, chosen);
}

void HeatMap::press(int row, int column) {
    if (row < 0 || row >= rows() || column < 0 || column >= columns()) return;
    choose(row, column);
    if (pressed) guarded(this, [this, row, column] { pressed(row, column); });
}

/// A table that does not scroll makes use of its height.
int HeatMap::rowHeight() const {
    if (size_ == HeatSize::scrolled || rows() == 0) return FromDIP(kRow);
    return std::clamp((GetClientSize().y - FromDIP(kHead)) / rows(), FromDIP(kLeastRow), FromDIP(kMostRow));
}

int HeatMap::visibleRows() const { return std::max(1, (GetClientSize().y - FromDIP(kHead)) / rowHeight()); }

wxRect HeatMap::cellArea(int row, int column) const {
    const double width = columns() == 0 ? 0 : double(GetClientSize().x - nameWidth_) / columns();
    const int x = nameWidth_ + int(std::lround(width * column)), next = nameWidth_ + int(std::lround(width * (column + 1)));
    return {x, FromDIP(kHead) + rowHeight() * row - top_, next - x, rowHeight()};
}

HeatMap::Place HeatMap::placeAt(wxPoint at) const {
    Place place;
    if (at.x >= nameWidth_ && columns() > 0) {
        const double width = double(GetClientSize().x - nameWidth_) / columns();
        place.column = std::clamp(int((at.x - nameWidth_) / width), 0, columns() - 1);
    }
    if (at.y >= FromDIP(kHead)) {
        const int row = (at.y - FromDIP(kHead) + top_) / rowHeight();
        place.row = row < rows() ? row : -1;
        if (place.row < 0) place.column = -1;
    }
    return place;
}

/// As wide as the longest name, within reason. Once a table: a thousand names take their time.
void HeatMap::measure() {
    if (isMeasured_) return;
    isMeasured_ = true;
    wxClientDC dc(this);
    dc.SetFont(font(TextStyle::body));
    int widest = 0;
    for (const HeatHead& head : table_.rows) widest = std::max(widest, dc.GetTextExtent(wx(head.text)).x);
    nameWidth_ = std::clamp(widest + FromDIP(space::m), FromDIP(kLeastName),
                            std::max(FromDIP(kLeastName), int(GetClientSize().x * kMostName)));
}

void HeatMap::onPaint(wxPaintEvent&) {
    measure();
    Canvas canvas(this, ground(this));
    wxGraphicsContext& gc = canvas.gc();
    const wxSize size = GetClientSize();
    if (rows() == 0 || columns() == 0) {
        gc.SetFont(font(TextStyle::body), palette().muted);
        return drawText(gc, fitted(gc, wx(table_.empty), size.x), size.x / 2.0, size.y / 2.0, 0.5, 0.5);
    }
    const int first = top_ / rowHeight(), last = std::min(rows(), first + visibleRows() + 2);
    gc.Clip(0, FromDIP(kHead), size.x, size.y - FromDIP(kHead));
    for (int row = first; row < last; ++row) {
        paintRowHead(gc, row);
        for (int column = 0; column < columns(); ++column) paintCell(gc, row, column);
    }
    gc.ResetClip();
    paintHeads(gc);
}

void HeatMap::paintHeads(wxGraphicsContext& gc) {
    gc.SetFont(font(TextStyle::caption), palette().muted);
    for (int column = 0; column < columns(); ++column) {
        const wxRect area = cellArea(0, column);
        drawText(gc, fitted(gc, wx(table_.columns[std::size_t(column)].text), area.width - FromDIP(4)),
                 area.x + area.width / 2.0, FromDIP(kHead) / 2.0, 0.5, 0.5);
    }
}

void HeatMap::paintRowHead(wxGraphicsContext& gc, int row) {
    const wxRect area = cellArea(row, 0);
    gc.SetFont(font(TextStyle::body), palette().text);
    drawText(gc, fitted(gc, wx(table_.rows[std::size_t(row)].text), nameWidth_ - FromDIP(space::s)), 0,
             area.y + area.height / 2.0, 0, 0.5);
}

void HeatMap::paintCell(wxGraphicsContext& gc, int row, int column) {
    const HeatCell cell = table_.cell(std::size_t(row), std::size_t(column));
    const HeatPaint paint = heatPaint(cell);
    wxRect area = cellArea(row, column);
    area.Deflate(FromDIP(1));
    const Palette& p = palette();
    const bool isChosen = row == row_ && column == column_;
    const bool isHovered = hovered_ == Place{row, column};
    gc.SetPen(isChosen    ? wxPen(HasFocus() ? p.accent : p.text, FromDIP(HasFocus() ? 3 : 2))
              : isHovered ? wxPen(p.muted)
                          : *wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(paint.fill));
    gc.DrawRoundedRectangle(area.x, area.y, area.width, area.height, FromDIP(3));
    gc.SetFont(font(TextStyle::caption), paint.ink);
    drawText(gc, fitted(gc, wx(cell.text), area.width - FromDIP(2)), area.x + area.width / 2.0,
             area.y + area.height / 2.0, 0.5, 0.5);
}

std::string HeatMap::tipOf(const Place& place) const {
    const auto said = [](const HeatHead& head) { return head.tip.empty() ? head.text : head.tip; };
    if (place.row >= 0 && place.column >= 0) return table_.cell(std::size_t(place.row), std::size_t(place.column)).tip;
    if (place.row >= 0) return said(table_.rows[std::size_t(place.row)]);
    return place.column >= 0 ? said(table_.columns[std::size_t(place.column)]) : std::string();
}

void HeatMap::onMouse(wxMouseEvent& event) {
    event.Skip();
    const Place place = event.Leaving() ? Place{} : placeAt(event.GetPosition());
    const bool isCell = place.row >= 0 && place.column >= 0;
    if (isCell && event.LeftUp()) {
        SetFocus();
        return press(place.row, place.column);
    }
    if (isCell && event.LeftDClick() && opened) {
        guarded(this, [this, place] { opened(place.row, place.column); });
        return;
    }
    if (place == hovered_) return;
    hovered_ = place;
    const std::string tip = tipOf(place);
    if (tip.empty()) UnsetToolTip();
    else SetToolTip(wx(tip));
    SetCursor(isCell && (pressed || opened) ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    Refresh();
}

void HeatMap::onWheel(wxMouseEvent& event) {
    scrollTo(top_ - event.GetWheelRotation() * 3 * rowHeight() / std::max(1, event.GetWheelDelta()));
}

void HeatMap::onScroll(wxScrollWinEvent& event) {
    const auto type = event.GetEventType();
    const int page = visibleRows() * rowHeight();
    if (type == wxEVT_SCROLLWIN_TOP) return scrollTo(0);
    if (type == wxEVT_SCROLLWIN_BOTTOM) return scrollTo(rows() * rowHeight());
    if (type == wxEVT_SCROLLWIN_LINEUP) return scrollTo(top_ - rowHeight());
    if (type == wxEVT_SCROLLWIN_LINEDOWN) return scrollTo(top_ + rowHeight());
    if (type == wxEVT_SCROLLWIN_PAGEUP) return scrollTo(top_ - page);
    if (type == wxEVT_SCROLLWIN_PAGEDOWN) return scrollTo(top_ + page);
    scrollTo(event.GetPosition());
}

void HeatMap::scrollTo(int top) {
    if (size_ != HeatSize::scrolled) return;
    const int page = std::max(1, GetClientSize().y - FromDIP(kHead)), range = std::max(rows() * rowHeight(), page);
    top_ = std::clamp(top, 0, range - page);
    SetScrollbar(wxVERTICAL, top_, page, range);
    Refresh();
}

void HeatMap::showRow(int row) {
    const int page = GetClientSize().y - FromDIP(kHead), above = row * rowHeight(), below = above + rowHeight();
    if (above < top_) scrollTo(above);
    if (below > top_ + page) scrollTo(below - page);
}

void HeatMap::move(int byRows, int byColumns) {
    if (rows() == 0 || columns() == 0) return;
    if (row_ < 0) return choose(0, 0);
    choose(std::clamp(row_ + byRows, 0, rows() - 1), std::clamp(column_ + byColumns, 0, columns() - 1));
}

void HeatMap::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_LEFT: return move(0, -1);
    case WXK_RIGHT: return move(0, 1);
    case WXK_UP: return move(-1, 0);
    case WXK_DOWN: return move(1, 0);
    case WXK_PAGEUP: return move(-visibleRows(), 0);
    case WXK_PAGEDOWN: return move(visibleRows(), 0);
    case WXK_HOME: return move(-rows(), 0);
    case WXK_END: return move(rows(), 0);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE: {
        const int row = row_, column = column_;
        if (row < 0) return;
        press(row, column);
        if (event.GetKeyCode() != WXK_SPACE && opened) guarded(this, [this, row, column] { opened(row, column); });
        return;
    }
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

void HeatMap::announce() {
    const bool none = rows() == 0 || columns() == 0;
    const bool isCell = row_ >= 0 && column_ >= 0;
    setAccessible(this, isCell ? tipOf({row_, column_}) : none && !table_.empty.empty() ? table_.empty : table_.summary,
                  "push button");
}

} // namespace yanxun::ui
