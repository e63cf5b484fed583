#include "core/document_store.h"
#include "core/statistics_store.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

namespace materials {
using yanxun::addNumber;
using yanxun::argumentNumber;
using yanxun::argumentPart;

DocumentFilter parseArgument(const std::string& argument) {
    DocumentFilter filter;
    filter.id = argumentNumber(argument, "id");
    filter.year = int(argumentNumber(argument, "year"));
    filter.ym = argumentNumber(argument, "ym");
    filter.type = documentTypeOf(argumentPart(argument, "type"));
    filter.itemId = argumentNumber(argument, "item");
    filter.unitId = argumentNumber(argument, "unit");
    filter.activityId = argumentNumber(argument, "activity");
    filter.text = argumentPart(argument, "text");
    if (filter.ym != 0) filter.year = int(filter.ym / 100);
    return filter;
}

std::string argumentOf(const DocumentFilter& filter) {
    std::string argument;
    addNumber(argument, "id", filter.id);
    if (filter.ym != 0) addNumber(argument, "ym", filter.ym);
    else addNumber(argument, "year", filter.year);
    if (filter.type) yanxun::addPart(argument, "type", idOf(*filter.type));
    addNumber(argument, "item", filter.itemId);
    addNumber(argument, "unit", filter.unitId);
    addNumber(argument, "activity", filter.activityId);
    if (!filter.text.empty()) yanxun::addPart(argument, "text", filter.text);
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
