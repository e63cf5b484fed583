// Where a slip takes from and brings to, and who it is for.
#include "core/document_store.h"
#include "core/item_store.h"
#include "core/posting.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::tr;
using yanxun::Writer;

std::string alikeNames(const std::vector<directory::UnitMatch>& alike) {
    std::string names;
    for (const auto& match : alike) names += (names.empty() ? "" : "、") + match.unit.name;
    return names;
}

} // namespace

void StockService::resolvePlaces(Writer& writer, Posting& posting) {
    const Draft& draft = posting.draft;
    const int row = draft.lines.empty() ? 0 : draft.lines.front().row;
    Document& document = posting.document;

    const std::string unitName = yanxun::text::key(draft.unitName);
    if (!unitName.empty()) {
        auto unit = units_.find(writer, unitName);
        if (!unit && draft.createUnit) {
            unit = units_.create(writer, {unitName, {}, draft.source == Source::imported ? "materials.issues" : "materials.post"});
        }
        if (!unit) {
            std::vector<std::string> candidates;
            const auto alike = units_.candidates(writer, unitName, 3);
            for (const auto& match : alike) candidates.push_back(match.unit.name);
            posting.fail(row, "unit", "unit.unknown",
                         alike.empty() ? tr("单位名录中没有“{}”，请先登记该单位，或选择新建。", unitName)
                                       : tr("单位名录中没有“{}”，是否是：{}？请改正，或选择新建。", unitName, alikeNames(alike)),
                         candidates);
        } else {
            document.unitId = unit->id;
            document.unitName = unit->name;
            document.regionCode = unit->regionCode;
            document.regionName = unit->regionName;
        }
    }

    const auto named = [&](const std::string& name, const char* field) {
        if (yanxun::text::key(name).empty()) return usualWarehouse(writer);
        if (const auto known = locations::findPhysical(writer, name)) return *known;
        posting.fail(row, field, "place.unknown", tr("没有叫“{}”的库位，请先在库存页新建，或改正名称。", name));
        return Location{};
    };
    /// A unit's own shelf: made when it first gets something to keep.
    const auto shelf = [&](const std::string& name, const char* field) {
        if (!yanxun::text::key(name).empty()) return named(name, field);
        if (document.unitId == 0) {
            posting.fail(row, "unit", "unit.missing", tr("请填写领用单位，或者写明保管的库位。"));
            return Location{};
        }
        if (const auto known = locations::findByName(writer, LocationKind::unit, document.unitName)) return *known;
        Location made;
        made.kind = LocationKind::unit;
        made.name = document.unitName;
        made.unitId = document.unitId;
        made.regionName = document.regionName;
        made.id = locations::add(writer, made);
        return made;
    };
    switch (draft.type) {
    case DocumentType::opening:
        posting.from = virtualPlace(writer, LocationKind::opening);
        posting.to = named(draft.to, "to");
        break;
    case DocumentType::receipt:
        posting.from = virtualPlace(writer, LocationKind::supplier);
        posting.to = named(draft.to, "to");
        break;
    case DocumentType::transfer:
        if (yanxun::text::key(draft.to).empty()) posting.fail(row, "to", "place.missing", tr("请写明调到哪个库位。"));
        posting.from = named(draft.from, "from");
        posting.to = named(draft.to, "to");
        break;
    case DocumentType::requisition:
        posting.from = named(draft.from, "from");
        posting.to = shelf(draft.to, "to");
        break;
    case DocumentType::issue:
        posting.from = named(draft.from, "from");
        posting.to = virtualPlace(writer, LocationKind::consumed);
        break;
    case DocumentType::giveBack:
        // From a unit's shelf when one is named, else out of what was handed out.
        posting.from = yanxun::text::key(draft.from).empty() ? virtualPlace(writer, LocationKind::consumed) : named(draft.from, "from");
        posting.to = named(draft.to, "to");
        break;
    case DocumentType::loss:
        posting.from = named(draft.from, "from");
        posting.to = virtualPlace(writer, LocationKind::loss);
        break;
    case DocumentType::adjustment:
    case DocumentType::reversal: break;
    }
    if (posting.from.id != 0 && posting.from.id == posting.to.id) {
        posting.fail(row, "to", "place.same", tr("“{}”不能调给自己，请选择另一个库位。", posting.from.name));
    }
}

std::int64_t StockService::adjust(Writer& writer, std::int64_t location, const std::vector<Difference>& changes,
                                  const std::string& note) {
    stock::takeTurn(writer);
    const Location place = locations::get(writer, location);
    const Location other = virtualPlace(writer, LocationKind::adjustment);
    Document document;
    document.type = DocumentType::adjustment;
    document.fromId = other.id;
    document.toId = place.id;
    document.note = note;
    document.keeper = writer.who();
    std::vector<Line> lines;
    std::vector<Move> moves;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Difference& change = changes[i];
        if (change.change == 0) continue;
        const Item item = items::get(writer, change.itemId);
        const std::int64_t quantity = std::abs(change.change);
        if (change.change < 0) {
            const stock::Place from{change.itemId, change.batchId, place.id};
            if (const auto shortage = StockService::shortage(writer, from, change.at, quantity)) {
                const bool isLater = shortage->documentId != 0;
                problems.push_back(
                    {int(i) + 1, "quantity", "stock.short",
                     isLater ? laterShortSentence(item, place.name, yanxun::localDay(shortage->at), shortage->missing,
                                                  tr("{}单 {}", word(documents::get(writer, shortage->documentId).type),
                                                     documents::get(writer, shortage->documentId).number))
                             : shortSentence(item, place.name, yanxun::localDay(change.at), quantity - shortage->missing, quantity),
                     {}});
                continue;
            }
        }
        Line line;
        line.place = int(lines.size()) + 1;
        line.itemId = change.itemId;
        line.batchId = change.batchId;
        line.entered = line.quantity = quantity;
        line.measure = item.baseUnit;
        line.note = change.reason;
        Move move;
        move.place = line.place;
        move.itemId = change.itemId;
        move.batchId = change.batchId;
        move.fromId = change.change > 0 ? other.id : place.id;
        move.toId = change.change > 0 ? place.id : other.id;
        move.quantity = quantity;
        move.at = change.at;
        move.kind = DocumentType::adjustment;
        move.physicalChange = change.change > 0 ? 1 : -1;
        document.at = std::max(document.at, change.at);
        document.total += quantity;
        document.itemNames += (lines.empty() ? "" : "、") + item.name;
        lines.push_back(std::move(line));
        moves.push_back(move);
    }
    if (!problems.empty()) throw Refused(std::move(problems));
    if (moves.empty()) return 0;
    document.day = yanxun::localDay(document.at);
    document.lines = int(lines.size());
    document.number = documents::nextNumber(writer, document.type, document.day.year);
    document.id = documents::add(writer, document, lines);
    for (Move& move : moves) move.documentId = document.id;
    stock::add(writer, moves);
    documents::index(writer, document);
    return document.id;
}

std::vector<std::int64_t> StockService::moveUnit(Writer& writer, std::int64_t from, const directory::UnitRef& to) {
    std::vector<std::int64_t> records = documents::ofUnit(writer, from);
    for (const std::int64_t place : locations::ofUnit(writer, from)) records.push_back(-place);
    moveUnitBack(writer, records, to.id);
    return records;
}

void StockService::moveUnitBack(Writer& writer, const std::vector<std::int64_t>& records, std::int64_t unit) {
    for (const std::int64_t record : records) {
        if (record > 0) {
            documents::moveUnit(writer, record, unit);
        } else if (auto place = locations::find(writer, -record)) {
            place->unitId = unit;
            locations::update(writer, *place);
        }
    }
}

} // namespace materials
