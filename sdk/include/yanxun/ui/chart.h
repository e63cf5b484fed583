#pragma once
#include <yanxun/ui/theme.h>

#include <wx/geometry.h>

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

/// An own-drawn chart. Bars take their columns from the keys of all series, in the order they come; a donut and horizontal
/// bars show the first series. A point under the mouse shows its number; a click, or arrows and Enter, calls `clicked` with
/// its series and key. Its accessible name reads the numbers; without any it shows a sentence.
class YANXUN_UI_EXPORT Chart : public wxWindow {
public:
    Chart(wxWindow* parent, ChartShape shape, const std::string& name);
    void set(std::vector<ChartSeries> series, const std::string& unit = {});
    std::function<void(const std::string& series, const std::string& key)> clicked;
    bool AcceptsFocus() const override { return shape_ != ChartShape::sparkline; }

    /// A point as it was painted last; for tests. A wedge of a donut has angles besides the rectangle of its line in the
    /// legend.
    struct Hit {
        wxRect area;
        std::size_t series = 0, point = 0;
        wxPoint2DDouble centre;
        double inner = 0, outer = 0, from = 0, to = 0;
        bool contains(wxPoint at) const;
    };
    const std::vector<Hit>& hits() const { return hits_; }
    /// «1月：实战 12 场，桌面 3 场»: what is shown for a point.
    std::string describe(const Hit& hit) const;

private:
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent&);
    void onKey(wxKeyEvent&);
    void move(int step);
    void activate(int hit);
    void announce();
    int hitAt(wxPoint at) const;
    ChartShape shape_;
    std::string name_, unit_;
    std::vector<ChartSeries> series_;
    std::vector<Hit> hits_;
    int current_ = -1; ///< by keys
    int hovered_ = -1;
};

} // namespace yanxun::ui
