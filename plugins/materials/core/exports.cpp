#include "core/document_store.h"
#include "core/figures.h"
#include "core/item_store.h"
#include "core/statistics_store.h"
#include "core/stock_store.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::RowSource;
using yanxun::tr;
using yanxun::Value;

constexpr int firstYear = 1900, lastYear = 2200;

Period periodOf(int year) {
    return year == 0 ? Period{{firstYear, 1, 1}, {lastYear, 12, 31}} : Period::year(year);
}

/// The headings the import reads, so that what is written can be read again.
RowSource receiptRows(Reader& reader, int year) {
    RowSource source;
    source.columns = {{"date", tr("日期"), CellKind::date, 11},      {"item", tr("物品名称"), CellKind::text, 20},
                      {"spec", tr("规格"), CellKind::text, 10},      {"measure", tr("单位"), CellKind::text, 6},
                      {"quantity", tr("数量"), CellKind::integer, 9}, {"per_box", tr("每箱数量"), CellKind::integer, 8},
                      {"price", tr("单价"), CellKind::hundredths, 8}, {"supplier", tr("供应商"), CellKind::text, 16},
                      {"batch", tr("批次"), CellKind::text, 10},     {"edition", tr("版次"), CellKind::text, 8},
                      {"keeper", tr("经办人"), CellKind::text, 8},   {"note", tr("备注"), CellKind::text, 16},
                      {"number", tr("单号"), CellKind::text, 14}};
    source.each = [&reader, year](const RowSink& sink) {
        DocumentFilter filter;
        filter.year = year;
        filter.type = DocumentType::receipt;
        const auto found = lists::ids(reader, filter, lists::Order::day, true, 10'000'000);
        for (const Document& document : lists::get(reader, found.ids)) {
            for (const Line& line : documents::lines(reader, document.id)) {
                const Item item = items::get(reader, line.itemId);
                const auto batch = items::findBatch(reader, item.id, line.batchCode);
                const auto packs = items::packs(reader, item.id);
                const std::vector<Value> cells{document.day.ymd(),
                                               item.name,
                                               item.spec,
                                               line.measure,
                                               line.entered,
                                               packs.empty() ? Value() : Value(packs.front().quantity),
                                               line.price,
                                               document.supplier,
                                               line.batchCode,
                                               batch ? batch->edition : std::string(),
                                               document.keeper,
                                               line.note.empty() ? document.note : line.note,
                                               document.number};
                sink(cells);
            }
        }
    };
    return source;
}

RowSource issueLedger(Reader& reader, int year) {
    RowSource source;
    source.columns = {{"date", tr("日期"), CellKind::date, 11},        {"item", tr("物品名称"), CellKind::text, 20},
                      {"batch", tr("批次"), CellKind::text, 10},       {"quantity", tr("数量"), CellKind::integer, 9},
                      {"measure", tr("单位"), CellKind::text, 6},      {"receiver", tr("领取单位"), CellKind::text, 24},
                      {"activity", tr("活动"), CellKind::text, 28},    {"person", tr("领取人"), CellKind::text, 8},
                      {"signed", tr("签收"), CellKind::text, 6},       {"keeper", tr("经办人"), CellKind::text, 8},
                      {"number", tr("单号"), CellKind::text, 14}};
    source.each = [&reader, year](const RowSink& sink) {
        statistics::issueLines(reader, periodOf(year), false, 0, [&](const statistics::IssueLine& line) {
            const Value isSigned = line.isSigned ? Value(*line.isSigned ? tr("是") : tr("否")) : Value();
            const std::vector<Value> cells{line.ymd,  line.item,         line.writtenBatch, line.quantity, line.unit,  line.receiverUnit,
                                           line.activity, line.receiver, isSigned,      line.keeper,   line.number};
            sink(cells);
        });
    };
    return source;
}

RowSource stockRows(Reader& reader) {
    RowSource source;
    source.columns = {{"item", tr("物品"), CellKind::text, 20},     {"spec", tr("规格"), CellKind::text, 10},
                      {"place", tr("库位"), CellKind::text, 16},    {"kind", tr("库位类别"), CellKind::text, 10},
                      {"quantity", tr("数量"), CellKind::integer, 9}, {"measure", tr("单位"), CellKind::text, 6},
                      {"minimum", tr("最低库存"), CellKind::integer, 9}};
    source.each = [&reader](const RowSink& sink) {
        const auto matrix = stock::matrix(reader);
        const auto places = locations::physical(reader);
        for (const Item& item : items::all(reader, true)) {
            for (const Location& place : places) {
                for (const stock::Held& held : matrix) {
                    if (held.itemId != item.id || held.locationId != place.id || held.quantity == 0) continue;
                    const std::vector<Value> cells{item.name,     item.spec,     place.name,  word(place.kind),
                                                   held.quantity, item.baseUnit, item.minimum};
                    sink(cells);
                }
            }
        }
    };
    return source;
}

yanxun::TableKind table(const char* id, std::string title, std::function<RowSource(Reader&, int)> rows) {
    return {id, std::move(title), std::move(rows)};
}

} // namespace

std::vector<yanxun::TableKind> exports() {
    std::vector<yanxun::TableKind> all;
    all.push_back(table("materials.receipts", tr("宣传品入库台账"), receiptRows));
    all.push_back(table("materials.issues", tr("宣传品发放台账"), issueLedger));
    all.push_back(table("materials.stock", tr("宣传品库存"), [](Reader& reader, int) { return stockRows(reader); }));
    all.push_back(table("materials.movements", tr("宣传品库存流水"), [](Reader& reader, int year) {
        return flowRows(reader, periodOf(year), 0, 0);
    }));
    return all;
}

} // namespace materials
