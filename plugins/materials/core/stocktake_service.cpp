#include "core/item_store.h"
#include "core/stocktake.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

void requireOpen(const Stocktake& stocktake) {
    if (stocktake.state == StocktakeState::counting) return;
    throw Error(tr("“{}”的这次盘点{}，不能再改；请另开一次盘点。", stocktake.locationName, word(stocktake.state)));
}

} // namespace

std::string word(StocktakeState state) {
    switch (state) {
    case StocktakeState::counting: return tr("盘点中");
    case StocktakeState::posted: return tr("已过账");
    case StocktakeState::cancelled: return tr("已取消");
    }
    return {};
}

std::int64_t StocktakeService::begin(Writer& writer, std::int64_t location, bool blind, const std::string& note) {
    stock::takeTurn(writer);
    const Location place = locations::get(writer, location);
    if (!isPhysical(place.kind)) throw Error(tr("“{}”不是实际的库位，不能盘点。", place.name));
    if (stocktakes::isOpenAt(writer, location)) {
        throw yanxun::Conflict(tr("“{}”已有一次盘点没有结束，请先过账或取消。", place.name));
    }
    Stocktake stocktake;
    stocktake.locationId = location;
    stocktake.begunAt = writer.at();
    stocktake.isBlind = blind;
    stocktake.note = note;
    const std::int64_t id = stocktakes::add(writer, stocktake);
    for (const stock::Held& held : stock::allAt(writer, location)) {
        if (held.quantity == 0 && items::get(writer, held.itemId).isRetired) continue;
        StocktakeLine line;
        line.stocktakeId = id;
        line.itemId = held.itemId;
        line.batchId = held.batchId;
        stocktakes::addLine(writer, line);
    }
    return id;
}

void StocktakeService::count(Writer& writer, std::int64_t id, std::int64_t itemId, std::int64_t batch, std::int64_t counted,
                             std::optional<yanxun::Millis> at, const std::string& reason) {
    stock::takeTurn(writer);
    const Stocktake stocktake = stocktakes::get(writer, id);
    requireOpen(stocktake);
    const Item item = items::get(writer, itemId);
    if (item.kind == ItemKind::kit) throw Error(tr("“{}”是宣传包，请盘点它的组成物品。", item.name));
    if (counted < 0) throw Error(tr("实盘数量不能小于 0。"));
    if (at && *at > writer.at()) throw Error(tr("盘点时间不能晚于现在。"));
    StocktakeLine line;
    const auto known = stocktakes::line(writer, id, itemId, batch);
    if (known) line = *known;
    line.stocktakeId = id;
    line.itemId = itemId;
    line.batchId = batch;
    line.counted = counted;
    line.countedAt = at.value_or(writer.at());
    line.book = stock::balanceAt(writer, {itemId, batch, stocktake.locationId}, *line.countedAt);
    line.counter = writer.who();
    line.reason = reason;
    if (known) stocktakes::update(writer, line);
    else stocktakes::addLine(writer, line);
}

std::int64_t StocktakeService::post(Writer& writer, std::int64_t id) {
    stock::takeTurn(writer);
    const Stocktake stocktake = stocktakes::get(writer, id);
    requireOpen(stocktake);
    std::vector<StockService::Difference> differences;
    bool anyCounted = false;
    for (StocktakeLine line : stocktakes::lines(writer, id)) {
        if (!line.counted) continue;
        anyCounted = true;
        // Slips of earlier days may have come in since the count: the books of that moment decide.
        line.book = stock::balanceAt(writer, {line.itemId, line.batchId, stocktake.locationId}, *line.countedAt);
        stocktakes::update(writer, line);
        if (*line.counted == *line.book) continue;
        differences.push_back({line.itemId, line.batchId, *line.counted - *line.book, *line.countedAt, line.reason});
    }
    if (!anyCounted) throw Error(tr("还没有填写任何实盘数量，不能过账；不盘了请取消这次盘点。"));
    const std::int64_t document = stock_.adjust(writer, stocktake.locationId, differences,
                                                tr("盘点 {}", yanxun::localDay(stocktake.begunAt).iso()));
    stocktakes::setState(writer, stocktake, StocktakeState::posted);
    return document;
}

void StocktakeService::cancel(Writer& writer, std::int64_t id) {
    const Stocktake stocktake = stocktakes::get(writer, id);
    requireOpen(stocktake);
    stocktakes::setState(writer, stocktake, StocktakeState::cancelled);
}

} // namespace materials
