#include "data/bulk.h"
#include "data/change_log.h"
#include "data/json.h"
#include "data/sql.h"

#include <yanxun/text.h>

#include <algorithm>
#include <stdexcept>

namespace yanxun {
namespace {

using data::quotedName;

const Value* fieldOf(const Fields& fields, std::string_view column) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.column == column; });
    return found == fields.end() ? nullptr : &found->value;
}

std::optional<std::string> uidOf(const Fields& fields) {
    const Value* uid = fieldOf(fields, "uid");
    if (!uid || !uid->text()) return {};
    return *uid->text();
}

Value storedValue(const Row& row, std::size_t column, ColumnType type) {
    if (row.isNull(column)) return {};
    switch (type) {
    case ColumnType::integer: return row.integer(column);
    case ColumnType::real: return row.real(column);
    case ColumnType::blob: return row.blob(column);
    case ColumnType::text: break;
    }
    return row.str(column);
}

/// What the engine will make of `value` in a column of that type, so that old and new can be compared and logged.
Value asStored(const Value& value, ColumnType type) {
    if (const auto* text = value.text()) {
        if (!data::isCleanText(*text)) return text::clean(*text);
    } else if (const auto* integer = value.integer()) {
        if (type == ColumnType::real) return double(*integer);
        if (type == ColumnType::text) return std::to_string(*integer);
    } else if (const auto* blob = value.blob(); blob && blob->empty()) {
        return {};
    }
    return value;
}

Fields asStored(const Fields& fields, const std::string& table, const data::TableShape& shape) {
    Fields stored;
    for (const Field& field : fields) {
        stored.push_back({field.column, asStored(field.value, shape.typeOf(table, field.column))});
    }
    return stored;
}

std::string oldAndNew(const Fields& before, const Fields& after) {
    return "{\"old\":" + data::jsonObject(before) + ",\"new\":" + data::jsonObject(after) + "}";
}

/// The record as it stands; on PostgreSQL it stays locked until the commit. Throws NotFound and Conflict.
Fields lockedRecord(Reader::Session& session, const std::string& table, std::int64_t id, std::int64_t revision,
                    const std::vector<std::string>& columns) {
    const data::TableShape& shape = session.shape(table);
    std::string list = "\"revision\"";
    for (const std::string& column : columns) list += "," + quotedName(column);
    std::optional<std::int64_t> stored;
    Fields record;
    session.query("SELECT " + list + " FROM " + quotedName(table) + " WHERE \"id\"=?" +
                      (session.engine == Engine::postgresql ? " FOR UPDATE" : ""),
                  {id}, [&](const Row& row) {
                      stored = row.integer(0);
                      for (std::size_t i = 0; i < columns.size(); ++i) {
                          record.push_back({columns[i], storedValue(row, i + 1, shape.typeOf(table, columns[i]))});
                      }
                      return false;
                  });
    if (!stored) throw NotFound(tr("这条记录已经不在了，可能被别人删除。请刷新列表。"));
    if (*stored != revision) throw Conflict(tr("这条记录在您打开之后被别人改过。请重新打开，核对后再改。"));
    return record;
}

[[noreturn]] void changedMeanwhile() {
    throw Conflict(tr("这条记录在您打开之后被别人改过。请重新打开，核对后再改。"));
}

/// The bytes of a row for the digest of a bulk insert: a letter for the type, then the value with its length.
void appendCell(std::string& bytes, const BulkRow::Slots::Cell& cell) {
    using Kind = BulkRow::Slots::Cell::Kind;
    const auto number = [&bytes](std::uint64_t value) {
        char little[8];
        for (int i = 0; i < 8; ++i) little[i] = char(value >> (8 * i));
        bytes.append(little, sizeof little);
    };
    switch (cell.kind) {
    case Kind::null: bytes += 'n'; return;
    case Kind::integer: bytes += 'i'; return number(std::uint64_t(cell.integer));
    case Kind::real: bytes += 'r'; bytes += data::written(cell.real); bytes += ';'; return;
    case Kind::text: bytes += 't'; break;
    case Kind::blob: bytes += 'b'; break;
    }
    number(cell.bytes.size());
    bytes += cell.bytes;
}

std::string bulkBody(const data::BulkResult& result, std::span<const BulkColumn> columns, std::string digest) {
    Fields fields{{"count", result.rows}};
    if (result.firstId) fields.push_back({"first", *result.firstId});
    if (result.lastId) fields.push_back({"last", *result.lastId});
    std::string names;
    for (const BulkColumn& column : columns) names += (names.empty() ? "" : ",") + column.name;
    fields.push_back({"columns", names});
    fields.push_back({"sha256", std::move(digest)});
    return data::jsonObject(fields);
}

} // namespace

std::int64_t Writer::insert(std::string_view table, const Fields& fields) {
    const std::string name(table);
    const data::TableShape& shape = session_.shape(table);
    Fields stored = asStored(fields, name, shape);
    if (!fieldOf(stored, "revision")) stored.push_back({"revision", 1});
    std::string columns;
    Values values;
    for (const Field& field : stored) {
        columns += (columns.empty() ? "" : ",") + quotedName(field.column);
        values.push_back(field.value);
    }
    std::int64_t id = 0;
    session_.query("INSERT INTO " + quotedName(table) + "(" + columns + ") VALUES(" + data::questionMarks(values.size()) +
                       ") RETURNING \"id\"",
                   values, [&](const Row& row) {
                       id = row.integer(0);
                       return true;
                   });
    const Value* revision = fieldOf(stored, "revision");
    session_.log->add("insert", table, id, revision->integer() ? *revision->integer() : 1, uidOf(stored),
                      "{\"new\":" + data::jsonObject(stored) + "}");
    return id;
}

std::int64_t Writer::update(std::string_view table, std::int64_t id, std::int64_t revision, const Fields& fields) {
    const std::string name(table);
    const data::TableShape& shape = session_.shape(table);
    const bool hasUid = shape.has("uid");
    const Fields wanted = asStored(fields, name, shape);
    std::vector<std::string> columns;
    for (const Field& field : wanted) columns.push_back(field.column);
    if (hasUid) columns.push_back("uid");
    const Fields stored = lockedRecord(session_, name, id, revision, columns);

    Fields before, after;
    std::string assignments;
    Values values;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].value == stored[i].value) continue;
        before.push_back(stored[i]);
        after.push_back(wanted[i]);
        assignments += quotedName(wanted[i].column) + "=?,";
        values.push_back(wanted[i].value);
    }
    if (after.empty()) return revision;
    values.insert(values.end(), {revision + 1, id, revision});
    const std::int64_t touched =
        session_.run("UPDATE " + quotedName(table) + " SET " + assignments + "\"revision\"=? WHERE \"id\"=? AND \"revision\"=?",
                     values);
    if (touched != 1) changedMeanwhile();
    session_.log->add("update", table, id, revision + 1, hasUid ? uidOf({stored.back()}) : std::nullopt,
                      oldAndNew(before, after));
    return revision + 1;
}

void Writer::remove(std::string_view table, std::int64_t id, std::int64_t revision) {
    const std::string name(table);
    const data::TableShape& shape = session_.shape(table);
    const Fields stored = lockedRecord(session_, name, id, revision, shape.columns);
    if (session_.run("DELETE FROM " + quotedName(table) + " WHERE \"id\"=? AND \"revision\"=?", {id, revision}) != 1) {
        changedMeanwhile();
    }
    session_.log->add("remove", table, id, revision, uidOf(stored), "{\"old\":" + data::jsonObject(stored) + "}");
}

std::int64_t Writer::insertMany(std::string_view table, std::span<const BulkColumn> columns,
                                const std::function<bool(BulkRow&)>& next) {
    Digest digest;
    std::string bytes;
    const auto sees = [&](const BulkRow::Slots& row) {
        for (std::size_t i = 0; i < row.columns; ++i) appendCell(bytes, row.row[i]);
        bytes += '\n';
        if (bytes.size() < (1 << 16)) return;
        digest.add(bytes);
        bytes.clear();
    };
    data::BulkResult result;
    try {
        result = data::insertRows(session_, table, columns, next, sees);
    } catch (...) {
        // a part of the rows is in: nothing but a rollback may follow, even when the caller swallows this
        if (!session_.failure) session_.failure = std::current_exception();
        throw;
    }
    if (result.rows == 0) return 0;
    digest.add(bytes);
    session_.log->add("bulk", table, result.firstId, std::nullopt, std::nullopt, bulkBody(result, columns, digest.hex()));
    return result.rows;
}

std::int64_t Writer::insertUnlogged(std::string_view table, std::span<const BulkColumn> columns,
                                    const std::function<bool(BulkRow&)>& next) {
    try {
        return data::insertRows(session_, table, columns, next).rows;
    } catch (...) {
        if (!session_.failure) session_.failure = std::current_exception();
        throw;
    }
}

std::int64_t Writer::reserveIds(std::string_view table, std::int64_t count) {
    if (count < 1) throw std::logic_error("reserveIds needs a count of 1 or more");
    if (session_.engine == Engine::sqlite) {
        const std::string name(table);
        if (!session_.shape(table).has("id")) throw std::logic_error("no id in table " + name);
        if (session_.run("UPDATE sqlite_sequence SET seq=seq+? WHERE name=?", {count, name}) == 0) {
            session_.run("INSERT INTO sqlite_sequence(name, seq) VALUES(?,?)", {name, count});
        }
        return scalar("SELECT seq FROM sqlite_sequence WHERE name=?", {name}) - count + 1;
    }
    // Another desk may draw numbers at the same moment; those drawn in between are left unused.
    for (int attempt = 0; attempt < 50; ++attempt) {
        std::int64_t first = 0, last = 0;
        session_.query("SELECT min(n), max(n) FROM (SELECT nextval(pg_get_serial_sequence(?, 'id')) AS n "
                       "FROM generate_series(1, ?::bigint)) AS drawn",
                       {table, count}, [&](const Row& row) {
                           first = row.integer(0);
                           last = row.integer(1);
                           return true;
                       });
        if (last - first + 1 == count) return first;
    }
    throw Error(tr("很多人正在同时导入，没有排上号。请稍后再试。"));
}

std::int64_t Writer::exec(std::string_view sql, const Values& values) { return session_.run(sql, values); }

Millis Writer::at() const { return session_.log->at(); }
const std::string& Writer::who() const { return session_.log->who(); }

} // namespace yanxun
