#include "core/stocktake.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace materials::stocktakes {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

constexpr std::string_view selectStocktake =
    "SELECT s.id, s.revision, s.location_id, l.name, s.begun_at, s.blind, s.state, s.note,"
    " (SELECT count(*) FROM materials_stocktake_line x WHERE x.stocktake_id = s.id),"
    " (SELECT count(counted) FROM materials_stocktake_line x WHERE x.stocktake_id = s.id), s.uid"
    " FROM materials_stocktake s JOIN materials_location l ON l.id = s.location_id ";
constexpr std::string_view selectLine =
    "SELECT k.id, k.revision, k.stocktake_id, k.item_id, k.batch_id, i.name, i.base_unit, coalesce(b.code, ''), k.counted,"
    " k.counted_at, k.book, k.counter, k.reason FROM materials_stocktake_line k JOIN materials_item i ON i.id = k.item_id"
    " LEFT JOIN materials_batch b ON b.id = k.batch_id WHERE k.stocktake_id = ?";

std::vector<Stocktake> several(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<Stocktake> found;
    reader.each(std::string(selectStocktake) + condition, values, [&](const Row& row) {
        Stocktake one;
        one.id = row.integer(0);
        one.revision = row.integer(1);
        one.locationId = row.integer(2);
        one.locationName = row.str(3);
        one.begunAt = row.integer(4);
        one.isBlind = row.flag(5);
        one.state = StocktakeState(row.integer(6));
        one.note = row.str(7);
        one.lines = int(row.integer(8));
        one.counted = int(row.integer(9));
        one.uid = row.str(10);
        found.push_back(std::move(one));
    });
    return found;
}

std::vector<StocktakeLine> linesOf(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<StocktakeLine> found;
    reader.each(std::string(selectLine) + condition, values, [&](const Row& row) {
        StocktakeLine line;
        line.id = row.integer(0);
        line.revision = row.integer(1);
        line.stocktakeId = row.integer(2);
        line.itemId = row.integer(3);
        line.batchId = row.integer(4);
        line.itemName = row.str(5);
        line.baseUnit = row.str(6);
        line.batchCode = row.str(7);
        line.counted = row.maybeInteger(8);
        line.countedAt = row.maybeInteger(9);
        line.book = row.maybeInteger(10);
        line.counter = row.str(11);
        line.reason = row.str(12);
        found.push_back(std::move(line));
    });
    return found;
}

yanxun::Fields fieldsOf(const StocktakeLine& line) {
    return {{"stocktake_id", line.stocktakeId}, {"item_id", line.itemId}, {"batch_id", line.batchId},
            {"counted", line.counted},          {"counted_at", line.countedAt}, {"book", line.book},
            {"counter", line.counter},          {"reason", line.reason}};
}

} // namespace

std::optional<Stocktake> find(Reader& reader, std::int64_t id) {
    const auto found = several(reader, "WHERE s.id = ?", {id});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Stocktake get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("没有这次盘点，请核对编号或刷新列表。"));
    return std::move(*found);
}

std::vector<Stocktake> all(Reader& reader, std::size_t limit) {
    return several(reader, "ORDER BY s.begun_ymd DESC, s.id DESC LIMIT ?", {std::int64_t(limit)});
}

std::vector<StocktakeLine> lines(Reader& reader, std::int64_t stocktake) {
    return linesOf(reader, " ORDER BY i.name_sort, i.id, k.batch_id", {stocktake});
}

std::optional<StocktakeLine> line(Reader& reader, std::int64_t stocktake, std::int64_t item, std::int64_t batch) {
    const auto found = linesOf(reader, " AND k.item_id = ? AND k.batch_id = ?", {stocktake, item, batch});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool isOpenAt(Reader& reader, std::int64_t location) {
    return reader.one("SELECT 1 FROM materials_stocktake WHERE location_id = ? AND state = ? LIMIT 1",
                      {location, int(StocktakeState::counting)}, [](const Row&) {});
}

std::int64_t add(Writer& writer, const Stocktake& stocktake) {
    return writer.insert("materials_stocktake", {{"uid", yanxun::newUid(writer.at())},
                                                 {"location_id", stocktake.locationId},
                                                 {"begun_at", stocktake.begunAt},
                                                 {"begun_ymd", yanxun::localDay(stocktake.begunAt).ymd()},
                                                 {"blind", stocktake.isBlind},
                                                 {"state", int(stocktake.state)},
                                                 {"note", stocktake.note}});
}

void setState(Writer& writer, const Stocktake& stocktake, StocktakeState state) {
    writer.update("materials_stocktake", stocktake.id, stocktake.revision, {{"state", int(state)}});
}

void addLine(Writer& writer, const StocktakeLine& line) { writer.insert("materials_stocktake_line", fieldsOf(line)); }

void update(Writer& writer, const StocktakeLine& line) {
    writer.update("materials_stocktake_line", line.id, line.revision, fieldsOf(line));
}

} // namespace materials::stocktakes
