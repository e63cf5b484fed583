#include "chart_painter.h"

#include <yanxun/text.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yanxun::ui {

namespace {

constexpr double kGap = 0.012; // radians between two wedges
constexpr double kHole = 0.66; // of the radius

double sumOf(const std::vector<ChartPoint>& points) {
    return std::accumulate(points.begin(), points.end(), 0.0,
                           [](double sum, const ChartPoint& p) { return sum + std::max(p.value, 0.0); });
}

wxString share(double value, double total) {
    const double percent = total > 0 ? value / total * 100 : 0;
    // Small but not nothing must not read «0%».
    if (percent > 0 && percent < 1) return "<1%";
    return wxString::Format("%.0f%%", percent);
}

} // namespace

void ChartPainter::donut(const wxRect& area) {
    const auto& points = series_[0].points;
    const double total = sumOf(points);
    double legend = 0;
    gc_.SetFont(font(TextStyle::body), palette().text);
    for (const ChartPoint& point : points) {
        double width = 0, height = 0;
        gc_.GetTextExtent(wx(point.label), &width, &height);
        legend = std::max(legend, width + dip(18 + 44));
    }
    // The names first: the ring takes what they leave, but never vanishes.
    const double beside = std::clamp((area.width - legend - dip(34)) / 2, area.width * 0.18, area.width * 0.26);
    const double radius = std::min(area.height * 0.5 - dip(6), beside);
    const double x = area.x + radius + dip(8), y = area.y + area.height / 2.0;
    double angle = -M_PI / 2;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double next = angle + (total > 0 ? std::max(points[i].value, 0.0) / total : 0) * 2 * M_PI;
        const bool marked = isMarked();
        remember({}, 0, &points[i]);
        Chart::Hit& hit = hits_.back();
        hit.centre = {x, y};
        hit.outer = marked ? radius + dip(3) : radius;
        hit.inner = radius * kHole;
        hit.from = angle;
        hit.to = next;
        wedge(hit, i);
        angle = next;
    }
    gc_.SetFont(font(TextStyle::title), palette().text);
    drawText(gc_, wx(numberText(total)), x, y - dip(unit_.empty() ? 0 : 8), 0.5, 0.5);
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    if (!unit_.empty()) drawText(gc_, wx(unit_), x, y + dip(15), 0.5, 0.5);
    const int left = int(x + radius + dip(26));
    donutLegend(wxRect(left, area.y, area.GetRight() - left, area.height), total);
}

void ChartPainter::wedge(Chart::Hit& hit, std::size_t index) {
    const double gap = series_[0].points.size() > 1 ? kGap : 0;
    if (hit.to - hit.from <= 2 * gap) return;
    const double from = hit.from + gap, to = hit.to - gap - 1e-6;
    wxGraphicsPath path = gc_.CreatePath();
    path.AddArc(hit.centre.m_x, hit.centre.m_y, hit.outer, from, to, true);
    path.AddArc(hit.centre.m_x, hit.centre.m_y, hit.inner, to, from, false);
    path.CloseSubpath();
    gc_.SetPen(*wxTRANSPARENT_PEN);
    gc_.SetBrush(wxBrush(colour(index)));
    gc_.FillPath(path);
}

void ChartPainter::donutLegend(const wxRect& area, double total) {
    const auto& points = series_[0].points;
    const double tall = dip(26);
    std::size_t lines = std::min(points.size(), std::size_t(std::max(area.height / tall, 1.0)));
    const bool cut = lines < points.size();
    double y = area.y + (area.height - lines * tall) / 2;
    if (cut) --lines;
    for (std::size_t i = 0; i < lines; ++i, y += tall) {
        gc_.SetPen(*wxTRANSPARENT_PEN);
        gc_.SetBrush(wxBrush(colour(i)));
        gc_.DrawEllipse(area.x, y + tall / 2 - dip(5), dip(10), dip(10));
        gc_.SetFont(font(TextStyle::body), palette().muted);
        const wxString part = share(points[i].value, total);
        drawText(gc_, part, area.GetRight(), y + tall / 2, 1, 0.5);
        gc_.SetFont(font(TextStyle::body), palette().text);
        drawText(gc_, fitted(gc_, wx(points[i].label), area.width - dip(18 + 44)), area.x + dip(18), y + tall / 2, 0, 0.5);
        hits_[i].area = wxRect(area.x, int(y), area.width, int(tall));
    }
    if (!cut) return;
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    drawText(gc_, wx(tr("还有 {} 项", points.size() - lines)), area.x + dip(18), y + tall / 2, 0, 0.5);
}

void ChartPainter::rows(const wxRect& area) {
    const auto& points = series_[0].points;
    const double smallest = dip(24), tallest = dip(40);
    std::size_t lines = std::min(points.size(), std::size_t(std::max(area.height / smallest, 1.0)));
    const double tall = std::min(double(area.height) / lines, tallest);
    const bool cut = lines < points.size();
    if (cut) --lines;
    double highest = 0, widest = 0, numbers = 0, height = 0;
    for (const ChartPoint& point : points) {
        double width = 0;
        highest = std::max(highest, point.value);
        gc_.SetFont(font(TextStyle::body), palette().text);
        gc_.GetTextExtent(wx(point.label), &width, &height);
        widest = std::max(widest, width);
        gc_.SetFont(font(TextStyle::strong), palette().text);
        gc_.GetTextExtent(wx(numberText(point.value)), &width, &height);
        numbers = std::max(numbers, width);
    }
    const double label = std::min(widest, area.width * 0.4);
    const double left = area.x + label + dip(12), wide = std::max(area.width - label - numbers - dip(24), dip(8));
    double y = area.y;
    for (std::size_t i = 0; i < lines; ++i, y += tall) {
        const double middle = y + tall / 2, bold = dip(10);
        gc_.SetPen(*wxTRANSPARENT_PEN);
        gc_.SetBrush(wxBrush(palette().hover));
        gc_.DrawRoundedRectangle(left, middle - bold / 2, wide, bold, bold / 2);
        gc_.SetBrush(wxBrush(isMarked() ? colour(0).ChangeLightness(palette().dark ? 120 : 115) : colour(0)));
        const double length = highest > 0 ? wide * std::max(points[i].value, 0.0) / highest : 0;
        if (length > 0) gc_.DrawRoundedRectangle(left, middle - bold / 2, std::max(length, bold), bold, bold / 2);
        gc_.SetFont(font(TextStyle::body), palette().text);
        drawText(gc_, fitted(gc_, wx(points[i].label), label), area.x, middle, 0, 0.5);
        gc_.SetFont(font(TextStyle::strong), palette().text);
        drawText(gc_, wx(numberText(points[i].value)), area.x + area.width, middle, 1, 0.5);
        remember(wxRect(area.x, int(y), area.width, int(tall)), 0, &points[i]);
    }
    if (!cut) return;
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    drawText(gc_, wx(tr("还有 {} 项", points.size() - lines)), area.x, y + tall / 2, 0, 0.5);
}

void ChartPainter::sparkline(const wxRect& area) {
    const auto& points = series_[0].points;
    if (points.size() < 2) return;
    const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                                 [](const ChartPoint& a, const ChartPoint& b) { return a.value < b.value; });
    const double range = high->value - low->value, edge = dip(2);
    const double step = (area.width - 2 * edge) / double(points.size() - 1);
    const auto place = [&](std::size_t i) {
        const double part = range > 0 ? (points[i].value - low->value) / range : 0.5;
        return wxPoint2DDouble(area.x + edge + step * i, area.y + edge + (area.height - 2 * edge) * (1 - part));
    };
    wxGraphicsPath line = gc_.CreatePath(), below = gc_.CreatePath();
    below.MoveToPoint(place(0).m_x, area.y + area.height);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const wxPoint2DDouble at = place(i);
        i == 0 ? line.MoveToPoint(at) : line.AddLineToPoint(at);
        below.AddLineToPoint(at);
        remember(wxRect(int(at.m_x - step / 2), area.y, std::max(int(step), 1), area.height), 0, &points[i]);
    }
    below.AddLineToPoint(place(points.size() - 1).m_x, area.y + area.height);
    below.CloseSubpath();
    gc_.SetPen(*wxTRANSPARENT_PEN);
    gc_.SetBrush(wxBrush(translucent(colour(0), 40)));
    gc_.FillPath(below);
    gc_.SetPen(wxPen(colour(0), int(std::max(dip(2), 1.0))));
    gc_.StrokePath(line);
}

} // namespace yanxun::ui
