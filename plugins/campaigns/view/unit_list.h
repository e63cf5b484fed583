#pragma once
#include "view/view_context.h"

namespace campaigns {

/// A unit of the yearly list in one category: what lists of coverage show.
struct UnitLine {
    std::int64_t unit = 0, categoryId = 0;
    std::string name, region, category, contact;
    reach_store::Covered covered;
};

/// Number of a line: a unit stands in several categories.
constexpr std::int64_t categoriesAtMost = 1000;
constexpr std::int64_t lineId(std::int64_t unit, std::int64_t category) { return unit * categoriesAtMost + category; }

std::vector<yanxun::ui::RecordColumn> unitColumns(bool withCategory);
/// The units of a filter; nothing when `filter.category` is negative.
yanxun::ui::RecordSource unitSource(const ViewContext& context, const CoverageFilter& filter, bool withCategory,
                                    const std::string& text = {});
/// The chosen lines, for planning.
std::vector<UnitLine> linesOf(const ViewContext& context, const CoverageFilter& filter,
                              const std::vector<std::int64_t>& ids);
/// Opens the dialog for the chosen lines; the new activity's id, 0 when nothing was planned. Throws Error when they are
/// of several categories or none is chosen.
std::int64_t planVisit(wxWindow* parent, const ViewContext& context, const std::vector<UnitLine>& lines);

} // namespace campaigns
