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

yanxun::ListQuery conditionOf(Reader& reader, const DocumentFilter& filter) {
    yanxun::ListQuery query("materials_document");
    if (!filter.withReversed) query.where("live = 1");
    if (filter.type) query.where("type = ?", {int(*filter.type)});
    query.days("day_ymd", {}, filter.ym, filter.year);
    if (filter.unitId != 0) query.where("unit_id = ?", {filter.unitId});
    if (filter.itemId != 0) query.where("id IN (SELECT document_id FROM materials_line WHERE item_id = ?)", {filter.itemId});
    if (filter.activityId != 0) {
        query.where("id IN (SELECT document_id FROM materials_link WHERE activity_id = ? AND state = 2)", {filter.activityId});
    }
    query.contains(reader, documentSearch, filter.text);
    return query;
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
    return conditionOf(reader, filter).statement(yanxun::inOrder(columnOf(order), ascending), limit);
}

yanxun::IdList ids(Reader& reader, const DocumentFilter& filter, Order order, bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

std::vector<Document> get(Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Document> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted) all.push_back(documents::find(reader, id).value_or(Document{}));
    return all;
}

std::vector<int> years(Reader& reader) { return yanxun::yearsOf(reader, "materials_document", "day_ymd"); }

} // namespace lists
} // namespace materials
