#include "core/unit_store.h"

#include "core/sql_text.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <unordered_map>

namespace directory::unit_store {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Values;
using yanxun::Writer;

namespace {

constexpr std::string_view columns =
    "id, revision, uid, name, kind, subkind, region_id, region_code, region_name, village, grid, industry, uscc, "
    "uscc_valid, staff, pupils, population, contact, phone, address, note, incomplete, active, merged_into, source, "
    "seen_in";

std::string select(const std::string& rest) {
    return "SELECT " + std::string(columns) + " FROM directory_unit " + rest;
}

Unit read(const Row& row) {
    Unit unit;
    unit.id = row.integer(0);
    unit.revision = row.integer(1);
    std::size_t column = 2;
    for (std::string* text : {&unit.uid, &unit.name, &unit.kind, &unit.subkind})
        *text = row.str(column++);
    unit.regionId = row.integer(6);
    column = 7;
    for (std::string* text :
         {&unit.regionCode, &unit.regionName, &unit.village, &unit.grid, &unit.industry, &unit.uscc})
        *text = row.str(column++);
    unit.usccValid = row.flag(13);
    unit.staff = row.maybeInteger(14);
    unit.pupils = row.maybeInteger(15);
    unit.population = row.maybeInteger(16);
    column = 17;
    for (std::string* text : {&unit.contact, &unit.phone, &unit.address, &unit.note})
        *text = row.str(column++);
    unit.incomplete = row.flag(21);
    unit.active = row.flag(22);
    unit.mergedInto = row.integer(23);
    unit.source = row.str(24);
    unit.seenIn = row.str(25);
    return unit;
}

/// All columns of a unit but id and revision; the same list serves single and bulk writing.
Fields fields(const Unit& unit, yanxun::Millis changedAt) {
    return {{"uid", unit.uid},
            {"name", unit.name},
            {"name_key", yanxun::text::key(unit.name)},
            {"sort_key", yanxun::text::sortKey(unit.name)},
            {"pinyin", yanxun::text::pinyin(unit.name)},
            {"kind", unit.kind},
            {"subkind", unit.subkind},
            {"region_id", unit.regionId},
            {"region_code", unit.regionCode},
            {"region_name", unit.regionName},
            {"region_sort", yanxun::text::sortKey(unit.regionName)},
            {"village", unit.village},
            {"grid", unit.grid},
            {"industry", unit.industry},
            {"uscc", unit.uscc},
            {"uscc_valid", unit.usccValid},
            {"staff", unit.staff},
            {"pupils", unit.pupils},
            {"population", unit.population},
            {"contact", unit.contact},
            {"phone", unit.phone},
            {"address", unit.address},
            {"note", unit.note},
            {"incomplete", unit.incomplete},
            {"active", unit.active},
            {"merged_into", unit.mergedInto},
            {"source", unit.source},
            {"seen_in", unit.seenIn},
            {"changed_at", changedAt}};
}

yanxun::ColumnType typeOf(const std::string& column) {
    for (const char* integer : {"region_id", "uscc_valid", "staff", "pupils", "population", "incomplete", "active",
                                "merged_into", "changed_at"})
        if (column == integer) return yanxun::ColumnType::integer;
    return yanxun::ColumnType::text;
}

} // namespace

std::optional<Unit> get(Reader& reader, std::int64_t id) {
    std::optional<Unit> unit;
    reader.one(select("WHERE id = ?"), {id}, [&](const Row& row) { unit = read(row); });
    return unit;
}

std::vector<Unit> get(Reader& reader, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    std::unordered_map<std::int64_t, Unit> found;
    Values values(ids.begin(), ids.end());
    reader.each(select("WHERE id IN (" + placeholders(ids.size()) + ")"), values,
                [&](const Row& row) { found.emplace(row.integer(0), read(row)); });
    std::vector<Unit> units;
    for (const std::int64_t id : ids)
        if (const auto unit = found.find(id); unit != found.end()) units.push_back(unit->second);
    return units;
}

void add(Writer& writer, Unit& unit) {
    if (unit.uid.empty()) unit.uid = yanxun::newUid(writer.at());
    unit.id = writer.insert("directory_unit", fields(unit, writer.at()));
    unit.revision = 1;
}

void addMany(Writer& writer, std::span<const Unit> units) {
    if (units.empty()) return;
    std::vector<yanxun::BulkColumn> bulk{{"id", yanxun::ColumnType::integer},
                                         {"revision", yanxun::ColumnType::integer}};
    for (const auto& field : fields(units.front(), 0))
        bulk.push_back({field.column, typeOf(field.column)});
    std::size_t next = 0;
    writer.insertMany("directory_unit", bulk, [&](yanxun::BulkRow& row) {
        if (next == units.size()) return false;
        const Unit& unit = units[next++];
        row.integer(0, unit.id);
        row.integer(1, 1);
        std::size_t column = 2;
        for (const auto& field : fields(unit, writer.at()))
            row.set(column++, field.value);
        return true;
    });
}

std::int64_t reserve(Writer& writer, std::int64_t count) { return writer.reserveIds("directory_unit", count); }

void update(Writer& writer, Unit& unit) {
    const auto stored = get(writer, unit.id);
    if (!stored) throw yanxun::NotFound(yanxun::tr("该单位已不存在，请刷新后再试。"));
    // Only a real change may move changed_at, or saving an untouched record would count as an edit.
    if (*stored == unit) return;
    unit.revision = writer.update("directory_unit", unit.id, unit.revision, fields(unit, writer.at()));
}

void touch(Writer& writer, std::int64_t id) {
    std::int64_t revision = 0, changedAt = 0;
    writer.one("SELECT revision, changed_at FROM directory_unit WHERE id = ?", {id}, [&](const Row& row) {
        revision = row.integer(0);
        changedAt = row.integer(1);
    });
    if (revision == 0) return;
    // A value that differs, so that the revision always moves, also twice in one millisecond.
    const auto now = std::max<std::int64_t>(writer.at(), changedAt + 1);
    writer.update("directory_unit", id, revision, {{"changed_at", now}});
}

void remove(Writer& writer, const Unit& unit) {
    for (const Alias& known : aliases(writer, unit.id))
        removeAlias(writer, known);
    writer.unindex(searchKind, unit.id);
    writer.remove("directory_unit", unit.id, unit.revision);
}

void index(Writer& writer, const Unit& unit) {
    if (unit.mergedInto != 0) {
        writer.unindex(searchKind, unit.id);
        return;
    }
    std::string body = unit.name;
    for (const Alias& known : aliases(writer, unit.id))
        body += '\n' + known.name;
    for (const std::string* text : {&unit.uscc, &unit.kind, &unit.subkind, &unit.regionName, &unit.village,
                                    &unit.grid, &unit.industry, &unit.contact, &unit.address})
        if (!text->empty()) body += '\n' + *text;
    body += '\n' + yanxun::text::pinyin(unit.name);
    writer.index({std::string(searchKind), unit.id, unit.name, body, 0});
}

std::vector<Alias> aliases(Reader& reader, std::int64_t unit) {
    std::vector<Alias> found;
    reader.each("SELECT id, revision, unit_id, name, source FROM directory_alias WHERE unit_id = ? ORDER BY name, id",
                {unit}, [&](const Row& row) {
                    found.push_back({row.integer(0), row.integer(1), row.integer(2), row.str(3), row.str(4)});
                });
    return found;
}

Alias addAlias(Writer& writer, std::int64_t unit, std::string_view name, std::string_view source) {
    Alias added{0, 1, unit, yanxun::text::key(name), std::string(source)};
    added.id =
        writer.insert("directory_alias",
                      {{"unit_id", unit}, {"name", added.name}, {"name_key", added.name}, {"source", added.source}});
    return added;
}

std::optional<Alias> alias(Reader& reader, std::int64_t id) {
    std::optional<Alias> found;
    reader.one("SELECT id, revision, unit_id, name, source FROM directory_alias WHERE id = ?", {id},
               [&](const Row& row) {
                   found = Alias{row.integer(0), row.integer(1), row.integer(2), row.str(3), row.str(4)};
               });
    return found;
}

void removeAlias(Writer& writer, const Alias& known) { writer.remove("directory_alias", known.id, known.revision); }

bool isNamed(Reader& reader, std::int64_t unit) {
    return reader.scalar("SELECT 1 FROM directory_person WHERE unit_id = ? LIMIT 1", {unit}) != 0 ||
           reader.scalar("SELECT 1 FROM directory_team WHERE unit_id = ? LIMIT 1", {unit}) != 0 ||
           reader.scalar("SELECT 1 FROM directory_merge WHERE kept_id = ? OR merged_id = ? LIMIT 1", {unit, unit}) !=
               0 ||
           reader.scalar("SELECT 1 FROM directory_scope WHERE unit_id = ? LIMIT 1", {unit}) != 0;
}

} // namespace directory::unit_store
