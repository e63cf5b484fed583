#pragma once
#include "core/stock_service.h"

namespace materials {

/// A slip on its way into the books.
struct StockService::Posting {
    const Draft& draft;
    Document document;
    Location from, to;
    std::vector<Line> lines;
    std::vector<Move> moves;
    std::vector<Problem> problems;
    std::string names; ///< of the items, for lists

    void fail(int row, std::string field, std::string code, std::string sentence, std::vector<std::string> candidates = {}) {
        problems.push_back({row, std::move(field), std::move(code), std::move(sentence), std::move(candidates)});
    }
    bool comesIn() const { return !isPhysical(from.kind); }
    /// What this slip itself has taken from a place so far: it is not in the books yet.
    std::int64_t takenBefore(const stock::Place& place) const {
        std::int64_t taken = 0;
        for (const Move& move : moves) {
            if (move.itemId != place.itemId || move.batchId != place.batchId) continue;
            if (move.fromId == place.locationId) taken += move.quantity;
            if (move.toId == place.locationId) taken -= move.quantity;
        }
        return taken;
    }
};

} // namespace materials
