#pragma once
#include "report/pdf/table_plan.h"

#include <map>

namespace yanxun::pdf {

enum class Part { lines, facts, standingChart, bars, tableHead, tableRows, tableTotal };

/// A piece of a block on a page: lines, facts, bars or rows from `first` to before `last`.
struct Placed {
    std::size_t block = 0;
    Part part = Part::lines;
    std::size_t first = 0, last = 0;
    double y = 0;
};

struct PageLayout {
    bool landscape = false;
    std::vector<Placed> placed;
    double width() const { return landscape ? kLongSide : kShortSide; }
    double height() const { return landscape ? kShortSide : kLongSide; }
};

struct OutlineEntry {
    std::string title;
    int level = 0; ///< 0 = section of the report
    std::size_t page = 0;
    double y = 0;
};

/// What stands on which page.
struct Pages {
    std::vector<PageLayout> all;
    std::vector<OutlineEntry> outline;
    std::map<std::size_t, TablePlan> tables; ///< by block
};

/// Sizes that the layout and the painter must agree on.
namespace sizes {
constexpr int kFactsInRow = 4;
constexpr double kFactHeight = 52, kFactGap = 8;
constexpr double kStandingHeight = 150, kBarHeight = 16;
}
TextForm formOf(TextRole role, const PageStyle& style, bool landscape);

Pages paginate(const Blocks& blocks, const PageStyle& style, const Typesetter& typesetter, Progress& progress);

} // namespace yanxun::pdf
