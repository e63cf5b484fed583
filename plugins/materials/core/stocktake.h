#pragma once
#include "core/stock_service.h"

namespace materials {

enum class StocktakeState { counting = 1, posted = 2, cancelled = 3 };
std::string word(StocktakeState state);

struct Stocktake {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t locationId = 0;
    std::string locationName;
    yanxun::Millis begunAt = 0;
    bool isBlind = false; ///< the counters do not see what the books say
    StocktakeState state = StocktakeState::counting;
    std::string note;
    int lines = 0, counted = 0;
};

struct StocktakeLine {
    std::int64_t id = 0, revision = 0, stocktakeId = 0, itemId = 0, batchId = 0;
    std::string itemName, baseUnit, batchCode;
    std::optional<std::int64_t> counted;
    std::optional<yanxun::Millis> countedAt;
    std::optional<std::int64_t> book; ///< at the moment of the count
    std::string counter, reason;
    std::optional<std::int64_t> difference() const {
        return counted && book ? std::optional(*counted - *book) : std::nullopt;
    }
};

/// Rows ↔ structs.
namespace stocktakes {
std::optional<Stocktake> find(yanxun::Reader& reader, std::int64_t id);
Stocktake get(yanxun::Reader& reader, std::int64_t id);
/// Newest first.
std::vector<Stocktake> all(yanxun::Reader& reader, std::size_t limit);
std::vector<StocktakeLine> lines(yanxun::Reader& reader, std::int64_t stocktake);
std::optional<StocktakeLine> line(yanxun::Reader& reader, std::int64_t stocktake, std::int64_t item, std::int64_t batch);
bool isOpenAt(yanxun::Reader& reader, std::int64_t location);
std::int64_t add(yanxun::Writer& writer, const Stocktake& stocktake);
void setState(yanxun::Writer& writer, const Stocktake& stocktake, StocktakeState state);
void addLine(yanxun::Writer& writer, const StocktakeLine& line);
void update(yanxun::Writer& writer, const StocktakeLine& line);
} // namespace stocktakes

/// 盘点: what is found is compared with the books at the moment of the count, so that stock may move meanwhile; posting
/// writes the difference at that moment and nothing else.
class StocktakeService {
public:
    explicit StocktakeService(StockService& stock) : stock_(stock) {}

    /// Begins at a place, with a line for everything that is or was there. Throws Conflict when one is open there.
    std::int64_t begin(yanxun::Writer& writer, std::int64_t location, bool blind, const std::string& note);
    /// What was found of an item, now or at a given moment. An item not on the list is added.
    void count(yanxun::Writer& writer, std::int64_t stocktake, std::int64_t item, std::int64_t batch, std::int64_t counted,
               std::optional<yanxun::Millis> at, const std::string& reason);
    /// Posts the differences of what was counted; returns the adjustment's id, 0 when there is no difference. Lines not
    /// counted change nothing.
    std::int64_t post(yanxun::Writer& writer, std::int64_t stocktake);
    void cancel(yanxun::Writer& writer, std::int64_t stocktake);

private:
    StockService& stock_;
};

} // namespace materials
