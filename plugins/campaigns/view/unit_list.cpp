#include "view/unit_list.h"

#include "view/activity_dialog.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <set>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

std::string dayText(std::int64_t ymd) { return ymd == 0 ? std::string() : yanxun::Date::fromYmd(ymd).iso(); }

RecordCell stateOf(const UnitLine& line) {
    if (line.covered.times > 0) return {tr("已覆盖"), Tone::good};
    if (line.covered.plannedYmd != 0) return {tr("已安排"), Tone::accent};
    return {tr("未覆盖"), Tone::warning};
}

std::vector<UnitLine> load(yanxun::Reader& reader, const Coverage& coverage, const CoverageFilter& filter) {
    std::vector<UnitLine> lines;
    if (filter.category < 0) return lines;
    coverage.each(reader, filter, [&](const Term& category, const CoverageUnit& unit) {
        lines.push_back({unit.unit.unitId, category.id, unit.unit.name, unit.unit.regionName, category.name, unit.unit.contact, unit.covered});
    });
    return lines;
}

using Lines = std::vector<std::pair<std::int64_t, UnitLine>>;

/// Stable, each key made once: sort keys of names are dear.
template <class Key>
void sortBy(Lines& lines, bool ascending, Key key) {
    std::vector<std::pair<decltype(key(lines.front().second)), std::size_t>> order;
    for (std::size_t at = 0; at < lines.size(); ++at) order.emplace_back(key(lines[at].second), at);
    std::stable_sort(order.begin(), order.end(), [ascending](const auto& a, const auto& b) {
        return ascending ? a.first < b.first : b.first < a.first;
    });
    Lines sorted;
    for (const auto& [value, at] : order) sorted.push_back(std::move(lines[at]));
    lines = std::move(sorted);
}

/// Lists come by category and name; another column is sorted over that.
void sortLines(Lines& lines, const RecordQuery& query) {
    const auto by = [&](auto key) { sortBy(lines, query.ascending, key); };
    if (query.sort == "unit") by([](const UnitLine& line) { return yanxun::text::sortKey(line.name); });
    if (query.sort == "region") by([](const UnitLine& line) { return yanxun::text::sortKey(line.region); });
    if (query.sort == "last") by([](const UnitLine& line) { return line.covered.everYmd; });
    if (query.sort == "times") by([](const UnitLine& line) { return line.covered.times; });
}

} // namespace

std::vector<RecordColumn> unitColumns(bool withCategory) {
    std::vector<RecordColumn> columns{{"unit", tr("单位名称"), CellKind::text, 0, true, false},
                                      {"region", tr("乡镇街道"), CellKind::text, 110, true, false},
                                      {"times", tr("本年活动"), CellKind::integer, 80, true, false},
                                      {"last", tr("上次覆盖"), CellKind::date, 100, true, false},
                                      {"planned", tr("拟安排"), CellKind::date, 100, false, false},
                                      {"contact", tr("联系人"), CellKind::text, 80, false, false},
                                      {"state", tr("状态"), CellKind::text, 84, false, true}};
    if (withCategory) columns.insert(columns.begin(), {"category", tr("类别"), CellKind::text, 80, false, false});
    return columns;
}

RecordSource unitSource(const ViewContext& context, const CoverageFilter& filter, bool withCategory, const std::string& text) {
    const Coverage& coverage = context.parts.coverage;
    return listSource<UnitLine>(
        [&coverage, filter, text](yanxun::Reader& reader, const RecordQuery& query) {
            std::vector<std::pair<std::int64_t, UnitLine>> lines;
            for (UnitLine& line : load(reader, coverage, filter)) {
                if (!text.empty() && line.name.find(text) == std::string::npos) continue;
                const std::int64_t id = lineId(line.unit, line.categoryId);
                lines.emplace_back(id, std::move(line));
            }
            sortLines(lines, query);
            return lines;
        },
        [withCategory](const UnitLine& line) {
            if (line.unit == 0) return std::vector<RecordCell>(withCategory ? 8 : 7);
            std::vector<RecordCell> cells{{line.name},
                                          {shownRegion(line.region)},
                                          {std::to_string(line.covered.times)},
                                          {dayText(line.covered.everYmd)},
                                          {dayText(line.covered.plannedYmd)},
                                          {line.contact},
                                          stateOf(line)};
            if (withCategory) cells.insert(cells.begin(), {line.category});
            return cells;
        });
}

std::vector<UnitLine> linesOf(const ViewContext& context, const CoverageFilter& filter,
                              const std::vector<std::int64_t>& ids) {
    std::vector<UnitLine> found;
    context.database.read([&](yanxun::Reader& reader) {
        const std::set<std::int64_t> wanted(ids.begin(), ids.end());
        for (UnitLine& line : load(reader, context.parts.coverage, filter)) {
            if (wanted.contains(lineId(line.unit, line.categoryId))) found.push_back(std::move(line));
        }
    });
    return found;
}

std::int64_t planVisit(wxWindow* parent, const ViewContext& context, const std::vector<UnitLine>& lines) {
    if (lines.empty()) throw yanxun::Error(tr("请先在清单中选择要安排的单位，按住 Ctrl 可以选几个。"));
    std::set<std::string> categories;
    PlanDialog::Wanted wanted;
    for (const UnitLine& line : lines) {
        categories.insert(line.category);
        wanted.units.push_back(line.unit);
        wanted.names.push_back(line.name);
    }
    if (categories.size() > 1) throw yanxun::Error(tr("选中的单位属于几个类别，请一次只安排一个类别的单位。"));
    wanted.category = *categories.begin();
    PlanDialog dialog(parent, context, std::move(wanted));
    return dialog.ShowModal() == wxID_OK ? dialog.id() : 0;
}

} // namespace campaigns
