#pragma once
#include "core/activity_links.h"
#include "core/draft.h"
#include "core/stock_store.h"

#include <directory/units.h>

namespace materials {

/// What people do with stock. Each method is one action inside the caller's Writer. Nothing can ever hold less than
/// nothing at a physical place, at no moment past or to come: no setting turns that off.
class StockService {
public:
    /// Both are borrowed and outlive the service.
    StockService(directory::Units& units, ActivityLinks& links) : units_(units), links_(links) {}

    /// Posts a slip; returns its id. Throws Refused with everything that is wrong.
    std::int64_t post(yanxun::Writer& writer, const Draft& draft);
    /// All or none, in this order.
    std::vector<std::int64_t> postAll(yanxun::Writer& writer, const std::vector<Draft>& drafts);
    /// 冲销: a slip that takes the whole document back at the document's own moment. Returns the reversal's id. Throws
    /// Error naming the first day that would go short, Conflict when it is reversed already.
    std::int64_t reverse(yanxun::Writer& writer, std::int64_t document, const std::string& reason);
    /// A stocktake's difference: movements with their own moments in one document. `changes` of an item and batch, > 0 is
    /// more than the books say. Throws Refused with the place in `changes`, from 1, as row.
    struct Difference {
        std::int64_t itemId = 0, batchId = 0, change = 0;
        yanxun::Millis at = 0;
        std::string reason;
    };
    std::int64_t adjust(yanxun::Writer& writer, std::int64_t location, const std::vector<Difference>& changes,
                        const std::string& note);

    /// The warehouse everything goes to when nobody says where; made when there is none.
    Location usualWarehouse(yanxun::Writer& writer);
    /// A virtual place, made when first needed.
    Location virtualPlace(yanxun::Writer& writer, LocationKind kind);
    ActivityLinks& links() { return links_; }

    /// For merging and removing units: see directory::UnitUser. Documents and places in one list, places as −id.
    std::vector<std::int64_t> moveUnit(yanxun::Writer& writer, std::int64_t from, const directory::UnitRef& to);
    void moveUnitBack(yanxun::Writer& writer, const std::vector<std::int64_t>& records, std::int64_t unit);

private:
    struct Posting;
    void resolve(yanxun::Writer& writer, Posting& posting);
    void resolvePlaces(yanxun::Writer& writer, Posting& posting);
    void resolveLine(yanxun::Writer& writer, Posting& posting, const DraftLine& line);
    std::optional<Item> itemOf(yanxun::Writer& writer, Posting& posting, const DraftLine& line);
    std::int64_t batchOf(yanxun::Writer& writer, Posting& posting, const DraftLine& line, const Item& item);
    void takeLine(yanxun::Writer& writer, Posting& posting, const Line& line, const Item& item, std::int64_t quantity, int row);
    std::int64_t finish(yanxun::Writer& writer, Posting& posting);
    std::string complaint(yanxun::Writer& writer, const Posting& posting, const Item& item, std::int64_t wanted);

    std::vector<Move> movesBack(yanxun::Writer& writer, const Document& original);
    /// What taking so much from a place at a moment would leave short, when `taken` of it is taken already by what is not
    /// in the books yet.
    static std::optional<Shortage> shortage(yanxun::Reader& reader, const stock::Place& place, yanxun::Millis at,
                                            std::int64_t quantity, std::int64_t taken = 0);

    directory::Units& units_;
    ActivityLinks& links_;
};

} // namespace materials
