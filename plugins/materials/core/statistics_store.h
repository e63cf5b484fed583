#pragma once
#include "core/document.h"

#include <yanxun/data/list_query.h>
#include <yanxun/data/search_index.h>

#include <functional>
#include <map>
#include <span>

/// Numbers and lists of stock. What was reversed counts nowhere: a slip and its 冲销 stand at the same moment.
namespace materials::statistics {

/// 收发存 of one item over the bureau's own places together. opening + in − out = closing.
struct ItemTotals {
    Item item;
    std::int64_t opening = 0;
    std::int64_t openingEntered = 0; ///< 期初 documents of the period
    std::int64_t received = 0, issued = 0, returned = 0, lost = 0, adjusted = 0;
    std::int64_t closing = 0;
    std::optional<std::int64_t> unitCost;   ///< 1/100 yuan, of the newest batch that tells
};
/// In pinyin order; retired items only when something of them is in the period.
std::vector<ItemTotals> totals(yanxun::Reader& reader, const yanxun::Period& period);

/// 发放 less 退回 of the period, all items.
std::int64_t issued(yanxun::Reader& reader, const yanxun::Period& period);
/// By month (yyyymm) and by item.
std::map<std::int64_t, std::int64_t> issuedByMonth(yanxun::Reader& reader, const yanxun::Period& period);
std::map<std::int64_t, std::int64_t> issuedByItem(yanxun::Reader& reader, const yanxun::Period& period);
bool hasIssues(yanxun::Reader& reader, const yanxun::Period& period);
/// Number of documents that count, of a sort.
std::int64_t documents(yanxun::Reader& reader, DocumentType type, const yanxun::Period& period);

/// One line of R17: what left, for whom. `quantity` < 0 came back.
struct IssueLine {
    std::int64_t documentId = 0;
    std::string number;
    std::int64_t ymd = 0;
    DocumentType type = DocumentType::issue;
    std::string item;
    std::string batch;        ///< it was taken from
    std::string writtenBatch; ///< the slip names; "" = whatever was there
    std::int64_t quantity = 0;
    std::string unit, receiverUnit, activity, receiver, keeper, approver, destination;
    std::optional<bool> isSigned;
};
/// What was given to people, or (`toUnits`) only left with units to keep. `item` 0 = all.
void issueLines(yanxun::Reader& reader, const yanxun::Period& period, bool toUnits, std::int64_t item,
                const std::function<void(const IssueLine&)>& use);

/// One line of R18: an item at a place.
struct FlowLine {
    std::int64_t moveId = 0, documentId = 0, itemId = 0, locationId = 0;
    std::string item, location, batch, number, unit;
    std::int64_t ymd = 0;
    yanxun::Millis at = 0;
    DocumentType type = DocumentType::issue;
    std::string counterpart; ///< the other side: supplier, unit, place
    std::int64_t in = 0, out = 0, balance = 0;
};
/// The period's flows of every item at every physical place (or one of each), by item, place and moment, with the balance
/// after each; starts with what was there before.
void flowLines(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t item, std::int64_t location,
               const std::function<void(const FlowLine&)>& use);

struct LowItem {
    Item item;
    std::int64_t onHand = 0; ///< in the warehouses
};
/// Items with less in the warehouses than their minimum, the emptiest first.
std::vector<LowItem> low(yanxun::Reader& reader);

} // namespace materials::statistics

namespace materials {

/// Which documents a list shows; empty parts do not narrow.
struct DocumentFilter {
    int year = 0;
    std::int64_t ym = 0; ///< wins over the year
    std::optional<DocumentType> type;
    std::int64_t itemId = 0, unitId = 0, activityId = 0;
    std::string text;
    bool withReversed = false; ///< 已冲销 and 冲销 too
    std::int64_t id = 0;       ///< to be shown; does not narrow
};
DocumentFilter parseArgument(const std::string& argument);
std::string argumentOf(const DocumentFilter& filter);

namespace lists {
enum class Order { day, number, unit, total };
yanxun::IdList ids(yanxun::Reader& reader, const DocumentFilter& filter, Order order, bool ascending, std::int64_t limit);
/// The statement behind ids(), for those that look at its plan.
yanxun::SearchCondition idStatement(yanxun::Reader& reader, const DocumentFilter& filter, Order order, bool ascending,
                                    std::int64_t limit);
std::vector<Document> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// Years in which documents stand, newest first.
std::vector<int> years(yanxun::Reader& reader);
} // namespace lists

} // namespace materials
