#include "core/stock_service.h"

#include "core/document_store.h"
#include "core/item_store.h"
#include "core/posting.h"

#include <yanxun/text.h>

#include <algorithm>

namespace materials {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

constexpr yanxun::Millis dayBeyond = 366LL * 24 * 3'600'000;

std::string slipName(const Document& document) { return tr("{}单 {}", word(document.type), document.number); }

int physicalChange(LocationKind from, LocationKind to) { return int(isPhysical(to)) - int(isPhysical(from)); }

[[noreturn]] void refuseReversal(Writer& writer, const Document& original, const Move& move, const Location& holder,
                                 const Shortage& shortage) {
    const Item item = items::get(writer, move.itemId);
    const std::string missing = shownQuantity(shortage.missing, item.baseUnit);
    if (shortage.documentId == 0) {
        throw Error(tr("不能冲销{}：“{}”在“{}”{} 会短缺 {}，当天别的单据已经用了它；请先冲销那些单据。", slipName(original), item.name,
                       holder.name, original.day.iso(), missing));
    }
    throw Error(tr("不能冲销{}：“{}”在“{}”到 {} 会短缺 {}，因为那天的{} 要用；请先冲销那张单据。", slipName(original), item.name,
                   holder.name, yanxun::localDay(shortage.at).iso(), missing,
                   slipName(documents::get(writer, shortage.documentId))));
}

} // namespace

Location StockService::usualWarehouse(Writer& writer) {
    if (const auto known = locations::firstWarehouse(writer)) return *known;
    Location made;
    made.kind = LocationKind::warehouse;
    made.name = tr("宣传品仓库");
    made.id = locations::add(writer, made);
    return made;
}

Location StockService::virtualPlace(Writer& writer, LocationKind kind) {
    if (const auto known = locations::findByName(writer, kind, word(kind))) return *known;
    Location made;
    made.kind = kind;
    made.name = word(kind);
    made.id = locations::add(writer, made);
    return made;
}

std::int64_t StockService::post(Writer& writer, const Draft& draft) { return postAll(writer, {draft}).front(); }

std::vector<std::int64_t> StockService::postAll(Writer& writer, const std::vector<Draft>& drafts) {
    stock::takeTurn(writer);
    std::vector<std::int64_t> ids;
    std::vector<Problem> problems;
    for (const Draft& draft : drafts) {
        Posting posting{draft, {}, {}, {}, {}, {}, {}, {}};
        resolve(writer, posting);
        if (posting.problems.empty()) {
            ids.push_back(finish(writer, posting));
        } else {
            // The slips behind it are looked at too, so that a person reads all that is wrong at once.
            std::move(posting.problems.begin(), posting.problems.end(), std::back_inserter(problems));
        }
    }
    if (!problems.empty()) throw Refused(std::move(problems));
    return ids;
}

void StockService::resolve(Writer& writer, Posting& posting) {
    const Draft& draft = posting.draft;
    const int row = draft.lines.empty() ? 0 : draft.lines.front().row;
    Document& document = posting.document;
    document.type = draft.type;
    if (draft.type == DocumentType::adjustment || draft.type == DocumentType::reversal) {
        throw Error(tr("{}单由程序生成，不能直接填写。", word(draft.type)));
    }
    if (!draft.day.valid()) {
        posting.fail(row, "date", "date.missing", tr("请填写日期。"));
        return;
    }
    document.day = draft.day;
    document.at = draft.at.value_or(momentOf(draft.type, draft.day, writer.at()));
    if (draft.source == Source::entered && document.at > writer.at() + dayBeyond) {
        posting.fail(row, "date", "date.future", tr("日期 {} 在一年以后，请核对。", draft.day.iso()));
    }
    document.supplier = yanxun::text::key(draft.supplier);
    document.receiver = yanxun::text::key(draft.receiver);
    document.keeper = yanxun::text::key(draft.keeper);
    document.approver = yanxun::text::key(draft.approver);
    document.note = draft.note;
    document.isSigned = draft.isSigned;
    document.source = draft.source;
    document.activityName = yanxun::text::key(draft.activity);
    if (draft.lines.empty()) posting.fail(0, "", "lines.none", tr("单据上还没有物品，请至少填写一行。"));
    resolvePlaces(writer, posting);
    for (const DraftLine& line : draft.lines) resolveLine(writer, posting, line);
}

void StockService::resolveLine(Writer& writer, Posting& posting, const DraftLine& line) {
    const auto item = itemOf(writer, posting, line);
    if (!item || posting.from.id == 0 || posting.to.id == 0) return;
    Measured amount = measured(*item, items::packs(writer, item->id), line.entered, line.measure);
    if (amount.quantity == 0) {
        const bool isNumber = line.entered <= 0;
        return posting.fail(line.row, isNumber ? "quantity" : "measure", isNumber ? "quantity.invalid" : "measure.unknown",
                            amount.wrong, amount.candidates);
    }
    Line made;
    made.place = int(posting.lines.size()) + 1;
    made.itemId = item->id;
    made.itemName = item->name;
    made.entered = line.entered;
    made.measure = line.measure.empty() ? item->baseUnit : yanxun::text::key(line.measure);
    made.quantity = amount.quantity;
    made.price = line.price;
    made.note = line.note;
    made.batchId = batchOf(writer, posting, line, *item);
    if (made.batchId < 0) return;
    if (item->isRetired) {
        Item back = *item;
        back.isRetired = false;
        items::update(writer, back);
    }
    takeLine(writer, posting, made, *item, amount.quantity, line.row);
    posting.names += (posting.names.empty() ? "" : "、") + item->name;
    posting.document.total += amount.quantity;
    posting.lines.push_back(std::move(made));
}

std::optional<Item> StockService::itemOf(Writer& writer, Posting& posting, const DraftLine& line) {
    const std::string name = yanxun::text::key(line.item);
    if (name.empty()) {
        posting.fail(line.row, "item", "item.missing", tr("请填写物品名称。"));
        return std::nullopt;
    }
    auto item = items::findByName(writer, name);
    if (!item && posting.draft.createItem && posting.comesIn()) {
        const NewItemUnits units = unitsOfNew(line.measure, line.perBox);
        Item made;
        made.name = name;
        made.baseUnit = units.baseUnit;
        made.spec = line.spec;
        made.id = items::add(writer, made);
        made.revision = 1;
        if (units.packQuantity > 0) items::putPack(writer, made.id, units.packName, units.packQuantity);
        items::index(writer, made);
        return made;
    }
    if (!item) {
        std::vector<std::string> alike;
        for (const Item& one : items::suggest(writer, name, 3)) alike.push_back(one.name);
        const bool out = !posting.comesIn();
        posting.fail(line.row, "item", out ? "stock.short" : "item.unknown",
                     out ? noStockYetSentence(name) : tr("没有叫“{}”的物品，请先在库存页新建，或改正名称。", name), alike);
        return std::nullopt;
    }
    const DocumentType type = posting.draft.type;
    if (item->kind == ItemKind::kit && posting.comesIn()) {
        posting.fail(line.row, "item", "item.kit", tr("“{}”是宣传包，没有自己的库存；请入库它的组成物品。", item->name));
        return std::nullopt;
    }
    if (item->kind == ItemKind::loan && type == DocumentType::issue) {
        posting.fail(line.row, "item", "item.loan", tr("“{}”是借用品，要归还的；请用领用单借出。", item->name));
        return std::nullopt;
    }
    const bool givesOut = type == DocumentType::issue || type == DocumentType::requisition;
    if (item->isSuperseded && givesOut && !posting.draft.allowSuperseded) {
        posting.fail(line.row, "item", "item.superseded",
                     tr("“{}”的内容已经过时，不再发放；确实要发请勾选“内容过时也发放”。", item->name));
        return std::nullopt;
    }
    return item;
}

std::int64_t StockService::batchOf(Writer& writer, Posting& posting, const DraftLine& line, const Item& item) {
    const std::string code = yanxun::text::key(line.batch);
    if (code.empty()) return 0;
    if (const auto known = items::findBatch(writer, item.id, code)) return known->id;
    if (!posting.comesIn()) {
        std::vector<std::string> codes;
        for (const Batch& batch : items::batches(writer, item.id)) codes.push_back(batch.code);
        posting.fail(line.row, "batch", "batch.unknown", tr("“{}”没有批次“{}”，请改正，或留空由程序取最早的。", item.name, code), codes);
        return -1;
    }
    Batch made;
    made.itemId = item.id;
    made.code = code;
    made.edition = line.edition;
    made.supplier = posting.document.supplier;
    made.unitCost = line.price;
    return items::addBatch(writer, made);
}

void StockService::takeLine(Writer& writer, Posting& posting, const Line& line, const Item& item, std::int64_t quantity, int row) {
    if (item.kind == ItemKind::kit) {
        const auto parts = items::parts(writer, item.id);
        if (parts.empty()) {
            return posting.fail(row, "item", "item.kit", tr("宣传包“{}”还没有登记组成物品，请先补上。", item.name));
        }
        for (const KitPart& part : parts) {
            takeLine(writer, posting, line, items::get(writer, part.componentId), quantity * part.quantity, row);
        }
        return;
    }
    Move move;
    move.place = line.place;
    move.itemId = item.id;
    move.fromId = posting.from.id;
    move.toId = posting.to.id;
    move.at = posting.document.at;
    move.kind = posting.draft.type;
    move.physicalChange = physicalChange(posting.from.kind, posting.to.kind);
    const bool ofThisItem = line.itemId == item.id;
    if (posting.comesIn()) {
        move.batchId = ofThisItem ? line.batchId : 0;
        move.quantity = quantity;
        posting.moves.push_back(move);
        return;
    }
    std::int64_t left = quantity;
    for (const stock::Held& held : stock::heldAt(writer, item.id, posting.from.id)) {
        if (left == 0) break;
        if (ofThisItem && line.batchId != 0 && held.batchId != line.batchId) continue;
        const stock::Place place{item.id, held.batchId, posting.from.id};
        const auto later = stock::later(writer, place, move.at);
        const std::int64_t before = held.quantity - sum(later) - posting.takenBefore(place);
        move.batchId = held.batchId;
        move.quantity = std::min(left, available(before, later));
        if (move.quantity == 0) continue;
        posting.moves.push_back(move);
        left -= move.quantity;
    }
    if (left > 0) posting.fail(row, "quantity", "stock.short", complaint(writer, posting, item, quantity));
}

/// Reads everything of the item at the place: only when it is refused anyway.
std::string StockService::complaint(Writer& writer, const Posting& posting, const Item& item, std::int64_t wanted) {
    std::vector<Flow> later;
    std::int64_t before = 0;
    for (const auto& [batch, flow] : stock::flows(writer, item.id, posting.from.id)) {
        if (flow.at > posting.document.at) later.push_back(flow);
        else before += flow.change;
    }
    // What earlier lines of the slip take is gone too; what this line found so far is part of what it wants.
    const int place = int(posting.lines.size()) + 1;
    for (const Move& move : posting.moves) {
        if (move.itemId == item.id && move.place != place) before -= move.quantity;
    }
    const auto shortage = walk(before, -wanted, later);
    if (shortage && shortage->documentId != 0) {
        return laterShortSentence(item, posting.from.name, yanxun::localDay(shortage->at), shortage->missing,
                                  slipName(documents::get(writer, shortage->documentId)));
    }
    return shortSentence(item, posting.from.name, posting.document.day, available(before, later), wanted);
}

std::int64_t StockService::finish(Writer& writer, Posting& posting) {
    posting.document.fromId = posting.from.id;
    posting.document.toId = posting.to.id;
    posting.document.lines = int(posting.lines.size());
    posting.document.itemNames = posting.names;
    posting.document.number = documents::nextNumber(writer, posting.document.type, posting.document.day.year);
    posting.document.id = documents::add(writer, posting.document, posting.lines);
    for (Move& move : posting.moves) move.documentId = posting.document.id;
    stock::add(writer, posting.moves);
    documents::index(writer, posting.document);
    links_.add(writer, posting.document, posting.document.activityName, posting.draft.activityId);
    return posting.document.id;
}

std::optional<Shortage> StockService::shortage(yanxun::Reader& reader, const stock::Place& place, yanxun::Millis at,
                                               std::int64_t quantity, std::int64_t taken) {
    const auto later = stock::later(reader, place, at);
    return walk(stock::balance(reader, place) - sum(later) - taken, -quantity, later);
}

/// The opposite of everything the document moved, in its own moments. Throws Error when something later needs it.
std::vector<Move> StockService::movesBack(Writer& writer, const Document& original) {
    std::vector<Move> back;
    for (const Move& move : stock::movesOf(writer, original.id)) {
        std::int64_t taken = 0;
        for (const Move& other : back) {
            const bool same = other.itemId == move.itemId && other.batchId == move.batchId && other.fromId == move.toId;
            taken += same ? other.quantity : 0;
        }
        const Location holder = locations::get(writer, move.toId);
        if (isPhysical(holder.kind)) {
            const auto missing = shortage(writer, {move.itemId, move.batchId, move.toId}, move.at, move.quantity, taken);
            if (missing) refuseReversal(writer, original, move, holder, *missing);
        }
        Move opposite = move;
        std::swap(opposite.fromId, opposite.toId);
        opposite.physicalChange = -move.physicalChange;
        back.push_back(opposite);
    }
    return back;
}

std::int64_t StockService::reverse(Writer& writer, std::int64_t id, const std::string& reason) {
    stock::takeTurn(writer);
    const Document original = documents::get(writer, id);
    if (original.type == DocumentType::reversal) throw Error(tr("冲销单不能再冲销；请重新登记原来的单据。"));
    if (original.state == DocumentState::reversed) throw yanxun::Conflict(tr("{}已经冲销过了。", slipName(original)));
    std::vector<Move> back = movesBack(writer, original);
    Document reversal = original;
    reversal.uid.clear();
    reversal.type = DocumentType::reversal;
    reversal.state = DocumentState::posted;
    reversal.number = documents::nextNumber(writer, reversal.type, reversal.day.year);
    std::swap(reversal.fromId, reversal.toId);
    reversal.reversesId = original.id;
    reversal.source = Source::entered;
    reversal.keeper = writer.who();
    reversal.note = reason;
    const std::int64_t made = documents::add(writer, reversal, documents::lines(writer, id));
    for (Move& move : back) move.documentId = made;
    stock::add(writer, back);
    documents::markReversed(writer, original, made);
    documents::unindex(writer, original.id);
    links_.tell(writer, original.id);
    return made;
}

} // namespace materials
