#pragma once
#include "core/document.h"
#include "core/stock_walk.h"

#include <yanxun/data/database.h>

#include <functional>

/// Movements, the balances kept beside them, and what both say. Decides nothing.
namespace materials::stock {

/// Every posting begins with it: on PostgreSQL a second desk waits here until the first has committed, on SQLite the
/// transaction itself does.
void takeTurn(yanxun::Writer& writer);

/// One item of one batch at one place.
struct Place {
    std::int64_t itemId = 0, batchId = 0, locationId = 0;
    constexpr auto operator<=>(const Place&) const = default;
};
std::int64_t balance(yanxun::Reader& reader, const Place& place);
/// Flows after a moment, in order: costs as much as there are of them, not more. Those of the moment itself count as
/// before it.
std::vector<Flow> later(yanxun::Reader& reader, const Place& place, yanxun::Millis after);
/// Everything of an item at a place, all batches, in order.
std::vector<std::pair<std::int64_t, Flow>> flows(yanxun::Reader& reader, std::int64_t item, std::int64_t location);

struct Held {
    std::int64_t itemId = 0, batchId = 0, locationId = 0, quantity = 0;
};
/// Batches of an item at a place that hold something now; without a batch first, then the oldest.
std::vector<Held> heldAt(yanxun::Reader& reader, std::int64_t item, std::int64_t location);
/// All batches of an item that were ever at a place.
std::vector<std::int64_t> batchesAt(yanxun::Reader& reader, std::int64_t item, std::int64_t location);
/// Everything at a place now, in pinyin order of items.
std::vector<Held> allAt(yanxun::Reader& reader, std::int64_t location);
/// Sums over batches, physical places only: item × place.
std::vector<Held> matrix(yanxun::Reader& reader);
/// What of an item was at a place at a moment (its own movements included).
std::int64_t balanceAt(yanxun::Reader& reader, const Place& place, yanxun::Millis at);

/// Writes movements and keeps balances and months. The caller checked that nothing goes short.
void add(yanxun::Writer& writer, const std::vector<Move>& moves);
/// The same for many at once, of the demonstration: ids are already given.
void addMany(yanxun::Writer& writer, const std::vector<Move>& moves);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
std::vector<Move> movesOf(yanxun::Reader& reader, std::int64_t document);

/// Compares balances and months with the movements and Σ over places with zero; a sentence for each difference.
std::vector<std::string> verify(yanxun::Reader& reader);
/// Makes balances and months anew from the movements.
void rebuild(yanxun::Writer& writer);

} // namespace materials::stock
