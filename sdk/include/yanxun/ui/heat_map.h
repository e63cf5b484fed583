#pragma once
#include <yanxun/ui/theme.h>

#include <wx/window.h>

class wxGraphicsContext;

namespace yanxun::ui {

/// How a cell is filled: not at all (nothing is expected there), the darker the larger its share, or by a tone.
enum class HeatFill { none, share, soft, strong };

struct HeatCell {
    std::string text; ///< inside the cell: colour alone tells nobody
    std::string tip;  ///< «水稻乡 · 进企业：应覆盖 3，已覆盖 2，66%»: under the mouse, and what screen readers say
    HeatFill fill = HeatFill::none;
    double share = 0; ///< 0 … 1, of HeatFill::share
    Tone tone = Tone::neutral;
};

struct HeatHead {
    std::string text, tip; ///< the tip is the text when empty
};

/// A table of cells. `cell` is asked while painting, for what is seen only; it owns what it needs.
struct HeatTable {
    std::vector<HeatHead> rows, columns;
    std::function<HeatCell(std::size_t row, std::size_t column)> cell;
    std::string summary; ///< what is read before a cell is chosen
    std::string empty;   ///< the sentence when there are no cells
};

/// All rows stand below each other, or the rows scroll under their heads: ten thousand of them are fine.
enum class HeatSize { whole, scrolled };

/// How a cell looks; for legends.
struct HeatPaint {
    wxColour fill, ink;
};
YANXUN_UI_EXPORT HeatPaint heatPaint(const HeatCell& cell);

/// A painted table of coloured cells with keyboard and accessible name. Arrows, Page, Home and End choose a cell; Enter,
/// Space or a click presses it.
class YANXUN_UI_EXPORT HeatMap : public wxWindow {
public:
    HeatMap(wxWindow* parent, const std::string& name, HeatSize size = HeatSize::whole);
    /// Keeps the chosen cell and the place when rows and columns are as many as before.
    void set(HeatTable table);
    const HeatTable& table() const { return table_; }

    /// A row or column beyond the table chooses nothing. Tells `chosen`.
    void choose(int row, int column);
    int row() const { return row_; } ///< −1 = none
    int column() const { return column_; }
    /// As a click on the cell does.
    void press(int row, int column);

    std::function<void()> chosen;                      ///< another cell, or none
    std::function<void(int row, int column)> pressed;  ///< click, Enter, Space
    std::function<void(int row, int column)> opened;   ///< double click, Enter

    /// Where a cell stands, in pixels of the window; for tests.
    wxRect cellArea(int row, int column) const;
    bool AcceptsFocus() const override { return true; }

private:
    struct Place {
        int row = -1, column = -1; ///< row or column −1: a head
        bool operator==(const Place&) const = default;
    };
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void onScroll(wxScrollWinEvent& event);
    void onWheel(wxMouseEvent& event);
    void paintHeads(wxGraphicsContext& gc);
    void paintRowHead(wxGraphicsContext& gc, int row);
    void paintCell(wxGraphicsContext& gc, int row, int column);
    void measure();
    void scrollTo(int top);
    void showRow(int row);
    void move(int rows, int columns);
    void announce();
    std::string tipOf(const Place& place) const;
    Place placeAt(wxPoint at) const;
    int rows() const { return int(table_.rows.size()); }
    int columns() const { return int(table_.columns.size()); }
    int rowHeight() const;
    int visibleRows() const;

    HeatTable table_;
    HeatSize size_;
    int row_ = -1, column_ = -1;
    Place hovered_;
    int top_ = 0;            ///< pixels scrolled
    int nameWidth_ = 0;      ///< pixels
    bool isMeasured_ = false;
};

} // namespace yanxun::ui
