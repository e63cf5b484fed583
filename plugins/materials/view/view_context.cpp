#include "view/view_context.h"

#include "core/item_store.h"

#include <algorithm>

namespace materials {
namespace {

constexpr std::size_t offered = 9;

} // namespace

std::vector<std::string> suggestItems(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const Item& item : items::suggest(reader, typed, offered)) names.push_back(item.name);
    });
    return names;
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed, offered)) names.push_back(unit.name);
    });
    return names;
}

std::vector<std::string> suggestActivities(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    const auto* const activities = context.links.activities();
    if (!activities) return names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& one : activities->suggest(reader, typed, offered)) {
            if (std::find(names.begin(), names.end(), one.name) == names.end()) names.push_back(one.name);
        }
    });
    return names;
}

std::vector<std::string> placeNames(const ViewContext& context) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const Location& place : locations::physical(reader)) names.push_back(place.name);
    });
    return names;
}

} // namespace materials
