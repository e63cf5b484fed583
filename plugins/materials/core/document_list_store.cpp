#include "core/document_store.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

#include <charconv>

namespace materials {
namespace {

std::int64_t numberOf(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

DocumentFilter parseArgument(const std::string& argument) {
    DocumentFilter filter;
    std::size_t at = 0;
    while (at < argument.size()) {
        const std::size_t end = std::min(argument.find('&', at), argument.size());
        const std::string part = argument.substr(at, end - at);
        at = end + 1;
        const std::size_t equal = part.find('=');
        if (equal == std::string::npos) continue;
        const std::string key = part.substr(0, equal), value = part.substr(equal + 1);
        if (key == "id") filter.id = numberOf(value);
        if (key == "year") filter.year = int(numberOf(value));
        if (key == "ym") filter.ym = numberOf(value);
        if (key == "type") filter.type = documentTypeOf(value);
        if (key == "item") filter.itemId = numberOf(value);
        if (key == "unit") filter.unitId = numberOf(value);
        if (key == "activity") filter.activityId = numberOf(value);
        if (key == "text") filter.text = value;
    }
    if (filter.ym != 0) filter.year = int(filter.ym / 100);
    return filter;
}

std::string argumentOf(const DocumentFilter& filter) {
    std::string argument;
    const auto add = [&](const char* key, const std::string& value) {
        argument += (argument.empty() ? "" : "&") + std::string(key) + "=" + value;
    };
    if (filter.id != 0) add("id", std::to_string(filter.id));
    if (filter.ym != 0) add("ym", std::to_string(filter.ym));
    else if (filter.year != 0) add("year", std::to_string(filter.year));
    if (filter.type) add("type", idOf(*filter.type));
    if (filter.itemId != 0) add("item", std::to_string(filter.itemId));
    if (filter.unitId != 0) add("unit", std::to_string(filter.unitId));
    if (filter.activityId != 0) add("activity", std::to_string(filter.activityId));
    if (!filter.text.empty()) add("text", filter.text);
    return argument;
}

namespace lists {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;

struct Condition {
    std::string sql = "1 = 1";
    Values values;
    void add(const std::string& more, Values bound = {}) {
        sql += " AND " + more;
        values.insert(values.end(), bound.begin(), bound.end());
    }
};

Condition conditionOf(Reader& reader, const DocumentFilter& filter) {
    Condition condition;
    if (!filter.withReversed) condition.add("live = 1");
    if (filter.type) condition.add("type = ?", {int(*filter.type)});
    if (filter.ym != 0) condition.add("day_ymd BETWEEN ? AND ?", {filter.ym * 100 + 1, filter.ym * 100 + 31});
    else if (filter.year != 0) {
        condition.add("day_ymd BETWEEN ? AND ?", {filter.year * 10000LL + 101, filter.year * 10000LL + 1231});
    }
    if (filter.unitId != 0) condition.add("unit_id = ?", {filter.unitId});
    if (filter.itemId != 0) condition.add("id IN (SELECT document_id FROM materials_line WHERE item_id = ?)", {filter.itemId});
    if (filter.activityId != 0) {
        condition.add("id IN (SELECT document_id FROM materials_link WHERE activity_id = ? AND state = 2)", {filter.activityId});
    }
    if (!yanxun::text::key(filter.text).empty()) {
        const auto found = reader.searchCondition(documentSearch, filter.text);
        condition.add("id IN (" + found.sql + ")", found.values);
    }
    return condition;
}

std::string columnOf(Order order) {
    switch (order) {
    case Order::day: return "day_ymd";
    case Order::number: return "number";
    case Order::unit: return "unit_sort";
    case Order::total: return "total";
    }
    return "day_ymd";
}

} // namespace

yanxun::SearchCondition idStatement(Reader& reader, const DocumentFilter& filter, Order order, bool ascending,
                                    std::int64_t limit) {
    Condition condition = conditionOf(reader, filter);
    const std::string way = ascending ? " ASC" : " DESC";
    condition.values.push_back(limit);
    return {"SELECT id FROM materials_document WHERE " + condition.sql + " ORDER BY " + columnOf(order) + way + ", id" + way +
                " LIMIT ?",
            condition.values};
}

Ids ids(Reader& reader, const DocumentFilter& filter, Order order, bool ascending, std::int64_t limit) {
    Ids found;
    const auto statement = idStatement(reader, filter, order, ascending, limit);
    reader.each(statement.sql, statement.values, [&](const Row& row) { found.ids.push_back(row.integer(0)); });
    found.total = std::int64_t(found.ids.size());
    if (found.total < limit) return found;
    const Condition condition = conditionOf(reader, filter);
    found.total = reader.scalar("SELECT count(*) FROM materials_document WHERE " + condition.sql, condition.values);
    return found;
}

std::vector<Document> get(Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Document> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted) all.push_back(documents::find(reader, id).value_or(Document{}));
    return all;
}

std::vector<int> years(Reader& reader) {
    std::vector<int> found;
    std::int64_t before = 99999999;
    while (true) {
        const auto ymd = reader.scalar("SELECT max(day_ymd) FROM materials_document WHERE day_ymd < ?", {before});
        if (ymd == 0) return found;
        found.push_back(int(ymd / 10000));
        before = ymd / 10000 * 10000;
    }
}

} // namespace lists
} // namespace materials
