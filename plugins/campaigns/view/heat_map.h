#pragma once
#include "core/coverage.h"

#include <yanxun/ui/theme.h>

#include <wx/window.h>

class wxGraphicsContext;

namespace campaigns {

/// The coverage table, each cell darker the more was reached; a dash where nothing is expected. A click, or arrows and
/// Enter, chooses a cell; its accessible name reads the chosen one.
class HeatMap final : public wxWindow {
public:
    explicit HeatMap(wxWindow* parent);
    void set(CoverageTable table);
    /// A row or column beyond the table chooses nothing.
    void choose(int region, int category);
    int region() const { return region_; }
    int category() const { return category_; }
    std::function<void()> chosen;
    bool AcceptsFocus() const override { return true; }
    /// Where a cell stands, in pixels; for tests.
    wxRect cellArea(int region, int category) const;

private:
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void move(int regions, int categories);
    void paintHeads(wxGraphicsContext& gc);
    void paintCell(wxGraphicsContext& gc, int region, int category);
    void announce();
    std::string describe(int region, int category) const;
    int rows() const { return int(table_.regions.size()); }
    int columns() const { return int(table_.categories.size()); }

    CoverageTable table_;
    int region_ = -1, category_ = -1;
};

} // namespace campaigns
