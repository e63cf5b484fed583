#include "view/heat_map.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>

#include <algorithm>
#include <cmath>

namespace campaigns {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

constexpr int rowHeight = 30, headHeight = 30, nameWidth = 110, leastCell = 56; // DIP

wxColour mixed(const wxColour& from, const wxColour& to, double share) {
    const auto channel = [share](int a, int b) { return static_cast<unsigned char>(std::lround(a + (b - a) * share)); };
    return wxColour(channel(from.Red(), to.Red()), channel(from.Green(), to.Green()), channel(from.Blue(), to.Blue()));
}

double brightness(const wxColour& colour) { return 0.299 * colour.Red() + 0.587 * colour.Green() + 0.114 * colour.Blue(); }

/// Of two inks the one that stands out more.
const wxColour& readable(const wxColour& fill, const wxColour& one, const wxColour& other) {
    const double ground = brightness(fill);
    return std::abs(brightness(one) - ground) >= std::abs(brightness(other) - ground) ? one : other;
}

} // namespace

HeatMap::HeatMap(wxWindow* parent)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE) {
    SetName("campaigns.heat_map");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &HeatMap::onPaint, this);
    Bind(wxEVT_LEFT_UP, &HeatMap::onMouse, this);
    Bind(wxEVT_MOTION, &HeatMap::onMouse, this);
    Bind(wxEVT_KEY_DOWN, &HeatMap::onKey, this);
    const auto refocus = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refocus);
    Bind(wxEVT_KILL_FOCUS, refocus);
    set({});
}

void HeatMap::set(CoverageTable table) {
    table_ = std::move(table);
    if (region_ >= rows() || category_ >= columns()) region_ = category_ = -1;
    SetMinSize(FromDIP(wxSize(nameWidth + leastCell * std::max(columns(), 5), headHeight + rowHeight * std::max(rows(), 3))));
    announce();
    Refresh();
}

void HeatMap::choose(int region, int category) {
    const bool known = region >= 0 && region < rows() && category >= 0 && category < columns();
    region_ = known ? region : -1;
    category_ = known ? category : -1;
    announce();
    Refresh();
    if (chosen) chosen();
}

wxRect HeatMap::cellArea(int region, int category) const {
    const int left = FromDIP(nameWidth), top = FromDIP(headHeight), height = FromDIP(rowHeight);
    const double width = columns() == 0 ? 0 : double(GetClientSize().x - left) / columns();
    const int x = left + int(std::lround(width * category)), next = left + int(std::lround(width * (category + 1)));
    return {x, top + height * region, next - x, height};
}

void HeatMap::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    wxGraphicsContext& gc = canvas.gc();
    if (rows() == 0) {
        gc.SetFont(font(TextStyle::body), palette().muted);
        drawText(gc, wx(tr("还没有应覆盖的单位：请先导入或登记单位名录。")), GetClientSize().x / 2.0, GetClientSize().y / 2.0, 0.5, 0.5);
        return;
    }
    paintHeads(gc);
    for (int region = 0; region < rows(); ++region) {
        for (int category = 0; category < columns(); ++category) paintCell(gc, region, category);
    }
}

void HeatMap::paintHeads(wxGraphicsContext& gc) {
    gc.SetFont(font(TextStyle::caption), palette().muted);
    for (int category = 0; category < columns(); ++category) {
        const wxRect area = cellArea(0, category);
        drawText(gc, fitted(gc, wx(table_.categories[std::size_t(category)].name), area.width - FromDIP(4)),
                 area.x + area.width / 2.0, FromDIP(headHeight) / 2.0, 0.5, 0.5);
    }
    gc.SetFont(font(TextStyle::body), palette().text);
    for (int region = 0; region < rows(); ++region) {
        const wxRect area = cellArea(region, 0);
        drawText(gc, fitted(gc, wx(shownRegion(table_.regions[std::size_t(region)].name)), FromDIP(nameWidth - 8)), 0,
                 area.y + area.height / 2.0, 0, 0.5);
    }
}

void HeatMap::paintCell(wxGraphicsContext& gc, int region, int category) {
    const CoverageTable::Cell& cell = table_.at(std::size_t(region), std::size_t(category));
    wxRect area = cellArea(region, category);
    area.Deflate(FromDIP(1));
    const bool isChosen = region == region_ && category == category_;
    const Palette& colours = palette();
    wxColour fill = colours.hover, ink = colours.muted;
    if (cell.expected > 0) {
        const double share = double(cell.reached) / double(cell.expected);
        fill = mixed(colours.accentSoft, colours.accent, share * 0.85);
        ink = readable(fill, colours.text, colours.onAccent);
    }
    gc.SetPen(isChosen ? wxPen(colours.text, FromDIP(HasFocus() ? 3 : 2)) : *wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(fill));
    gc.DrawRectangle(area.x, area.y, area.width, area.height);
    gc.SetFont(font(TextStyle::body), ink);
    drawText(gc, wx(percentText(cell.rate())), area.x + area.width / 2.0, area.y + area.height / 2.0, 0.5, 0.5);
}

std::string HeatMap::describe(int region, int category) const {
    const CoverageTable::Cell& cell = table_.at(std::size_t(region), std::size_t(category));
    const std::string place = tr("{} {}", shownRegion(table_.regions[std::size_t(region)].name),
                                 table_.categories[std::size_t(category)].name);
    if (cell.expected == 0) return tr("{}：没有应覆盖的单位", place);
    return tr("{}：应覆盖 {}，已覆盖 {}，{}", place, cell.expected, cell.reached, percentText(cell.rate()));
}

void HeatMap::onMouse(wxMouseEvent& event) {
    event.Skip();
    for (int region = 0; region < rows(); ++region) {
        for (int category = 0; category < columns(); ++category) {
            if (!cellArea(region, category).Contains(event.GetPosition())) continue;
            if (event.LeftUp()) {
                SetFocus();
                return choose(region, category);
            }
            const wxString tip = wx(describe(region, category));
            if (GetToolTipText() != tip) SetToolTip(tip);
            return;
        }
    }
    if (event.Moving()) UnsetToolTip();
}

void HeatMap::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_LEFT: return move(0, -1);
    case WXK_RIGHT: return move(0, 1);
    case WXK_UP: return move(-1, 0);
    case WXK_DOWN: return move(1, 0);
    case WXK_TAB: Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward); return;
    default: event.Skip();
    }
}

void HeatMap::move(int regions, int categories) {
    if (rows() == 0) return;
    if (region_ < 0) return choose(0, 0);
    choose(std::clamp(region_ + regions, 0, rows() - 1), std::clamp(category_ + categories, 0, columns() - 1));
}

void HeatMap::announce() {
    const std::string title = tr("五进覆盖率");
    setAccessible(this, region_ < 0 ? tr("{}：{} 个乡镇街道，{} 个类别", title, rows(), columns()) : describe(region_, category_));
}

} // namespace campaigns
