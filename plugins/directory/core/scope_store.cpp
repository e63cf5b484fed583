#include "core/scope_store.h"

#include "core/sql_text.h"

namespace directory::scope_store {

using yanxun::ColumnType;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;
using yanxun::Writer;

namespace {

/// The list's rows, the given columns of unit u and decision s.
void eachRow(Reader& reader, std::string_view columns, int year, std::string_view category, bool fixed,
             const std::vector<std::string>& kinds, const std::function<void(const Row&)>& use) {
    std::string sql = "SELECT " + std::string(columns) +
                      " FROM directory_unit u "
                      "LEFT JOIN directory_scope s ON s.unit_id = u.id AND s.year = ? AND s.category = ? "
                      "WHERE u.merged_into = 0 AND (s.id IS NOT NULL";
    Values values{year, category};
    if (!fixed) {
        sql += " OR (u.active = 1 AND u.kind IN (" + placeholders(kinds.size()) + "))";
        values.insert(values.end(), kinds.begin(), kinds.end());
    }
    reader.each(sql + ") ORDER BY u.sort_key, u.id", values, use);
}

} // namespace

void each(Reader& reader, int year, std::string_view category, bool fixed, const std::vector<std::string>& kinds,
          const std::function<void(const ScopeEntry&)>& use) {
    eachRow(reader, "u.id, u.name, u.region_name, s.in_scope, s.reason", year, category, fixed, kinds, [&](const Row& row) {
        use({row.integer(0), row.str(1), row.str(2), row.isNull(3) || row.flag(3), row.str(4)});
    });
}

void eachUnit(Reader& reader, int year, std::string_view category, bool fixed, const std::vector<std::string>& kinds,
              const std::function<void(const ScopeUnit&)>& use) {
    eachRow(reader, "u.id, u.name, u.kind, u.region_code, u.region_name, u.contact, s.in_scope, s.reason", year, category,
            fixed, kinds, [&](const Row& row) {
                use({row.integer(0), row.str(1), row.str(2), row.str(3), row.str(4), row.str(5),
                     row.isNull(6) || row.flag(6), row.str(7)});
            });
}

bool isFixed(Reader& reader, int year) {
    return reader.scalar("SELECT 1 FROM directory_scope_year WHERE year = ?", {year}) != 0;
}

void markFixed(Writer& writer, int year) {
    writer.insert("directory_scope_year", {{"year", year}, {"fixed_at", writer.at()}});
}

void set(Writer& writer, int year, std::string_view category, const ScopeEntry& entry) {
    std::int64_t id = 0, revision = 0;
    writer.one("SELECT id, revision FROM directory_scope WHERE year = ? AND category = ? AND unit_id = ?",
               {year, category, entry.unitId}, [&](const Row& row) {
                   id = row.integer(0);
                   revision = row.integer(1);
               });
    if (id != 0) {
        writer.update("directory_scope", id, revision, {{"in_scope", entry.inScope}, {"reason", entry.reason}});
        return;
    }
    writer.insert("directory_scope", {{"year", year},
                                      {"category", category},
                                      {"unit_id", entry.unitId},
                                      {"in_scope", entry.inScope},
                                      {"reason", entry.reason}});
}

std::int64_t addMany(Writer& writer, int year, std::string_view category, const std::vector<ScopeEntry>& entries) {
    if (entries.empty()) return 0;
    const std::vector<yanxun::BulkColumn> columns{
        {"year", ColumnType::integer},     {"category", ColumnType::text}, {"unit_id", ColumnType::integer},
        {"in_scope", ColumnType::integer}, {"reason", ColumnType::text},   {"revision", ColumnType::integer}};
    std::size_t next = 0;
    return writer.insertMany("directory_scope", columns, [&](yanxun::BulkRow& row) {
        if (next == entries.size()) return false;
        const ScopeEntry& entry = entries[next++];
        row.integer(0, year);
        row.text(1, category);
        row.integer(2, entry.unitId);
        row.integer(3, entry.inScope);
        row.text(4, entry.reason);
        row.integer(5, 1);
        return true;
    });
}

std::vector<std::int64_t> decided(Reader& reader, int year, std::string_view category) {
    std::vector<std::int64_t> units;
    reader.each("SELECT unit_id FROM directory_scope WHERE year = ? AND category = ? ORDER BY unit_id",
                {year, category}, [&](const Row& row) { units.push_back(row.integer(0)); });
    return units;
}

} // namespace directory::scope_store
