#include "core/unit_store.h"

#include "core/sql_text.h"

#include <yanxun/text.h>

namespace directory::unit_store {

using yanxun::Reader;
using yanxun::Row;

namespace {

yanxun::ListQuery conditionOf(Reader& reader, const UnitFilter& filter) {
    yanxun::ListQuery query("directory_unit", "merged_into = 0");
    if (!filter.kind.empty()) query.where("kind = ?", {filter.kind});
    if (!filter.township.empty()) query.where("region_name = ?", {filter.township});
    if (filter.incompleteOnly) query.where("incomplete = 1");
    if (filter.activeOnly) query.where("active = 1");
    query.contains(reader, searchKind, filter.search);
    return query;
}

std::string orderOf(const UnitOrder& order) {
    const std::string way = order.ascending ? "" : " DESC";
    const std::string byName = "sort_key" + way + ", id" + way;
    if (order.column == "kind") return "kind" + way + ", " + byName;
    if (order.column == "township") return "region_sort" + way + ", " + byName;
    if (order.column == "people")
        return "COALESCE(staff, 0) + COALESCE(pupils, 0) + COALESCE(population, 0)" + way + ", " + byName;
    return byName;
}

} // namespace

yanxun::SearchCondition listStatement(Reader& reader, const UnitFilter& filter, const UnitOrder& order,
                                      std::int64_t limit) {
    return conditionOf(reader, filter).statement(orderOf(order), limit);
}

yanxun::IdList list(Reader& reader, const UnitFilter& filter, const UnitOrder& order, std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, orderOf(order), limit);
}

std::int64_t count(Reader& reader, const UnitFilter& filter) { return conditionOf(reader, filter).count(reader); }

void each(Reader& reader, const UnitFilter& filter, const std::function<void(const Unit&)>& use) {
    constexpr std::size_t page = 200;
    const auto ids = list(reader, filter, {}, INT64_MAX).ids;
    for (std::size_t first = 0; first < ids.size(); first += page) {
        const auto count = std::min(page, ids.size() - first);
        for (const Unit& unit : get(reader, std::span(ids).subspan(first, count)))
            use(unit);
    }
}

void eachRef(Reader& reader, const std::function<void(const UnitRef&)>& use) {
    reader.each("SELECT id, name, kind, subkind, region_id, region_code, region_name FROM directory_unit "
                "WHERE merged_into = 0 ORDER BY sort_key, id",
                [&](const Row& row) {
                    use({row.integer(0), row.str(1), row.str(2), row.str(3), row.integer(4), row.str(5), row.str(6)});
                });
}

std::vector<std::pair<std::string, std::int64_t>> countByKind(Reader& reader) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    reader.each("SELECT kind, COUNT(*) FROM directory_unit WHERE merged_into = 0 GROUP BY kind ORDER BY kind",
                [&](const Row& row) { counts.emplace_back(row.str(0), row.integer(1)); });
    return counts;
}

std::vector<std::string> townships(Reader& reader) {
    std::vector<std::string> names;
    reader.each("SELECT region_name, region_sort FROM directory_unit WHERE merged_into = 0 AND region_name <> '' "
                "GROUP BY region_name, region_sort ORDER BY region_sort, region_name",
                [&](const Row& row) { names.push_back(row.str(0)); });
    return names;
}

std::vector<std::int64_t> withName(Reader& reader, std::string_view nameKey) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM directory_unit WHERE name_key = ? AND merged_into = 0 "
                "UNION SELECT unit_id FROM directory_alias WHERE name_key = ? LIMIT 2",
                {nameKey, nameKey}, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::vector<std::int64_t> withCode(Reader& reader, std::string_view validCode) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM directory_unit WHERE uscc = ? AND uscc_valid = 1 AND merged_into = 0 LIMIT 2",
                {validCode}, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void eachName(Reader& reader, const std::function<void(std::string_view, std::int64_t)>& use) {
    reader.each("SELECT name_key, id FROM directory_unit WHERE merged_into = 0 "
                "UNION SELECT name_key, unit_id FROM directory_alias",
                [&](const Row& row) { use(row.text(0), row.integer(1)); });
}

void eachCode(Reader& reader, const std::function<void(std::string_view, std::int64_t)>& use) {
    reader.each("SELECT uscc, id FROM directory_unit WHERE uscc_valid = 1 AND merged_into = 0",
                [&](const Row& row) { use(row.text(0), row.integer(1)); });
}

std::vector<std::int64_t> suggest(Reader& reader, std::string_view typed, std::size_t limit) {
    const std::string key = likeText(yanxun::text::key(typed));
    const std::string letters = likeText(yanxun::text::loose(typed));
    std::vector<std::int64_t> ids;
    reader.each(
        "SELECT id FROM directory_unit WHERE merged_into = 0 AND (name_key LIKE ? ESCAPE '!' "
        "OR pinyin LIKE ? ESCAPE '!' OR pinyin LIKE ? ESCAPE '!' "
        "OR id IN (SELECT unit_id FROM directory_alias WHERE name_key LIKE ? ESCAPE '!')) "
        "ORDER BY CASE WHEN name_key LIKE ? ESCAPE '!' THEN 0 WHEN name_key LIKE ? ESCAPE '!' THEN 1 ELSE 2 END, "
        "sort_key, id LIMIT ?",
        {"%" + key + "%", letters + "%", "% " + letters + "%", "%" + key + "%", key + "%", "%" + key + "%",
         static_cast<std::int64_t>(limit)},
        [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace directory::unit_store
