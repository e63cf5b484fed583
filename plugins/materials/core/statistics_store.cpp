#include "core/statistics_store.h"

#include "core/item_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace materials::statistics {
namespace {

using yanxun::Date;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;

constexpr std::int64_t firstYmd = 0;

struct Change {
    std::int64_t item = 0, kind = 0, ym = 0, quantity = 0;
};

bool isMonthEnd(std::int64_t ymd) {
    const Date day = Date::fromYmd(ymd);
    return day.day == yanxun::daysInMonth(day.year, day.month);
}

std::int64_t dayBefore(Date day) { return Date::fromDays(day.days() - 1).ymd(); }

/// What came into the bureau's stock and left it in some days, by item, sort and month. Whole months are kept as sums;
/// other days are added up from the movements.
std::vector<Change> changes(Reader& reader, std::int64_t first, std::int64_t last) {
    std::vector<Change> found;
    const auto take = [&](const Row& row) {
        found.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3)});
    };
    if ((first == firstYmd || first % 100 == 1) && isMonthEnd(last)) {
        reader.each("SELECT item_id, kind, ym, quantity FROM materials_month WHERE ym BETWEEN ? AND ? ORDER BY ym, item_id, kind",
                    {first / 100, last / 100}, take);
    } else {
        reader.each("SELECT item_id, kind, day_ymd / 100, CAST(sum(physical_change * quantity) AS bigint) FROM materials_move"
                    " WHERE day_ymd BETWEEN ? AND ? AND physical_change <> 0"
                    " GROUP BY item_id, kind, day_ymd / 100 ORDER BY 3, 1, 2",
                    {first, last}, take);
    }
    return found;
}

bool isIssue(std::int64_t kind) { return kind == int(DocumentType::issue) || kind == int(DocumentType::giveBack); }

void addTo(ItemTotals& totals, const Change& change) {
    switch (DocumentType(change.kind)) {
    case DocumentType::opening: totals.openingEntered += change.quantity; break;
    case DocumentType::receipt: totals.received += change.quantity; break;
    case DocumentType::issue: totals.issued -= change.quantity; break;
    case DocumentType::giveBack: totals.returned += change.quantity; break;
    case DocumentType::loss: totals.lost -= change.quantity; break;
    case DocumentType::adjustment: totals.adjusted += change.quantity; break;
    default: break;
    }
    totals.closing += change.quantity;
}

} // namespace

std::vector<ItemTotals> totals(Reader& reader, const Period& period) {
    std::map<std::int64_t, ItemTotals> byItem;
    for (const Change& change : changes(reader, firstYmd, dayBefore(period.first))) {
        byItem[change.item].opening += change.quantity;
        byItem[change.item].closing += change.quantity;
    }
    for (const Change& change : changes(reader, period.first.ymd(), period.last.ymd())) addTo(byItem[change.item], change);
    std::map<std::int64_t, std::int64_t> costs;
    reader.each("SELECT item_id, unit_cost FROM materials_batch WHERE unit_cost IS NOT NULL ORDER BY id",
                [&](const Row& row) { costs[row.integer(0)] = row.integer(1); });
    std::vector<ItemTotals> all;
    for (Item& item : items::all(reader, true)) {
        ItemTotals& totals = byItem[item.id];
        const bool moved = totals.opening != 0 || totals.openingEntered != 0 || totals.received != 0 || totals.issued != 0 ||
                           totals.returned != 0 || totals.lost != 0 || totals.adjusted != 0;
        if (item.kind == ItemKind::kit || (item.isRetired && !moved)) continue;
        if (const auto cost = costs.find(item.id); cost != costs.end()) totals.unitCost = cost->second;
        totals.item = std::move(item);
        all.push_back(std::move(totals));
    }
    return all;
}

std::int64_t issued(Reader& reader, const Period& period) {
    std::int64_t total = 0;
    for (const Change& change : changes(reader, period.first.ymd(), period.last.ymd())) {
        if (isIssue(change.kind)) total -= change.quantity;
    }
    return total;
}

std::map<std::int64_t, std::int64_t> issuedByMonth(Reader& reader, const Period& period) {
    std::map<std::int64_t, std::int64_t> months;
    for (const Change& change : changes(reader, period.first.ymd(), period.last.ymd())) {
        if (isIssue(change.kind)) months[change.ym] -= change.quantity;
    }
    return months;
}

std::map<std::int64_t, std::int64_t> issuedByItem(Reader& reader, const Period& period) {
    std::map<std::int64_t, std::int64_t> byItem;
    for (const Change& change : changes(reader, period.first.ymd(), period.last.ymd())) {
        if (isIssue(change.kind)) byItem[change.item] -= change.quantity;
    }
    return byItem;
}

bool hasIssues(Reader& reader, const Period& period) {
    const auto found = changes(reader, period.first.ymd(), period.last.ymd());
    return std::any_of(found.begin(), found.end(), [](const Change& c) { return isIssue(c.kind) && c.quantity != 0; });
}

std::int64_t documents(Reader& reader, DocumentType type, const Period& period) {
    return reader.scalar("SELECT count(*) FROM materials_document WHERE type = ? AND live = 1 AND day_ymd BETWEEN ? AND ?",
                         {int(type), period.first.ymd(), period.last.ymd()});
}

void issueLines(Reader& reader, const Period& period, bool toUnits, std::int64_t item,
                const std::function<void(const IssueLine&)>& use) {
    Values values{period.first.ymd(), period.last.ymd()};
    std::string condition = toUnits ? "m.kind IN (4, 6) AND m.physical_change = 0" : "m.kind IN (5, 6) AND m.physical_change <> 0";
    if (item != 0) {
        condition += " AND m.item_id = ?";
        values.push_back(item);
    }
    // Left for a unit's shelf counts as out, back from it as in.
    const std::string out = toUnits ? "CASE WHEN m.kind = 4 THEN m.quantity ELSE -m.quantity END" : "-m.physical_change * m.quantity";
    reader.each("SELECT d.id, d.number, d.day_ymd, d.type, i.name, coalesce(b.code, ''), " + out +
                    ", i.base_unit, d.unit_name, coalesce(k.activity_name, ''), coalesce(k.written, ''), d.receiver, d.keeper,"
                    " d.approver, d.signed_for, coalesce(w.code, '')"
                    " FROM materials_document d JOIN materials_move m ON m.document_id = d.id"
                    " JOIN materials_line l ON l.document_id = d.id AND l.place = m.place"
                    " LEFT JOIN materials_batch w ON w.id = l.batch_id"
                    " JOIN materials_item i ON i.id = m.item_id LEFT JOIN materials_batch b ON b.id = m.batch_id"
                    " LEFT JOIN materials_link k ON k.document_id = d.id"
                    " WHERE d.live = 1 AND d.day_ymd BETWEEN ? AND ? AND " +
                    condition + " ORDER BY d.day_ymd, d.id, m.place, m.id",
                values, [&](const Row& row) {
                    IssueLine line;
                    line.documentId = row.integer(0);
                    line.number = row.str(1);
                    line.ymd = row.integer(2);
                    line.type = DocumentType(row.integer(3));
                    line.item = row.str(4);
                    line.batch = row.str(5);
                    line.quantity = row.integer(6);
                    line.unit = row.str(7);
                    line.receiverUnit = row.str(8);
                    line.activity = row.text(9).empty() ? row.str(10) : row.str(9);
                    line.receiver = row.str(11);
                    line.keeper = row.str(12);
                    line.approver = row.str(13);
                    if (!row.isNull(14)) line.isSigned = row.flag(14);
                    line.writtenBatch = row.str(15);
                    line.destination = toUnits ? yanxun::tr("单位代管") : yanxun::tr("群众");
                    use(line);
                });
}

namespace {

FlowLine flowLineOf(const Row& row) {
    FlowLine line;
    line.moveId = row.integer(0);
    line.documentId = row.integer(1);
    line.itemId = row.integer(2);
    line.locationId = row.integer(3);
    line.item = row.str(4);
    line.unit = row.str(5);
    line.location = row.str(6);
    line.batch = row.str(7);
    line.number = row.str(8);
    line.at = row.integer(9);
    line.ymd = row.integer(10);
    const std::int64_t change = row.integer(11);
    (change > 0 ? line.in : line.out) = std::abs(change);
    line.type = DocumentType(row.integer(12));
    line.counterpart = row.str(13);
    for (const std::size_t better : {14, 15}) {
        if (!row.text(better).empty()) line.counterpart = row.str(better);
    }
    return line;
}

} // namespace

void flowLines(Reader& reader, const Period& period, std::int64_t item, std::int64_t location,
               const std::function<void(const FlowLine&)>& use) {
    // Chosen inside each half, so that its index answers.
    std::string half = " WHERE day_ymd <= ?";
    if (item != 0) half += " AND item_id = ?";
    Values values;
    std::string other[2];
    const char* own[] = {"to_id", "from_id"};
    for (int side = 0; side < 2; ++side) {
        values.push_back(period.last.ymd());
        if (item != 0) values.push_back(item);
        if (location == 0) continue;
        other[side] = std::string(" AND ") + own[side] + " = ?";
        values.push_back(location);
    }
    std::int64_t balance = 0, itemNow = 0, placeNow = 0;
    reader.each("SELECT m.id, m.document_id, m.item_id, m.place_id, i.name, i.base_unit, l.name, coalesce(b.code, ''), d.number,"
                " m.at, m.day_ymd, m.change, d.type, o.name, d.supplier, d.unit_name FROM ("
                "SELECT id, document_id, item_id, batch_id, to_id AS place_id, from_id AS other_id, at, day_ymd,"
                " quantity AS change FROM materials_move" +
                    half + other[0] +
                    " UNION ALL SELECT id, document_id, item_id, batch_id, from_id, to_id, at, day_ymd, -quantity"
                    " FROM materials_move" +
                    half + other[1] +
                    ") m JOIN materials_document d ON d.id = m.document_id AND d.live = 1"
                    " JOIN materials_item i ON i.id = m.item_id JOIN materials_location l ON l.id = m.place_id AND l.physical = 1"
                    " JOIN materials_location o ON o.id = m.other_id LEFT JOIN materials_batch b ON b.id = m.batch_id"
                    " ORDER BY i.name_sort, i.id, l.kind, l.name_sort, l.id, m.at, m.id",
                values, [&](const Row& row) {
                    FlowLine line = flowLineOf(row);
                    if (line.itemId != itemNow || line.locationId != placeNow) balance = 0;
                    itemNow = line.itemId;
                    placeNow = line.locationId;
                    balance += line.in - line.out;
                    line.balance = balance;
                    if (line.ymd >= period.first.ymd()) use(line);
                });
}

std::vector<LowItem> low(Reader& reader) {
    std::vector<LowItem> found;
    reader.each("SELECT i.id, CAST(coalesce(sum(CASE WHEN l.kind = 1 THEN b.quantity ELSE 0 END), 0) AS bigint) AS held"
                " FROM materials_item i LEFT JOIN materials_balance b ON b.item_id = i.id AND b.physical = 1"
                " LEFT JOIN materials_location l ON l.id = b.location_id WHERE i.minimum > 0 AND i.retired = 0"
                " GROUP BY i.id, i.minimum, i.name_sort"
                " HAVING coalesce(sum(CASE WHEN l.kind = 1 THEN b.quantity ELSE 0 END), 0) < i.minimum"
                " ORDER BY 2, i.name_sort, i.id",
                [&](const Row& row) { found.push_back({items::get(reader, row.integer(0)), row.integer(1)}); });
    return found;
}

} // namespace materials::statistics
