#include "core/stock_store.h"

#include <yanxun/text.h>

#include <map>
#include <set>

namespace materials::stock {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

Flow flowOf(const Row& row, std::size_t from) {
    return {row.integer(from), row.integer(from + 1), row.integer(from + 2), row.integer(from + 3)};
}

bool isPhysicalPlace(Reader& reader, std::int64_t location) {
    return reader.scalar("SELECT physical FROM materials_location WHERE id = ?", {location}) != 0;
}

void change(Writer& writer, const Place& place, std::int64_t by) {
    // Not INSERT … ON CONFLICT: its check would look at the difference instead of the sum.
    const std::int64_t touched =
        writer.exec("UPDATE materials_balance SET quantity = quantity + ? WHERE item_id = ? AND batch_id = ?"
                    " AND location_id = ?",
                    {by, place.itemId, place.batchId, place.locationId});
    if (touched != 0) return;
    writer.exec("INSERT INTO materials_balance (item_id, batch_id, location_id, physical, quantity) VALUES (?, ?, ?, ?, ?)",
                {place.itemId, place.batchId, place.locationId, isPhysicalPlace(writer, place.locationId), by});
}

struct MonthKey {
    std::int64_t ym = 0, itemId = 0;
    int kind = 0;
    auto operator<=>(const MonthKey&) const = default;
};

void changeMonth(Writer& writer, const MonthKey& key, std::int64_t by) {
    writer.exec("INSERT INTO materials_month (ym, item_id, kind, quantity) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (ym, item_id, kind) DO UPDATE SET quantity = materials_month.quantity + excluded.quantity",
                {key.ym, key.itemId, key.kind, by});
}

/// Single rows first when they take from a place: a balance never passes through less than it has.
void keep(Writer& writer, const std::vector<Move>& moves) {
    std::map<Place, std::int64_t> places;
    std::map<MonthKey, std::int64_t> months;
    for (const Move& move : moves) {
        places[{move.itemId, move.batchId, move.fromId}] -= move.quantity;
        places[{move.itemId, move.batchId, move.toId}] += move.quantity;
        if (move.physicalChange == 0) continue;
        months[{yanxun::localDay(move.at).ym(), move.itemId, int(move.kind)}] += move.physicalChange * move.quantity;
    }
    for (const auto& [place, by] : places) {
        if (by != 0) change(writer, place, by);
    }
    for (const auto& [key, by] : months) changeMonth(writer, key, by);
}

yanxun::Fields fieldsOf(const Move& move) {
    return {{"document_id", move.documentId}, {"place", move.place},
            {"item_id", move.itemId},         {"batch_id", move.batchId},
            {"from_id", move.fromId},         {"to_id", move.toId},
            {"quantity", move.quantity},      {"at", move.at},
            {"day_ymd", yanxun::localDay(move.at).ymd()},
            {"kind", int(move.kind)},         {"physical_change", move.physicalChange}};
}

} // namespace

void takeTurn(Writer& writer) {
    constexpr std::string_view turn = "UPDATE materials_turn SET turn = turn + 1 WHERE id = 1";
    if (writer.exec(turn) != 0) return;
    writer.exec("INSERT INTO materials_turn (id, turn) VALUES (1, 0) ON CONFLICT (id) DO NOTHING");
    writer.exec(turn);
}

std::int64_t balance(Reader& reader, const Place& place) {
    return reader.scalar("SELECT quantity FROM materials_balance WHERE item_id = ? AND batch_id = ? AND location_id = ?",
                         {place.itemId, place.batchId, place.locationId});
}

std::vector<Flow> later(Reader& reader, const Place& place, yanxun::Millis after) {
    std::vector<Flow> found;
    reader.each("SELECT at, id, quantity, document_id FROM materials_move"
                " WHERE item_id = ? AND to_id = ? AND batch_id = ? AND at > ?"
                " UNION ALL SELECT at, id, -quantity, document_id FROM materials_move"
                " WHERE item_id = ? AND from_id = ? AND batch_id = ? AND at > ? ORDER BY 1, 2",
                {place.itemId, place.locationId, place.batchId, after, place.itemId, place.locationId, place.batchId, after},
                [&](const Row& row) { found.push_back(flowOf(row, 0)); });
    return found;
}

std::vector<std::pair<std::int64_t, Flow>> flows(Reader& reader, std::int64_t item, std::int64_t location) {
    std::vector<std::pair<std::int64_t, Flow>> found;
    reader.each("SELECT batch_id, at, id, quantity, document_id FROM materials_move WHERE item_id = ? AND to_id = ?"
                " UNION ALL SELECT batch_id, at, id, -quantity, document_id FROM materials_move"
                " WHERE item_id = ? AND from_id = ? ORDER BY 2, 3",
                {item, location, item, location},
                [&](const Row& row) { found.emplace_back(row.integer(0), flowOf(row, 1)); });
    return found;
}

std::vector<Held> heldAt(Reader& reader, std::int64_t item, std::int64_t location) {
    std::vector<Held> found;
    reader.each("SELECT batch_id, quantity FROM materials_balance WHERE item_id = ? AND location_id = ? AND quantity > 0"
                " ORDER BY batch_id",
                {item, location}, [&](const Row& row) { found.push_back({item, row.integer(0), location, row.integer(1)}); });
    return found;
}

std::vector<std::int64_t> batchesAt(Reader& reader, std::int64_t item, std::int64_t location) {
    std::vector<std::int64_t> found;
    reader.each("SELECT batch_id FROM materials_balance WHERE item_id = ? AND location_id = ? ORDER BY batch_id",
                {item, location}, [&](const Row& row) { found.push_back(row.integer(0)); });
    return found;
}

std::vector<Held> allAt(Reader& reader, std::int64_t location) {
    std::vector<Held> found;
    reader.each("SELECT b.item_id, b.batch_id, b.location_id, b.quantity FROM materials_balance b"
                " JOIN materials_item i ON i.id = b.item_id WHERE b.location_id = ? ORDER BY i.name_sort, i.id, b.batch_id",
                {location}, [&](const Row& row) {
                    found.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3)});
                });
    return found;
}

std::vector<Held> matrix(Reader& reader) {
    std::vector<Held> found;
    reader.each("SELECT item_id, location_id, CAST(sum(quantity) AS bigint) FROM materials_balance WHERE physical = 1"
                " GROUP BY item_id, location_id ORDER BY item_id, location_id",
                [&](const Row& row) { found.push_back({row.integer(0), 0, row.integer(1), row.integer(2)}); });
    return found;
}

std::int64_t balanceAt(Reader& reader, const Place& place, yanxun::Millis at) {
    return balance(reader, place) - sum(later(reader, place, at));
}

void add(Writer& writer, const std::vector<Move>& moves) {
    for (const Move& move : moves) writer.insert("materials_move", fieldsOf(move));
    keep(writer, moves);
}

void addMany(Writer& writer, const std::vector<Move>& moves) {
    std::vector<yanxun::BulkColumn> columns{{"id", yanxun::ColumnType::integer}};
    for (const auto& field : fieldsOf({})) columns.push_back({field.column, yanxun::ColumnType::integer});
    std::size_t next = 0;
    writer.insertMany("materials_move", columns, [&](yanxun::BulkRow& row) {
        if (next == moves.size()) return false;
        std::size_t column = 0;
        row.integer(column++, moves[next].id);
        for (const auto& field : fieldsOf(moves[next])) row.set(column++, field.value);
        ++next;
        return true;
    });
    keep(writer, moves);
}

std::int64_t reserveIds(Writer& writer, std::int64_t count) { return writer.reserveIds("materials_move", count); }

std::vector<Move> movesOf(Reader& reader, std::int64_t document) {
    std::vector<Move> found;
    reader.each("SELECT id, document_id, place, item_id, batch_id, from_id, to_id, quantity, at, kind, physical_change"
                " FROM materials_move WHERE document_id = ? ORDER BY id",
                {document}, [&](const Row& row) {
                    Move move;
                    move.id = row.integer(0);
                    move.documentId = row.integer(1);
                    move.place = int(row.integer(2));
                    move.itemId = row.integer(3);
                    move.batchId = row.integer(4);
                    move.fromId = row.integer(5);
                    move.toId = row.integer(6);
                    move.quantity = row.integer(7);
                    move.at = row.integer(8);
                    move.kind = DocumentType(row.integer(9));
                    move.physicalChange = int(row.integer(10));
                    found.push_back(move);
                });
    return found;
}

namespace {

/// What the movements say: the same sums the caches keep.
constexpr std::string_view replayed =
    "SELECT item_id, batch_id, location_id, CAST(sum(q) AS bigint) AS quantity FROM ("
    " SELECT item_id, batch_id, to_id AS location_id, quantity AS q FROM materials_move"
    " UNION ALL SELECT item_id, batch_id, from_id, -quantity FROM materials_move) m"
    " GROUP BY item_id, batch_id, location_id";
constexpr std::string_view replayedMonths =
    "SELECT day_ymd / 100 AS ym, item_id, kind, CAST(sum(physical_change * quantity) AS bigint) AS quantity"
    " FROM materials_move WHERE physical_change <> 0 GROUP BY day_ymd / 100, item_id, kind";

std::string nameOf(Reader& reader, std::string_view table, std::int64_t id) {
    return reader.scalarText("SELECT name FROM " + std::string(table) + " WHERE id = ?", {id});
}

void compareBalances(Reader& reader, std::vector<std::string>& problems) {
    std::map<Place, std::int64_t> expected;
    reader.each(replayed, [&](const Row& row) {
        expected[{row.integer(0), row.integer(1), row.integer(2)}] = row.integer(3);
    });
    std::map<std::int64_t, std::int64_t> sums;
    for (const auto& [place, quantity] : expected) sums[place.itemId] += quantity;
    for (const auto& [item, total] : sums) {
        if (total == 0) continue;
        problems.push_back(yanxun::tr("“{}”各库位相加应为 0，现在是 {}。", nameOf(reader, "materials_item", item), total));
    }
    const auto differs = [&](const Place& place, std::int64_t kept, std::int64_t replay) {
        problems.push_back(yanxun::tr("“{}”在“{}”的结存记为 {}，按流水应为 {}。", nameOf(reader, "materials_item", place.itemId),
                                      nameOf(reader, "materials_location", place.locationId), kept, replay));
    };
    reader.each("SELECT item_id, batch_id, location_id, quantity FROM materials_balance ORDER BY 1, 2, 3", [&](const Row& row) {
        const Place place{row.integer(0), row.integer(1), row.integer(2)};
        const auto found = expected.find(place);
        const std::int64_t replay = found == expected.end() ? 0 : found->second;
        if (row.integer(3) != replay) differs(place, row.integer(3), replay);
        if (found != expected.end()) expected.erase(found);
    });
    for (const auto& [place, replay] : expected) {
        if (replay != 0) differs(place, 0, replay);
    }
}

void compareMonths(Reader& reader, std::vector<std::string>& problems) {
    std::map<MonthKey, std::int64_t> difference;
    reader.each(replayedMonths, [&](const Row& row) {
        difference[{row.integer(0), row.integer(1), int(row.integer(2))}] += row.integer(3);
    });
    reader.each("SELECT ym, item_id, kind, quantity FROM materials_month", [&](const Row& row) {
        difference[{row.integer(0), row.integer(1), int(row.integer(2))}] -= row.integer(3);
    });
    for (const auto& [key, by] : difference) {
        if (by == 0) continue;
        problems.push_back(yanxun::tr("“{}”{} 月的{}合计与流水相差 {}。", nameOf(reader, "materials_item", key.itemId), key.ym,
                                      word(DocumentType(key.kind)), by));
    }
}

} // namespace

std::vector<std::string> verify(Reader& reader) {
    std::vector<std::string> problems;
    compareBalances(reader, problems);
    compareMonths(reader, problems);
    return problems;
}

void rebuild(Writer& writer) {
    takeTurn(writer);
    writer.exec("DELETE FROM materials_balance");
    writer.exec("INSERT INTO materials_balance (item_id, batch_id, location_id, physical, quantity)"
                " SELECT r.item_id, r.batch_id, r.location_id, l.physical, r.quantity FROM (" +
                std::string(replayed) + ") r JOIN materials_location l ON l.id = r.location_id");
    writer.exec("DELETE FROM materials_month");
    writer.exec("INSERT INTO materials_month (ym, item_id, kind, quantity) " + std::string(replayedMonths));
}

} // namespace materials::stock
