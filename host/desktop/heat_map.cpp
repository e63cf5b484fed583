#include "desktop/heat_map.h"

#include <yanxun/text.h>

#include <algorithm>
#include <cmath>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kRow = 26, kHead = 28, kLeastCell = 44; // DIP

int percent(const FigureMatrix::Cell& cell) {
    return static_cast<int>(std::lround(100.0 * double(std::min(cell.reached, cell.expected)) / double(cell.expected)));
}

wxColour mixed(const wxColour& a, const wxColour& b, double share) {
    const auto channel = [share](int from, int to) { return static_cast<unsigned char>(std::lround(from + (to - from) * share)); };
    return wxColour(channel(a.Red(), b.Red()), channel(a.Green(), b.Green()), channel(a.Blue(), b.Blue()));
}

} // namespace

HeatMap::HeatMap(wxWindow* parent, const std::string& name, const std::string& title)
    : Tile(parent, name), title_(title) {
    set({});
}

void HeatMap::set(FigureMatrix matrix) {
    const bool same = matrix.rows.size() == matrix_.rows.size() && matrix.columns.size() == matrix_.columns.size();
    matrix_ = std::move(matrix);
    if (same && !matrix_.rows.empty()) {
        announce();
        return Refresh();
    }
    const int rows = std::max<int>(int(matrix_.rows.size()), 3);
    SetMinSize(FromDIP(wxSize(90 + kLeastCell * std::max<int>(int(matrix_.columns.size()), 4), kHead + kRow * rows)));
    forgetParts();
}

int HeatMap::columns() const { return std::max<int>(int(matrix_.columns.size()), 1); }

std::string HeatMap::key(int part) const {
    const auto at = std::size_t(part), width = matrix_.columns.size();
    return matrix_.rows[at / width].key + "|" + matrix_.columns[at % width].key;
}

std::string HeatMap::tip(int part) const {
    const auto at = std::size_t(part), width = matrix_.columns.size();
    const std::string place = tr("{} · {}", matrix_.rows[at / width].label, matrix_.columns[at % width].label);
    const FigureMatrix::Cell& cell = matrix_.cells[at];
    if (cell.expected == 0) return tr("{}：没有应覆盖的对象", place);
    return tr("{}：应覆盖 {}，已覆盖 {}，{}%", place, cell.expected, cell.reached, percent(cell));
}

std::string HeatMap::summary() const {
    if (matrix_.cells.empty()) return tr("{}：这一年没有数据。", title_);
    std::int64_t reached = 0, expected = 0;
    for (const FigureMatrix::Cell& cell : matrix_.cells) {
        reached += cell.reached;
        expected += cell.expected;
    }
    return tr("{}：应覆盖 {}，已覆盖 {}。用方向键逐格查看。", title_, expected, reached);
}

void HeatMap::pressed(int part) {
    if (opened) opened(key(part));
}

double HeatMap::leftOf(wxGraphicsContext& gc) const {
    gc.SetFont(font(TextStyle::body), palette().text);
    double widest = 0;
    for (const FigureMatrix::Head& head : matrix_.rows) {
        double width = 0, height = 0;
        gc.GetTextExtent(wx(head.label), &width, &height);
        widest = std::max(widest, width);
    }
    return std::min<double>(widest + FromDIP(space::m), GetClientSize().x * 0.34);
}

void HeatMap::paintHeads(wxGraphicsContext& gc, double left, double wide, double tall) {
    gc.SetFont(font(TextStyle::caption), palette().muted);
    for (std::size_t i = 0; i < matrix_.columns.size(); ++i) {
        drawText(gc, fitted(gc, wx(matrix_.columns[i].label), wide - FromDIP(4)), left + wide * (double(i) + 0.5),
                 FromDIP(kHead) / 2.0, 0.5, 0.5);
    }
    gc.SetFont(font(TextStyle::body), palette().text);
    for (std::size_t i = 0; i < matrix_.rows.size(); ++i) {
        drawText(gc, fitted(gc, wx(matrix_.rows[i].label), left - FromDIP(space::s)), 0,
                 FromDIP(kHead) + tall * (double(i) + 0.5), 0, 0.5);
    }
}

void HeatMap::paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) {
    const wxSize size = GetClientSize();
    if (matrix_.cells.empty() || matrix_.columns.empty()) {
        gc.SetFont(font(TextStyle::body), palette().muted);
        drawText(gc, wx(tr("这一年没有数据。")), size.x / 2.0, size.y / 2.0, 0.5, 0.5);
        return;
    }
    const double left = leftOf(gc), wide = (size.x - left) / double(matrix_.columns.size());
    const double tall = std::min<double>((size.y - FromDIP(kHead)) / double(matrix_.rows.size()), FromDIP(34));
    paintHeads(gc, left, wide, tall);
    for (std::size_t i = 0; i < matrix_.cells.size(); ++i) {
        const std::size_t row = i / matrix_.columns.size(), column = i % matrix_.columns.size();
        const int x = int(left + wide * double(column)), y = int(FromDIP(kHead) + tall * double(row));
        areas.emplace_back(x, y, int(left + wide * double(column + 1)) - x, int(FromDIP(kHead) + tall * double(row + 1)) - y);
        paintCell(gc, areas.back(), matrix_.cells[i], marked() == int(i));
    }
}

void HeatMap::paintCell(wxGraphicsContext& gc, const wxRect& area, const FigureMatrix::Cell& cell, bool hot) {
    const Palette& p = palette();
    const double share = cell.expected > 0 ? percent(cell) / 100.0 : 0;
    const wxColour fill = cell.expected > 0 ? mixed(p.accentSoft, p.series.front(), share) : p.hover;
    gc.SetPen(hot ? wxPen(p.text) : *wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(fill));
    gc.DrawRoundedRectangle(area.x + 1, area.y + 1, area.width - 2, area.height - 2, FromDIP(3));
    const bool onDark = fill.GetLuminance() < 0.55;
    gc.SetFont(font(TextStyle::caption), cell.expected == 0 ? p.muted : onDark ? p.sidebarSelectedText : p.dark ? p.onAccent : p.text);
    const wxString text = cell.expected == 0 ? wx("—") : wxString::Format("%d%%", percent(cell));
    drawText(gc, text, area.x + area.width / 2.0, area.y + area.height / 2.0, 0.5, 0.5);
}

} // namespace yanxun::desktop
