#pragma once
#include <yanxun/ui/paint.h>

#include <yanxun/ui/chart.h>

namespace yanxun::ui {

/// «12,406», «86.5»
std::string numberText(double value);

/// Paints one chart once and collects where its points are.
class ChartPainter {
public:
    ChartPainter(wxGraphicsContext& gc, wxWindow& window, const std::vector<ChartSeries>& series,
                 const std::string& unit, int marked);
    std::vector<Chart::Hit> paint(ChartShape shape, const wxRect& area);

private:
    struct Column {
        std::string key, label;
        std::vector<const ChartPoint*> points; ///< one per series, null where it has none
    };
    struct Axis {
        double top = 1;
        int steps = 1;
    };

    std::vector<Column> columns() const;
    static Axis axisFor(double highest);
    bool isMarked() const { return static_cast<int>(hits_.size()) == marked_; }
    wxColour colour(std::size_t index) const;
    void remember(const wxRect& area, std::size_t series, const ChartPoint* point);

    double legend(const wxRect& area);
    void gridLines(const wxRect& plot, const Axis& axis);
    void columnLabels(const wxRect& plot, const std::vector<Column>& columns);
    void bars(wxRect area, bool stacked);
    void stack(const Column& column, const wxRect& plot, double left, double width, double top);
    void group(const Column& column, const wxRect& plot, double left, double width, double top);
    void bar(double x, double y, double width, double height, bool roundTop);
    void donut(const wxRect& area);
    void wedge(Chart::Hit& hit, std::size_t index);
    void donutLegend(const wxRect& area, double total);
    void rows(const wxRect& area);
    void sparkline(const wxRect& area);
    double dip(double value) const;

    wxGraphicsContext& gc_;
    wxWindow& window_;
    const std::vector<ChartSeries>& series_;
    const std::string& unit_;
    int marked_;
    std::vector<Chart::Hit> hits_;
};

} // namespace yanxun::ui
