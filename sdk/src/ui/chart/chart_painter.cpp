// What all shapes share, and bars. Round and horizontal ones: chart_painter_shapes.cpp.
#include "chart_painter.h"

#include <yanxun/text.h>

#include <algorithm>
#include <cmath>

namespace yanxun::ui {

namespace {

constexpr double kBarWidest = 44, kBarShare = 0.58, kGroupShare = 0.72;

} // namespace

std::string numberText(double value) {
    const double rounded = std::round(value * 100) / 100;
    const auto whole = static_cast<long long>(std::trunc(rounded));
    std::string shown = text::grouped(whole);
    const auto rest = std::llround(std::abs(rounded - double(whole)) * 100);
    if (rest == 0) return shown;
    shown += '.';
    shown += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) shown += static_cast<char>('0' + rest % 10);
    return shown;
}

ChartPainter::ChartPainter(wxGraphicsContext& gc, wxWindow& window, const std::vector<ChartSeries>& series,
                           const std::string& unit, int marked)
    : gc_(gc), window_(window), series_(series), unit_(unit), marked_(marked) {}

std::vector<Chart::Hit> ChartPainter::paint(ChartShape shape, const wxRect& area) {
    const bool empty = std::all_of(series_.begin(), series_.end(), [](const ChartSeries& s) { return s.points.empty(); });
    if (empty) {
        if (shape == ChartShape::sparkline) return {};
        gc_.SetFont(font(TextStyle::body), palette().muted);
        drawText(gc_, wx(tr("这段时间没有数据。")), area.x + area.width / 2.0, area.y + area.height / 2.0, 0.5, 0.5);
        return {};
    }
    switch (shape) {
    case ChartShape::bars: bars(area, false); break;
    case ChartShape::stackedBars: bars(area, true); break;
    case ChartShape::donut: donut(area); break;
    case ChartShape::horizontalBars: rows(area); break;
    case ChartShape::sparkline: sparkline(area); break;
    }
    return std::move(hits_);
}

double ChartPainter::dip(double value) const { return window_.FromDIP(1000) / 1000.0 * value; }

wxColour ChartPainter::colour(std::size_t index) const {
    const auto& all = palette().series;
    // The second round of colours is paler, so that neighbours differ.
    const wxColour base = all[index % all.size()];
    return index / all.size() % 2 == 0 ? base : translucent(base, 140);
}

void ChartPainter::remember(const wxRect& area, std::size_t series, const ChartPoint* point) {
    Chart::Hit hit;
    hit.area = area;
    hit.series = series;
    hit.point = std::size_t(point - series_[series].points.data());
    hits_.push_back(hit);
}

std::vector<ChartPainter::Column> ChartPainter::columns() const {
    std::vector<Column> all;
    for (std::size_t s = 0; s < series_.size(); ++s)
        for (const ChartPoint& point : series_[s].points) {
            auto column = std::find_if(all.begin(), all.end(), [&](const Column& c) { return c.key == point.key; });
            if (column == all.end())
                column = all.insert(all.end(), {point.key, point.label, std::vector<const ChartPoint*>(series_.size())});
            column->points[s] = &point;
        }
    return all;
}

/// Steps of 1, 2 or 5 times a power of ten; counts have no halves.
ChartPainter::Axis ChartPainter::axisFor(double highest) {
    if (highest <= 0) return {1, 1};
    const double wanted = highest / 4;
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= wanted) {
            step = factor * power;
            break;
        }
    step = std::max(step, 1.0);
    const int steps = static_cast<int>(std::ceil(highest / step - 1e-9));
    return {step * steps, steps};
}

double ChartPainter::legend(const wxRect& area) {
    if (series_.size() < 2) return 0;
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    const double middle = area.y + dip(9), mark = dip(10);
    double x = area.x;
    for (std::size_t s = 0; s < series_.size(); ++s) {
        double width = 0, height = 0;
        gc_.GetTextExtent(wx(series_[s].name), &width, &height);
        gc_.SetPen(*wxTRANSPARENT_PEN);
        gc_.SetBrush(wxBrush(colour(s)));
        gc_.DrawRoundedRectangle(x, middle - mark / 2, mark, mark, dip(3));
        drawText(gc_, wx(series_[s].name), x + mark + dip(4), middle, 0, 0.5);
        x += mark + width + dip(18);
    }
    return dip(26);
}

void ChartPainter::gridLines(const wxRect& plot, const Axis& axis) {
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    for (int i = 0; i <= axis.steps; ++i) {
        const double y = std::round(plot.y + plot.height * (1 - double(i) / axis.steps)) + 0.5;
        gc_.SetPen(wxPen(palette().border));
        gc_.StrokeLine(plot.x, y, plot.x + plot.width, y);
        drawText(gc_, wx(numberText(axis.top * i / axis.steps)), plot.x - dip(8), y, 1, 0.5);
    }
}

void ChartPainter::columnLabels(const wxRect& plot, const std::vector<Column>& columns) {
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    const double step = double(plot.width) / columns.size();
    double widest = 0;
    for (const Column& column : columns) {
        double width = 0, height = 0;
        gc_.GetTextExtent(wx(column.label), &width, &height);
        widest = std::max(widest, width);
    }
    // Every n-th label, cut where even that is too wide.
    const std::size_t every = std::clamp<std::size_t>(std::size_t(std::ceil((widest + dip(6)) / step)), 1,
                                                      columns.size() > 6 ? columns.size() / 4 : 1);
    for (std::size_t i = 0; i < columns.size(); i += every)
        drawText(gc_, fitted(gc_, wx(columns[i].label), step * every - dip(4)), plot.x + step * (i + 0.5),
                 plot.y + plot.height + dip(6), 0.5, 0);
}

void ChartPainter::bars(wxRect area, bool stacked) {
    const std::vector<Column> all = columns();
    double highest = 0;
    for (const Column& column : all) {
        double sum = 0;
        for (const ChartPoint* point : column.points)
            if (point) sum = stacked ? sum + std::max(point->value, 0.0) : std::max(sum, point->value);
        highest = std::max(highest, sum);
    }
    const Axis axis = axisFor(highest);
    const double above = legend(area) + dip(stacked || series_.size() > 1 ? 8 : 18);
    gc_.SetFont(font(TextStyle::caption), palette().muted);
    double width = 0, height = 0;
    gc_.GetTextExtent(wx(numberText(axis.top)), &width, &height);
    const double left = width + dip(10), below = height + dip(10);
    const wxRect plot(int(area.x + left), int(area.y + above), int(area.width - left), int(area.height - above - below));
    if (plot.width < dip(24) || plot.height < dip(24)) return;
    gridLines(plot, axis);
    columnLabels(plot, all);
    const double step = double(plot.width) / all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double columnLeft = plot.x + step * i;
        stacked ? stack(all[i], plot, columnLeft, step, axis.top) : group(all[i], plot, columnLeft, step, axis.top);
    }
}

void ChartPainter::bar(double x, double y, double width, double height, bool roundTop) {
    if (height <= 0) return;
    gc_.SetPen(*wxTRANSPARENT_PEN);
    const double radius = roundTop ? std::min({dip(3), width / 2, height}) : 0;
    wxGraphicsPath path = gc_.CreatePath();
    path.MoveToPoint(x, y + height);
    path.AddLineToPoint(x, y + radius);
    if (radius > 0) path.AddArc(x + radius, y + radius, radius, M_PI, -M_PI / 2, true);
    path.AddLineToPoint(x + width - radius, y);
    if (radius > 0) path.AddArc(x + width - radius, y + radius, radius, -M_PI / 2, 0, true);
    path.AddLineToPoint(x + width, y + height);
    path.CloseSubpath();
    gc_.FillPath(path);
}

void ChartPainter::stack(const Column& column, const wxRect& plot, double left, double width, double top) {
    const double wide = std::min(width * kBarShare, dip(kBarWidest));
    const double x = left + (width - wide) / 2;
    std::size_t last = 0;
    for (std::size_t s = 0; s < column.points.size(); ++s)
        if (column.points[s] && column.points[s]->value > 0) last = s;
    double y = plot.y + plot.height;
    for (std::size_t s = 0; s < column.points.size(); ++s) {
        const ChartPoint* const point = column.points[s];
        if (!point) continue;
        const double height = std::max(point->value, 0.0) / top * plot.height;
        y -= height;
        gc_.SetBrush(wxBrush(isMarked() ? colour(s).ChangeLightness(palette().dark ? 120 : 115) : colour(s)));
        bar(x, y, wide, s == last ? height : height - 1, s == last);
        // At least as tall as a finger's aim, and all the column's width.
        const int tall = std::max(int(height), int(dip(4)));
        remember(wxRect(int(left), int(y + height - tall), int(width), tall), s, point);
    }
}

void ChartPainter::group(const Column& column, const wxRect& plot, double left, double width, double top) {
    const double count = double(column.points.size());
    const double wide = std::min(width * (count > 1 ? kGroupShare : kBarShare) / count, dip(kBarWidest));
    double x = left + (width - wide * count) / 2;
    for (std::size_t s = 0; s < column.points.size(); ++s, x += wide) {
        const ChartPoint* const point = column.points[s];
        if (!point) continue;
        const double height = std::max(point->value, 0.0) / top * plot.height;
        const double y = plot.y + plot.height - height;
        gc_.SetBrush(wxBrush(isMarked() ? colour(s).ChangeLightness(palette().dark ? 120 : 115) : colour(s)));
        bar(x, y, count > 1 ? wide - 1 : wide, height, true);
        if (count == 1) {
            gc_.SetFont(font(TextStyle::caption), palette().muted);
            double textWidth = 0, textHeight = 0;
            gc_.GetTextExtent(wx(numberText(point->value)), &textWidth, &textHeight);
            if (textWidth <= width && point->value > 0)
                drawText(gc_, wx(numberText(point->value)), x + wide / 2, y - dip(2), 0.5, 1);
        }
        const double hitLeft = count > 1 ? x : left, hitWidth = count > 1 ? wide : width;
        remember(wxRect(int(hitLeft), plot.y, std::max(int(hitWidth), 1), plot.height), s, point);
    }
}

} // namespace yanxun::ui
