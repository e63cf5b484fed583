#pragma once
#include "report/pdf/pages.h"

namespace yanxun::pdf {

/// Draws pages on whatever cairo draws on, a PDF or an image; one unit is one point.
class Painter {
public:
    Painter(const Blocks& blocks, const Pages& pages, const PageStyle& style, const Typesetter& typesetter);
    void paint(cairo_t& on, std::size_t page);

private:
    void put(const Placed& placed);
    void lines(const TextBlock& block, const Placed& placed);
    void facts(const FactsBlock& block, const Placed& placed);
    void standingChart(const ChartBlock& block, double top);
    void bars(const ChartBlock& block, const Placed& placed);
    void tableHead(const TableBlock& table, const TablePlan& plan, double top);
    void tableRows(const TableBlock& table, const TablePlan& plan, const Placed& placed);
    void tableTotal(const TableBlock& table, const TablePlan& plan, double top);
    template <class CellAt>
    void row(const TableBlock& table, const TablePlan& plan, double top, double height, bool bold, const CellAt& cellAt);
    void edges(std::size_t page);
    void mark(std::size_t page);

    void colour(const Colour& colour);
    void box(double x, double y, double width, double height, double radius);
    void text(std::string_view words, double x, double y, const TextForm& form, const Colour& colour);
    /// Ends with «…» what does not fit into the height.
    void cell(std::string_view words, double x, double y, double height, const TextForm& form);

    const Blocks& blocks_;
    const Pages& pages_;
    const PageStyle& style_;
    const Typesetter& typesetter_;
    TextLayout layout_; ///< of cells and labels, used again and again
    cairo_t* on_ = nullptr;
    bool landscape_ = false;
};

} // namespace yanxun::pdf
