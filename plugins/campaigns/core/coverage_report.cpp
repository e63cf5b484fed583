#include "core/coverage_report.h"

#include "core/report_parts.h"
#include "core/statistics_store.h"
#include "core/target_store.h"

#include <yanxun/text.h>

#include <map>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportSection;
using yanxun::ReportTable;
using yanxun::tr;
using yanxun::Value;

constexpr int shapeVersion = 1;

/// Targets of a township (or of the whole district, region "") and category, in words and in per cent.
struct TargetCells {
    std::string words;
    std::optional<std::int64_t> done; ///< 1/100 %, of the one that is furthest behind
};
using TargetMap = std::map<std::pair<std::string, std::int64_t>, TargetCells>;

TargetMap targetsOf(Reader& reader, const Coverage& coverage, const Period& period) {
    TargetMap all;
    for (const Target& target : target_store::list(reader, period.last.year)) {
        TargetCells& cells = all[{target.regionName, target.categoryId}];
        cells.words += (cells.words.empty() ? "" : "；") + target.words;
        const auto percent = progressOf(reader, coverage, target, period.last).percent();
        if (percent && (!cells.done || *percent < *cells.done)) cells.done = percent;
    }
    return all;
}

std::vector<Value> cellsOf(const std::string& region, const Term& category, const CoverageTable::Cell& cell,
                           std::int64_t held, const TargetMap& targets, const std::string& targetRegion) {
    const auto target = targets.find({targetRegion, category.id});
    const bool known = target != targets.end();
    return {region,         category.name, cell.expected, cell.reached, cell.rate(),
            held,           known ? Value(target->second.words) : Value(),
            known ? Value(target->second.done) : Value()};
}

std::vector<yanxun::Column> columns() {
    return {{"region", tr("乡镇（街道）"), CellKind::text, 14}, {"category", tr("类别"), CellKind::text, 8},
            {"expected", tr("应覆盖"), CellKind::integer, 8},   {"reached", tr("已覆盖"), CellKind::integer, 8},
            {"rate", tr("覆盖率（%）"), CellKind::hundredths, 8}, {"held", tr("活动场次"), CellKind::integer, 8},
            {"target", tr("目标"), CellKind::text, 20},         {"done", tr("完成率（%）"), CellKind::hundredths, 8}};
}

ReportSection tableSection(const char* id, std::string title, yanxun::RowSource rows, std::vector<std::string> sentences) {
    ReportTable table;
    table.id = id;
    table.title = title;
    table.rows = std::move(rows);
    ReportSection section;
    section.id = id;
    section.title = std::move(title);
    section.sentences = std::move(sentences);
    section.tables.push_back(std::move(table));
    return section;
}

/// Joint activities stand in each of their townships; the district counts them once.
std::vector<std::string> jointWords(const std::vector<statistics::Cell>& held, const CoverageTable& table,
                                    const std::vector<std::int64_t>& once) {
    std::int64_t inTownships = 0, inAll = 0;
    for (const statistics::Cell& cell : held) inTownships += cell.held;
    for (std::size_t column = 0; column < table.categories.size(); ++column) inAll += once[column];
    if (inTownships <= inAll) return {};
    return {tr("跨乡镇（街道）的联合活动在各乡镇（街道）分别计入，全区只计一次，其中重复 {} 场次。", inTownships - inAll)};
}

Report makeCoverage(Reader& reader, const yanxun::ReportRequest& request, const Coverage& coverage) {
    const Period& period = request.period;
    const CoverageTable table = coverage.table(reader, period);
    const auto held = statistics::heldByRegion(reader, period);
    const TargetMap targets = targetsOf(reader, coverage, period);
    std::vector<std::int64_t> once;
    for (const Term& category : table.categories) once.push_back(statistics::ofCategory(reader, period, category.id).held);

    Report report;
    report.kind = "campaigns.coverage";
    report.version = shapeVersion;
    report.title = tr("{}五进覆盖率统计表", periodWords(period));
    report.issuer = request.issuer;
    report.scope = tr("应覆盖为 {} 年度应覆盖名单（{}），调出名单的单位不计。单位在本期内被至少一场已开展的、含该类别的活动列名即为已覆盖，"
                      "重复只计一次；一场活动有几个类别的，在各类别分别计入，联合活动对每个列名的单位都计入。只写到乡镇（街道）的活动计入场次，"
                      "不计入已覆盖单位。并入其他单位的按合并后的单位计一次。",
                      period.last.year,
                      coverage.scope().isFixed(reader, period.last.year) ? tr("已固定") : tr("未固定，按单位名录现状"));
    report.period = period;
    report.madeAt = request.madeAt;
    const CoverageTable::Cell all = table.total();
    report.fields = {numberField("expected", tr("应覆盖"), all.expected, tr("个次")),
                     numberField("reached", tr("已覆盖"), all.reached, tr("个次")),
                     {"rate", tr("覆盖率"), all.rate(), CellKind::hundredths, "%"}};

    yanxun::RowSource whole{columns(), [table, once, targets](const yanxun::RowSink& sink) {
                                for (std::size_t column = 0; column < table.categories.size(); ++column) {
                                    sink(cellsOf(tr("全区"), table.categories[column], table.total(column), once[column],
                                                 targets, {}));
                                }
                            }};
    yanxun::RowSource each{columns(), [table, held, targets](const yanxun::RowSink& sink) {
                               for (std::size_t region = 0; region < table.regions.size(); ++region) {
                                   const std::string& name = table.regions[region].name;
                                   for (std::size_t column = 0; column < table.categories.size(); ++column) {
                                       std::int64_t times = 0;
                                       for (const statistics::Cell& cell : held) {
                                           if (cell.region == name && cell.category == table.categories[column].id)
                                               times = cell.held;
                                       }
                                       // A district's target is nobody's alone: only a township's own stands in its row.
                                       sink(cellsOf(shownRegion(name), table.categories[column], table.at(region, column),
                                                    times, name.empty() ? TargetMap{} : targets, name));
                                   }
                               }
                           }};
    const std::string said =
        all.expected == 0 ? tr("{} 年没有应覆盖的单位，请先导入或登记单位名录。", period.last.year)
                          : tr("{}应覆盖 {} 个次，已覆盖 {} 个次，覆盖率 {}%。", periodWords(period), all.expected, all.reached,
                               yanxun::cellText(Value(all.rate()), CellKind::hundredths));
    report.sections.push_back(tableSection("total", tr("全区"), std::move(whole), {said}));
    report.sections.push_back(
        tableSection("by_region", tr("按乡镇（街道）"), std::move(each), jointWords(held, table, once)));
    return report;
}

} // namespace

yanxun::ReportKind coverageReport(const Coverage& coverage) {
    yanxun::ReportKind kind;
    kind.id = "campaigns.coverage";
    kind.title = tr("五进覆盖率统计表");
    kind.about = tr("各乡镇（街道）五进的应覆盖、已覆盖、覆盖率、活动场次和目标完成率。");
    kind.order = 41;
    kind.make = [&coverage](Reader& reader, const yanxun::ReportRequest& request) {
        return makeCoverage(reader, request, coverage);
    };
    return kind;
}

} // namespace campaigns
