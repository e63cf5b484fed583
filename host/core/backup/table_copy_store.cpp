#include "core/backup/table_copy_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace yanxun::host {
namespace {

constexpr std::size_t kBlockRows = 5'000;

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

/// What a column of the catalogue holds; false for types that only an engine's own index uses.
bool readType(const std::string& declared, ColumnType& type) {
    static const std::map<std::string, ColumnType> types{
        {"INTEGER", ColumnType::integer},       {"REAL", ColumnType::real},    {"TEXT", ColumnType::text},
        {"BLOB", ColumnType::blob},             {"bigint", ColumnType::integer}, {"integer", ColumnType::integer},
        {"smallint", ColumnType::integer},      {"text", ColumnType::text},    {"character varying", ColumnType::text},
        {"double precision", ColumnType::real}, {"bytea", ColumnType::blob}};
    const auto found = types.find(declared);
    if (found == types.end()) return false;
    type = found->second;
    return true;
}

std::vector<std::string> tableNames(Reader& reader) {
    const bool file = reader.engine() == Engine::sqlite;
    std::vector<std::string> names;
    reader.each(file ? "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                       "AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name"
                     : "SELECT CAST(table_name AS varchar) FROM information_schema.tables "
                       "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1",
                [&](const Row& row) { names.push_back(row.str(0)); });
    return names;
}

std::vector<BulkColumn> columnsOf(Reader& reader, const std::string& table) {
    const bool file = reader.engine() == Engine::sqlite;
    std::vector<BulkColumn> columns;
    reader.each(file ? "SELECT name, type FROM pragma_table_info(?) ORDER BY cid"
                     : "SELECT CAST(column_name AS varchar), CAST(data_type AS varchar) FROM information_schema.columns "
                       "WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position",
                {table}, [&](const Row& row) {
                    BulkColumn column{row.str(0), ColumnType::text};
                    if (readType(row.str(1), column.type)) columns.push_back(column);
                });
    return columns;
}

const char* containerType(ColumnType type) {
    switch (type) {
    case ColumnType::integer: return "INTEGER";
    case ColumnType::real: return "REAL";
    case ColumnType::blob: return "BLOB";
    case ColumnType::text: break;
    }
    return "TEXT";
}

/// While one lives, foreign keys are looked at when the rows are all there, not row by row.
class LateForeignKeys {
public:
    explicit LateForeignKeys(Writer& writer) : writer_(writer) {
        if (writer.engine() == Engine::sqlite) {
            writer.exec("PRAGMA defer_foreign_keys = ON");
            return;
        }
        writer.each("SELECT CAST(conrelid::regclass AS varchar), CAST(conname AS varchar) FROM pg_constraint "
                    "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2",
                    [&](const Row& row) { keys_.emplace_back(row.str(0), row.str(1)); });
        for (const auto& [table, key] : keys_) alter(table, key, "DEFERRABLE INITIALLY DEFERRED");
    }
    /// Looks at them now and puts everything back. Not called when the transaction is rolled back.
    void settle() {
        if (keys_.empty()) return;
        writer_.exec("SET CONSTRAINTS ALL IMMEDIATE");
        for (const auto& [table, key] : keys_) alter(table, key, "NOT DEFERRABLE");
    }

private:
    void alter(const std::string& table, const std::string& key, const std::string& how) {
        writer_.exec("ALTER TABLE " + table + " ALTER CONSTRAINT " + quoted(key) + " " + how);
    }
    Writer& writer_;
    std::vector<std::pair<std::string, std::string>> keys_;
};

/// Identities on a server go on counting behind the rows that came with numbers of their own.
void moveIdentity(Writer& to, const std::string& table) {
    if (to.engine() == Engine::sqlite) return;
    std::vector<std::string> identities;
    to.each("SELECT CAST(column_name AS varchar) FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'",
            {table}, [&](const Row& row) { identities.push_back(row.str(0)); });
    for (const std::string& column : identities) {
        to.scalar("SELECT setval(pg_get_serial_sequence('" + quoted(table) + "', '" + column + "'), "
                  "(SELECT COALESCE(MAX(" + quoted(column) + "), 0) + 1 FROM " + quoted(table) + "), false)");
    }
}

/// Rows come pushed and go pulled: they wait in between, a block at a time.
class Block {
public:
    Block(Writer& to, const TableShape& table) : to_(to), table_(table) {}

    void add(const Row& row) {
        Values values(table_.columns.size());
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = valueOf(row, i, table_.columns[i].type);
        rows_.push_back(std::move(values));
        if (rows_.size() == kBlockRows) flush();
    }

    void flush() {
        std::size_t at = 0;
        to_.insertUnlogged(table_.name, table_.columns, [&](BulkRow& into) {
            if (at == rows_.size()) return false;
            for (std::size_t i = 0; i < rows_[at].size(); ++i) into.set(i, rows_[at][i]);
            ++at;
            return true;
        });
        rows_.clear();
    }

private:
    static Value valueOf(const Row& row, std::size_t at, ColumnType type) {
        if (row.isNull(at)) return {};
        switch (type) {
        case ColumnType::integer: return row.integer(at);
        case ColumnType::real: return row.real(at);
        case ColumnType::blob: return row.blob(at);
        case ColumnType::text: break;
        }
        return row.str(at);
    }
    Writer& to_;
    const TableShape& table_;
    std::vector<Values> rows_;
};

void copyTable(Reader& from, Writer& to, const TableShape& table, Progress& progress) {
    std::string columns;
    for (const BulkColumn& column : table.columns) columns += (columns.empty() ? "" : ", ") + quoted(column.name);
    to.exec("DELETE FROM " + quoted(table.name));
    Block block(to, table);
    std::int64_t count = 0;
    from.each("SELECT " + columns + " FROM " + quoted(table.name), [&](const Row& row) {
        if (++count % 1'000 == 0) {
            progress.step(count, 0, table.name);
            progress.check();
        }
        block.add(row);
    });
    block.flush();
    moveIdentity(to, table.name);
}

} // namespace

std::vector<TableShape> tablesOf(Reader& reader) {
    std::vector<TableShape> tables;
    for (const std::string& name : tableNames(reader)) {
        TableShape table{name, columnsOf(reader, name)};
        if (!table.columns.empty()) tables.push_back(std::move(table));
    }
    return tables;
}

void makeContainerTables(Writer& container, const std::vector<TableShape>& tables) {
    const std::vector<std::string> there = tableNames(container);
    for (const TableShape& table : tables) {
        if (std::find(there.begin(), there.end(), table.name) != there.end()) continue;
        std::string columns;
        for (const BulkColumn& column : table.columns) {
            columns += (columns.empty() ? "" : ", ") + quoted(column.name) + " " + containerType(column.type);
        }
        container.exec("CREATE TABLE " + quoted(table.name) + " (" + columns + ")");
    }
}

void copySearchIndex(Reader& from, Writer& to, Progress& progress) {
    std::vector<SearchEntry> waiting;
    const auto flush = [&] {
        std::size_t at = 0;
        to.indexMany([&](SearchEntry& entry) {
            if (at == waiting.size()) return false;
            entry = std::move(waiting[at++]);
            return true;
        });
        waiting.clear();
    };
    // By id, so that hits of one day keep their order.
    from.each("SELECT kind, record_id, title, body, ymd FROM search_entry ORDER BY id", [&](const Row& row) {
        waiting.push_back({row.str(0), row.integer(1), row.str(2), row.str(3), row.integer(4)});
        if (waiting.size() < kBlockRows) return;
        progress.check();
        flush();
    });
    flush();
}

bool isMadeAnew(const std::string& table) { return table == "schema_version" || table.starts_with("search_"); }

bool isAttachedContent(const std::string& table) { return table == "attachment_piece"; }

void copyRows(Reader& from, Writer& to, const std::vector<TableShape>& tables, Progress& progress) {
    LateForeignKeys keys(to);
    for (const TableShape& table : tables) copyTable(from, to, table, progress);
    keys.settle();
}

} // namespace yanxun::host
