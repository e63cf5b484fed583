#include "core/merge_store.h"

#include <yanxun/id.h>

namespace directory::merge_store {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

namespace {

std::string select(const std::string& rest) {
    return "SELECT m.id, m.revision, m.kept_id, m.merged_id, k.name, g.name, m.at, m.who, m.undone_at "
           "FROM directory_merge m JOIN directory_unit k ON k.id = m.kept_id "
           "JOIN directory_unit g ON g.id = m.merged_id " +
           rest;
}

Merge read(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3),     row.str(4),
            row.str(5),     row.integer(6), row.str(7),     row.maybeInteger(8)};
}

struct Standing {
    std::int64_t id, revision;
};

/// Rows of the table at that unit, without those the other unit already has in the same place.
std::vector<Standing> standing(Reader& reader, const std::string& table, std::int64_t from, std::int64_t to) {
    std::string sql = "SELECT t.id, t.revision FROM " + table + " t WHERE t.unit_id = ?";
    yanxun::Values values{from};
    if (table == "directory_scope") {
        sql += " AND NOT EXISTS (SELECT 1 FROM directory_scope o WHERE o.unit_id = ? AND o.year = t.year "
               "AND o.category = t.category)";
        values.push_back(to);
    }
    std::vector<Standing> rows;
    reader.each(sql + " ORDER BY t.id", values, [&](const Row& row) {
        rows.push_back({row.integer(0), row.integer(1)});
    });
    return rows;
}

} // namespace

std::int64_t add(Writer& writer, std::int64_t keptId, std::int64_t mergedId) {
    return writer.insert("directory_merge", {{"uid", yanxun::newUid(writer.at())},
                                             {"kept_id", keptId},
                                             {"merged_id", mergedId},
                                             {"at", writer.at()},
                                             {"who", writer.who()}});
}

void addMoved(Writer& writer, std::int64_t merge, const MovedRecords& moved) {
    std::int64_t position = 0;
    for (const std::int64_t record : moved.records)
        writer.exec("INSERT INTO directory_merge_moved (merge_id, holder, position, record_id) VALUES (?, ?, ?, ?)",
                    {merge, moved.holder, ++position, record});
}

void addFilled(Writer& writer, std::int64_t merge, const FilledField& filled) {
    writer.exec("INSERT INTO directory_merge_filled (merge_id, field, value) VALUES (?, ?, ?)",
                {merge, filled.field, filled.value});
}

std::vector<MovedRecords> moved(Reader& reader, std::int64_t merge) {
    std::vector<MovedRecords> all;
    reader.each("SELECT holder, record_id FROM directory_merge_moved WHERE merge_id = ? ORDER BY holder, position",
                {merge}, [&](const Row& row) {
                    if (all.empty() || all.back().holder != row.text(0)) all.push_back({row.str(0), {}});
                    all.back().records.push_back(row.integer(1));
                });
    return all;
}

std::vector<FilledField> filled(Reader& reader, std::int64_t merge) {
    std::vector<FilledField> all;
    reader.each("SELECT field, value FROM directory_merge_filled WHERE merge_id = ? ORDER BY field", {merge},
                [&](const Row& row) {
                    all.push_back({row.str(0), row.str(1)});
                });
    return all;
}

void markUndone(Writer& writer, const Merge& merge) {
    writer.update("directory_merge", merge.id, merge.revision, {{"undone_at", writer.at()}});
}

std::optional<Merge> get(Reader& reader, std::int64_t id) {
    std::optional<Merge> merge;
    reader.one(select("WHERE m.id = ?"), {id}, [&](const Row& row) { merge = read(row); });
    return merge;
}

std::vector<Merge> list(Reader& reader, std::int64_t unit, std::size_t limit) {
    std::vector<Merge> merges;
    const auto most = static_cast<std::int64_t>(limit);
    const auto take = [&](const Row& row) { merges.push_back(read(row)); };
    if (unit == 0)
        reader.each(select("ORDER BY m.id DESC LIMIT ?"), {most}, take);
    else
        reader.each(select("WHERE m.kept_id = ? OR m.merged_id = ? ORDER BY m.id DESC LIMIT ?"), {unit, unit, most},
                    take);
    return merges;
}

std::vector<std::string> ownHolders() {
    return {"directory_alias", "directory_attribute", "directory_person", "directory_team", "directory_scope"};
}

std::vector<std::int64_t> moveRows(Writer& writer, const std::string& table, std::int64_t from, std::int64_t to) {
    std::vector<std::int64_t> moved;
    for (const Standing& row : standing(writer, table, from, to)) {
        writer.update(table, row.id, row.revision, {{"unit_id", to}});
        moved.push_back(row.id);
    }
    return moved;
}

void moveRowsBack(Writer& writer, const std::string& table, const std::vector<std::int64_t>& rows, std::int64_t from,
                  std::int64_t to) {
    for (const std::int64_t id : rows) {
        const std::int64_t revision =
            writer.scalar("SELECT revision FROM " + table + " WHERE id = ? AND unit_id = ?", {id, from});
        if (revision != 0) writer.update(table, id, revision, {{"unit_id", to}});
    }
}

} // namespace directory::merge_store
