#include "core/region_store.h"

#include "core/sql_text.h"

#include <yanxun/text.h>

namespace directory::region_store {

using yanxun::BulkColumn;
using yanxun::ColumnType;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

namespace {

constexpr std::string_view columns = "id, revision, code, parent_code, level, name, seeded";

Region read(const Row& row) {
    Region region;
    region.id = row.integer(0);
    region.revision = row.integer(1);
    region.code = row.str(2);
    region.parentCode = row.str(3);
    region.level = static_cast<RegionLevel>(row.integer(4));
    region.name = row.str(5);
    region.seeded = row.flag(6);
    return region;
}

std::vector<Region> list(Reader& reader, const std::string& rest, const yanxun::Values& values) {
    std::vector<Region> regions;
    reader.each("SELECT " + std::string(columns) + " FROM directory_region " + rest, values,
                [&](const Row& row) { regions.push_back(read(row)); });
    return regions;
}

std::optional<Region> first(Reader& reader, const std::string& rest, const yanxun::Values& values) {
    auto regions = list(reader, rest, values);
    if (regions.empty()) return {};
    return std::move(regions.front());
}

yanxun::Fields fields(const Region& region) {
    return {{"code", region.code},
            {"parent_code", region.parentCode},
            {"level", static_cast<int>(region.level)},
            {"name", region.name},
            {"name_key", yanxun::text::key(region.name)},
            {"sort_key", yanxun::text::sortKey(region.name)},
            {"seeded", region.seeded}};
}

} // namespace

std::optional<Region> get(Reader& reader, std::int64_t id) { return first(reader, "WHERE id = ?", {id}); }

std::optional<Region> withCode(Reader& reader, std::string_view code) {
    return first(reader, "WHERE code = ?", {code});
}

std::vector<Region> townshipsNamed(Reader& reader, std::string_view nameKey) {
    return list(reader, "WHERE name_key = ? AND level = ? ORDER BY code",
                {nameKey, static_cast<int>(RegionLevel::township)});
}

std::vector<Region> childrenOf(Reader& reader, std::string_view parent) {
    return list(reader, "WHERE parent_code = ? ORDER BY code", {parent});
}

bool hasChildren(Reader& reader, std::string_view code) {
    return reader.scalar("SELECT 1 FROM directory_region WHERE parent_code = ? LIMIT 1", {code}) != 0;
}

std::vector<Region> search(Reader& reader, std::string_view typed, std::size_t limit) {
    const std::string key = yanxun::text::key(typed);
    return list(reader, "WHERE name_key LIKE ? ESCAPE '!' OR code LIKE ? ESCAPE '!' ORDER BY level, code LIMIT ?",
                {"%" + likeText(key) + "%", likeText(key) + "%", static_cast<std::int64_t>(limit)});
}

void each(Reader& reader, const std::function<void(const Region&)>& use) {
    reader.each("SELECT " + std::string(columns) + " FROM directory_region ORDER BY code",
                [&](const Row& row) { use(read(row)); });
}

std::int64_t count(Reader& reader) { return reader.scalar("SELECT COUNT(*) FROM directory_region"); }

std::int64_t add(Writer& writer, const Region& region) { return writer.insert("directory_region", fields(region)); }

void addMany(Writer& writer, std::span<const Region> regions) {
    const std::vector<BulkColumn> bulk{
        {"id", ColumnType::integer},       {"revision", ColumnType::integer}, {"code", ColumnType::text},
        {"parent_code", ColumnType::text}, {"level", ColumnType::integer},    {"name", ColumnType::text},
        {"name_key", ColumnType::text},    {"sort_key", ColumnType::text},    {"seeded", ColumnType::integer}};
    std::size_t next = 0;
    writer.insertMany("directory_region", bulk, [&](yanxun::BulkRow& row) {
        if (next == regions.size()) return false;
        const Region& region = regions[next++];
        row.integer(0, region.id);
        row.integer(1, 1);
        row.text(2, region.code);
        row.text(3, region.parentCode);
        row.integer(4, static_cast<int>(region.level));
        row.text(5, region.name);
        row.text(6, yanxun::text::key(region.name));
        row.text(7, yanxun::text::sortKey(region.name));
        row.integer(8, region.seeded);
        return true;
    });
}

std::int64_t reserve(Writer& writer, std::int64_t count) { return writer.reserveIds("directory_region", count); }

std::int64_t update(Writer& writer, const Region& region) {
    return writer.update("directory_region", region.id, region.revision, fields(region));
}

void remove(Writer& writer, const Region& region) { writer.remove("directory_region", region.id, region.revision); }

std::vector<std::string> unitTownships(Reader& reader) {
    std::vector<std::string> names;
    reader.each("SELECT DISTINCT region_name FROM directory_unit WHERE region_name <> '' ORDER BY region_name",
                [&](const Row& row) { names.push_back(row.str(0)); });
    return names;
}

std::string homeCounty(Reader& reader) {
    return reader.scalarText("SELECT substr(region_code, 1, 6) FROM directory_unit WHERE region_code <> '' "
                             "GROUP BY substr(region_code, 1, 6) ORDER BY COUNT(*) DESC, 1 LIMIT 1");
}

void linkUnits(Writer& writer, std::string_view regionName, const Region* region) {
    const std::int64_t id = region ? region->id : 0;
    const std::string code = region ? region->code : std::string();
    writer.exec("UPDATE directory_unit SET region_id = ?, region_code = ? "
                "WHERE region_name = ? AND (region_id <> ? OR region_code <> ?)",
                {id, code, regionName, id, code});
}

void unlinkUnits(Writer& writer, std::int64_t regionId) {
    writer.exec("UPDATE directory_unit SET region_id = 0, region_code = '' WHERE region_id = ?", {regionId});
}

} // namespace directory::region_store
