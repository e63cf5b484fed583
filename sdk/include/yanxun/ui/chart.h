#pragma once
#include <yanxun/ui/theme.h>

namespace yanxun::ui {

struct ChartPoint {
    std::string key, label;
    double value = 0;
};

struct ChartSeries {
    std::string name;
    std::vector<ChartPoint> points;
};

enum class ChartShape { bars, stackedBars, donut, horizontalBars, sparkline };

/// An own-drawn chart. A point under the mouse shows its number; a click, or arrows and Enter, calls `clicked` with its
/// series and key. Its accessible name reads the numbers.
class YANXUN_UI_EXPORT Chart : public wxWindow {
public:
    Chart(wxWindow* parent, ChartShape shape, const std::string& name);
    void set(std::vector<ChartSeries> series, const std::string& unit = {});
    std::function<void(const std::string& series, const std::string& key)> clicked;
    bool AcceptsFocus() const override { return shape_ != ChartShape::sparkline; }

private:
    struct Hit {
        wxRect area;
        std::size_t series, point;
    };
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent&);
    void onKey(wxKeyEvent&);
    void activate();
    ChartShape shape_;
    std::string name_, unit_;
    std::vector<ChartSeries> series_;
    std::vector<Hit> hits_;
    int current_ = -1;
};

} // namespace yanxun::ui
