#include "core/ledger_rows.h"

#include "core/document_store.h"
#include "core/item_store.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <algorithm>
#include <span>

namespace materials {

using yanxun::tr;

void RowKeys::put(yanxun::ImportRow& row) {
    std::string cells = info_.id;
    for (const auto& column : info_.columns) {
        const yanxun::Value& value = row.cell(column.id).value;
        if (value.isNull()) continue;
        const std::string written = value.text() ? yanxun::text::key(*value.text()) : yanxun::cellText(value, yanxun::CellKind::integer);
        cells += '\n' + column.id + '=' + written;
    }
    row.key = cells + "\n#" + std::to_string(++seen_[cells]);
    const std::int64_t known = documents::fromRow(reader_, yanxun::text::sha256(row.key));
    if (known == 0) return;
    row.existing = known;
    row.existingRevision = documents::get(reader_, known).revision;
}

std::string freeRowKey(yanxun::Reader& reader, const std::string& key) {
    std::string hash = yanxun::text::sha256(key);
    while (documents::fromRow(reader, hash) != 0) hash = yanxun::text::sha256(hash);
    return hash;
}

yanxun::ImportColumn ledgerColumn(const char* id, std::string title, yanxun::ImportType type, bool isRequired) {
    yanxun::ImportColumn made;
    made.id = id;
    made.title = std::move(title);
    made.type = type;
    made.required = isRequired;
    made.headingRequired = isRequired;
    // A merged quantity stands for its first row alone.
    made.fillDown = type != yanxun::ImportType::count && type != yanxun::ImportType::hundredths;
    return made;
}

yanxun::ImportOption locationOption() { return {"location", tr("收发的库位，不填为第一个仓库"), {}}; }

std::optional<Location> ledgerPlace(yanxun::Reader& reader, yanxun::ImportRow& row, const std::string& location) {
    if (yanxun::text::key(location).empty()) return locations::firstWarehouse(reader);
    auto place = locations::findPhysical(reader, location);
    if (!place) row.fail("", "place.unknown", tr("没有叫“{}”的库位，请先在库存页新建，或改正 --location。", location));
    return place;
}

std::string undoDocument(yanxun::Writer& writer, StockService& service, directory::Units& units, std::int64_t id) {
    const auto document = documents::find(writer, id);
    if (!document || document->state == DocumentState::reversed) return {};
    service.reverse(writer, id, tr("撤销导入"));
    documents::forgetRow(writer, id);
    service.links().forget(writer, id);
    if (document->unitId != 0) units.removeIfUnused(writer, document->unitId);
    return {};
}

std::map<std::int64_t, PlannedStock::Shelf>& PlannedStock::shelves(std::int64_t item) {
    const auto [found, isNew] = items_.try_emplace(item);
    if (isNew && location_ != 0) {
        for (const auto& [batch, flow] : stock::flows(reader_, item, location_)) {
            found->second[batch].push_back(flow);
            totals_[{item, batch}] += flow.change;
        }
    }
    return found->second;
}

namespace {

/// The flows after a moment: found from the end, where rows of a ledger usually go.
std::span<const Flow> after(const std::vector<Flow>& flows, yanxun::Millis at) {
    std::size_t first = flows.size();
    while (first > 0 && flows[first - 1].at > at) --first;
    return std::span(flows).subspan(first);
}

} // namespace

std::string PlannedStock::take(const Item& item, std::int64_t batch, yanxun::Date day, yanxun::Millis at, std::int64_t quantity,
                               int row) {
    auto& all = shelves(item.id);
    std::vector<std::pair<std::int64_t, std::int64_t>> taken;
    std::int64_t left = quantity;
    for (const auto& [number, shelf] : all) {
        if (left == 0) break;
        const std::int64_t total = totals_[{item.id, number}];
        if ((batch != 0 && number != batch) || total <= 0) continue;
        const auto later = after(shelf, at);
        const std::int64_t here = std::min(left, available(total - sum(later), later));
        if (here == 0) continue;
        taken.emplace_back(number, here);
        left -= here;
    }
    if (left > 0) return complaint(item, day, at, quantity);
    for (const auto& [number, here] : taken) {
        Shelf& shelf = all[number];
        shelf.insert(shelf.end() - std::ptrdiff_t(after(shelf, at).size()), {at, 0, -here, -row});
        totals_[{item.id, number}] -= here;
    }
    return {};
}

std::string PlannedStock::complaint(const Item& item, yanxun::Date day, yanxun::Millis at, std::int64_t wanted) {
    std::vector<Flow> later;
    std::int64_t before = 0;
    for (const auto& [batch, shelf] : shelves(item.id)) {
        for (const Flow& flow : shelf) {
            if (flow.at > at) later.push_back(flow);
            else before += flow.change;
        }
    }
    std::stable_sort(later.begin(), later.end(), [](const Flow& a, const Flow& b) { return a.at < b.at; });
    const auto shortage = walk(before, -wanted, later);
    const std::string place = locationName_.empty() ? tr("仓库") : locationName_;
    if (!shortage || shortage->documentId == 0) return shortSentence(item, place, day, available(before, later), wanted);
    std::string culprit = tr("表中第 {} 行", -shortage->documentId);
    if (shortage->documentId > 0) {
        const Document document = documents::get(reader_, shortage->documentId);
        culprit = tr("{}单 {}", word(document.type), document.number);
    }
    return laterShortSentence(item, place, yanxun::localDay(shortage->at), shortage->missing, culprit);
}

} // namespace materials
