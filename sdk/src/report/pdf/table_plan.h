#pragma once
#include "report/pdf/blocks.h"
#include "report/pdf/typesetter.h"

namespace yanxun::pdf {

/// Where the cells of a table stand: widths of columns, heights of rows, in points.
struct TablePlan {
    static constexpr double kPadX = 4, kPadY = 2.5;

    bool landscape = false; ///< too wide for upright paper
    double size = 9;        ///< of the text
    std::vector<double> widths;
    double headHeight = 0, totalHeight = 0;
    std::vector<float> rowHeights;

    TextForm cell(const TableBlock& table, std::size_t column, bool bold) const;
};

/// Wide tables turn the paper; a row is at most half a page high.
TablePlan planTable(const TableBlock& table, const PageStyle& style, const Typesetter& typesetter, Progress& progress);

} // namespace yanxun::pdf
