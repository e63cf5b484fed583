#include "core/item_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace materials::locations {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

constexpr std::string_view selectLocation = "SELECT id, revision, kind, name, unit_id, region_name FROM materials_location ";

std::vector<Location> several(Reader& reader, const std::string& condition, const yanxun::Values& values = {}) {
    std::vector<Location> found;
    reader.each(std::string(selectLocation) + condition, values, [&](const Row& row) {
        found.push_back({row.integer(0), row.integer(1), LocationKind(row.integer(2)), row.str(3), row.integer(4), row.str(5)});
    });
    return found;
}

std::optional<Location> first(Reader& reader, const std::string& condition, const yanxun::Values& values = {}) {
    const auto found = several(reader, condition + " LIMIT 1", values);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

yanxun::Fields fieldsOf(const Location& location) {
    return {{"kind", int(location.kind)},
            {"physical", isPhysical(location.kind)},
            {"name", location.name},
            {"name_key", yanxun::text::key(location.name)},
            {"name_sort", yanxun::text::sortKey(location.name)},
            {"unit_id", location.unitId},
            {"region_name", location.regionName}};
}

} // namespace

std::optional<Location> find(Reader& reader, std::int64_t id) { return first(reader, "WHERE id = ?", {id}); }

Location get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这个库位已不存在，请刷新后重新选择。"));
    return std::move(*found);
}

std::optional<Location> findByName(Reader& reader, LocationKind kind, const std::string& name) {
    return first(reader, "WHERE kind = ? AND name_key = ?", {int(kind), yanxun::text::key(name)});
}

std::optional<Location> findPhysical(Reader& reader, const std::string& name) {
    // By kind first, as the unique index has it: a district may have thousands of shelves.
    return first(reader, "WHERE kind IN (1, 2, 3, 4) AND name_key = ? ORDER BY kind, id", {yanxun::text::key(name)});
}

std::vector<Location> physical(Reader& reader) { return several(reader, "WHERE physical = 1 ORDER BY kind, name_sort, id"); }

std::optional<Location> firstWarehouse(Reader& reader) {
    return first(reader, "WHERE kind = ? ORDER BY id", {int(LocationKind::warehouse)});
}

std::int64_t add(Writer& writer, const Location& location) {
    yanxun::Fields fields = fieldsOf(location);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("materials_location", fields);
}

std::int64_t update(Writer& writer, const Location& location) {
    return writer.update("materials_location", location.id, location.revision, fieldsOf(location));
}

std::vector<std::int64_t> ofUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM materials_location WHERE unit_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace materials::locations
