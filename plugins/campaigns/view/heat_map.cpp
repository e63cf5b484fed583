#include "view/heat_map.h"

#include <yanxun/text.h>

namespace campaigns {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

HeatCell cellOf(const CoverageTable& coverage, std::size_t region, std::size_t category) {
    const CoverageTable::Cell& cell = coverage.at(region, category);
    const std::string place = tr("{} {}", shownRegion(coverage.regions[region].name), coverage.categories[category].name);
    HeatCell made;
    made.text = percentText(cell.rate());
    made.tip = tr("{}：没有应覆盖的单位", place);
    if (cell.expected == 0) return made;
    made.tip = tr("{}：应覆盖 {}，已覆盖 {}，{}", place, cell.expected, cell.reached, percentText(cell.rate()));
    made.fill = HeatFill::share;
    made.share = double(cell.reached) / double(cell.expected);
    return made;
}

} // namespace

HeatTable heatTable(const CoverageTable& coverage) {
    HeatTable table;
    for (const auto& region : coverage.regions) table.rows.push_back({shownRegion(region.name), {}});
    for (const auto& category : coverage.categories) table.columns.push_back({category.name, {}});
    table.summary = tr("五进覆盖率：{} 个乡镇街道，{} 个类别", coverage.regions.size(), coverage.categories.size());
    table.empty = tr("还没有应覆盖的单位：请先导入或登记单位名录。");
    table.cell = [coverage](std::size_t region, std::size_t category) { return cellOf(coverage, region, category); };
    return table;
}

} // namespace campaigns
