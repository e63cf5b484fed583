#include "core/coverage.h"

#include "core/term_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace campaigns {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

std::optional<std::int64_t> percentOf(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return (part * 20000 + whole) / (2 * whole);
}

std::string percentText(const std::optional<std::int64_t>& hundredths) {
    if (!hundredths) return "—";
    return std::to_string((*hundredths + 50) / 100) + "%";
}

std::string shownRegion(const std::string& name) { return name.empty() ? tr("未填写") : name; }

std::optional<std::int64_t> CoverageTable::Cell::rate() const { return percentOf(reached, expected); }

CoverageTable::Cell CoverageTable::total(std::size_t category) const {
    Cell sum;
    for (std::size_t region = 0; region < regions.size(); ++region) {
        sum.expected += at(region, category).expected;
        sum.reached += at(region, category).reached;
    }
    return sum;
}

CoverageTable::Cell CoverageTable::total() const {
    Cell sum;
    for (const Cell& cell : cells) {
        sum.expected += cell.expected;
        sum.reached += cell.reached;
    }
    return sum;
}

void Coverage::eachOf(Reader& reader, const yanxun::Period& period, const Term& category,
                      const std::function<void(const CoverageUnit&)>& use) const {
    const auto covered = reach_store::covered(reader, category.id, period);
    scope_.each(reader, period.last.year, category.scope, [&](const directory::ScopeUnit& unit) {
        if (!unit.inScope) return;
        const auto known = covered.find(unit.unitId);
        use({unit, known == covered.end() ? reach_store::Covered{} : known->second});
    });
}

CoverageTable Coverage::table(Reader& reader, const yanxun::Period& period) const {
    CoverageTable table;
    const Terms terms = term_store::all(reader);
    for (const Term* category : terms.counted()) table.categories.push_back(*category);
    struct Place {
        std::string code;
        std::vector<CoverageTable::Cell> cells;
    };
    std::map<std::string, Place> places;
    for (std::size_t column = 0; column < table.categories.size(); ++column) {
        eachOf(reader, period, table.categories[column], [&](const CoverageUnit& unit) {
            Place& place = places[unit.unit.regionName];
            place.cells.resize(table.categories.size());
            if (place.code.empty()) place.code = unit.unit.regionCode;
            ++place.cells[column].expected;
            place.cells[column].reached += unit.isReached();
        });
    }
    using Order = std::tuple<bool, bool, std::string, std::string>;
    std::vector<std::pair<Order, const std::pair<const std::string, Place>*>> sorted;
    for (const auto& place : places) {
        const std::string& code = place.second.code;
        sorted.push_back({{place.first.empty(), code.empty(), code, yanxun::text::sortKey(place.first)}, &place});
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [order, place] : sorted) {
        table.regions.push_back({place->second.code, place->first});
        table.cells.insert(table.cells.end(), place->second.cells.begin(), place->second.cells.end());
    }
    return table;
}

void Coverage::each(Reader& reader, const CoverageFilter& filter,
                    const std::function<void(const Term&, const CoverageUnit&)>& use) const {
    const Terms terms = term_store::all(reader);
    for (const Term* category : terms.counted()) {
        if (filter.category != 0 && category->id != filter.category) continue;
        eachOf(reader, filter.period, *category, [&](const CoverageUnit& unit) {
            if (filter.region && unit.unit.regionName != *filter.region) return;
            if (filter.reached && unit.isReached() != *filter.reached) return;
            use(*category, unit);
        });
    }
}

yanxun::RowSource Coverage::rows(Reader& reader, const CoverageFilter& filter) const {
    yanxun::RowSource source;
    source.columns = {{"category", tr("类别"), CellKind::text, 8},
                      {"region", tr("乡镇（街道）"), CellKind::text, 14},
                      {"unit", tr("单位名称"), CellKind::text, 28},
                      {"reached", tr("是否覆盖"), CellKind::text, 8},
                      {"times", tr("本期活动数"), CellKind::integer, 10},
                      {"last", tr("上次覆盖日期"), CellKind::date, 12},
                      {"planned", tr("拟安排日期"), CellKind::date, 12}};
    source.each = [this, &reader, filter](const yanxun::RowSink& sink) {
        each(reader, filter, [&](const Term& category, const CoverageUnit& unit) {
            const auto day = [](std::int64_t ymd) { return ymd == 0 ? Value() : Value(ymd); };
            const std::vector<Value> cells{category.name,
                                           shownRegion(unit.unit.regionName),
                                           unit.unit.name,
                                           unit.isReached() ? tr("已覆盖") : tr("未覆盖"),
                                           unit.covered.times,
                                           day(unit.covered.everYmd),
                                           day(unit.covered.plannedYmd)};
            sink(cells);
        });
    };
    return source;
}

} // namespace campaigns
