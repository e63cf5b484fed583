#include "core/coverage_report.h"
#include "core/report_parts.h"
#include "core/target_store.h"

#include <yanxun/text.h>

#include <map>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::Report;
using yanxun::tr;
using yanxun::Value;

constexpr int shapeVersion = 1;

CoverageFilter notReached(const yanxun::Period& period, std::int64_t category) {
    CoverageFilter filter;
    filter.period = period;
    filter.category = category;
    filter.reached = false;
    return filter;
}

/// Who must, by the year's targets: of a township, "" = of the whole district.
using Owners = std::map<std::pair<std::string, std::int64_t>, std::string>;

Owners ownersOf(Reader& reader, int year) {
    Owners owners;
    for (const Target& target : target_store::list(reader, year)) {
        std::string& names = owners[{target.regionName, target.categoryId}];
        if (target.ownerName.empty() || names.find(target.ownerName) != std::string::npos) continue;
        names += (names.empty() ? "" : "、") + target.ownerName;
    }
    return owners;
}

std::string ownerOf(const Owners& owners, const std::string& region, std::int64_t category) {
    const auto own = owners.find({region, category}), whole = owners.find({std::string(), category});
    if (own != owners.end() && !own->second.empty()) return own->second;
    return whole == owners.end() ? std::string() : whole->second;
}

yanxun::RowSource rows(Reader& reader, const Coverage& coverage, const yanxun::Period& period, std::int64_t category) {
    const Owners owners = ownersOf(reader, period.last.year);
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"category", tr("类别"), CellKind::text, 8},
                      {"region", tr("乡镇（街道）"), CellKind::text, 14},
                      {"unit", tr("单位名称"), CellKind::text, 28},
                      {"times", tr("本期活动数"), CellKind::integer, 10},
                      {"last", tr("上次覆盖日期"), CellKind::date, 12},
                      {"owner", tr("责任单位"), CellKind::text, 20},
                      {"contact", tr("联系人"), CellKind::text, 10},
                      {"planned", tr("拟安排日期"), CellKind::date, 12}};
    source.each = [&reader, &coverage, period, category, owners](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        coverage.each(reader, notReached(period, category), [&](const Term& term, const CoverageUnit& unit) {
            const auto day = [](std::int64_t ymd) { return ymd == 0 ? Value() : Value(ymd); };
            const std::vector<Value> cells{++serial,
                                           term.name,
                                           shownRegion(unit.unit.regionName),
                                           unit.unit.name,
                                           unit.covered.times,
                                           day(unit.covered.everYmd),
                                           ownerOf(owners, unit.unit.regionName, term.id),
                                           unit.unit.contact,
                                           day(unit.covered.plannedYmd)};
            sink(cells);
        });
    };
    return source;
}

Report make(Reader& reader, const yanxun::ReportRequest& request, const Coverage& coverage) {
    const yanxun::Period& period = request.period;
    const CoverageTable table = coverage.table(reader, period);
    Report report;
    report.kind = "campaigns.not_reached";
    report.version = shapeVersion;
    report.title = tr("{}未覆盖单位清单", periodWords(period));
    report.issuer = request.issuer;
    report.scope = tr("{} 年度应覆盖名单中，本期内没有一场已开展的、含该类别的活动列名的单位。上次覆盖日期为本期以前最近一次；"
                      "拟安排日期为状态是“计划”的活动中最早的一次；责任单位取自年度目标。",
                      period.last.year);
    report.period = period;
    report.madeAt = request.madeAt;
    const CoverageTable::Cell all = table.total();
    report.fields = {numberField("not_reached", tr("未覆盖"), all.expected - all.reached, tr("个次"))};
    for (std::size_t column = 0; column < table.categories.size(); ++column) {
        const Term& category = table.categories[column];
        const CoverageTable::Cell cell = table.total(column);
        const std::int64_t left = cell.expected - cell.reached;
        yanxun::ReportTable list;
        list.id = "units";
        list.title = category.name;
        list.rows = rows(reader, coverage, period, category.id);
        yanxun::ReportSection section;
        section.id = category.code.empty() ? "category_" + std::to_string(category.place) : category.code;
        section.title = category.name;
        if (cell.expected == 0) {
            section.sentences = {tr("没有应覆盖的单位。")};
        } else if (left == 0) {
            section.sentences = {tr("{} 个单位已全部覆盖。", cell.expected)};
        } else {
            section.sentences = {tr("应覆盖 {} 个，尚有 {} 个未覆盖。", cell.expected, left)};
        }
        if (left > 0) section.tables.push_back(std::move(list));
        report.sections.push_back(std::move(section));
    }
    return report;
}

} // namespace

yanxun::ReportKind notReachedReport(const Coverage& coverage) {
    yanxun::ReportKind kind;
    kind.id = "campaigns.not_reached";
    kind.title = tr("未覆盖单位清单");
    kind.about = tr("应覆盖而还没有宣传到的企业、村、社区、学校和家庭，附上次覆盖日期和拟安排日期。");
    kind.order = 42;
    kind.make = [&coverage](Reader& reader, const yanxun::ReportRequest& request) { return make(reader, request, coverage); };
    return kind;
}

} // namespace campaigns
