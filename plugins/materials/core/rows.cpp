// Tables of stock that report, figure and export share.
#include "core/figures.h"
#include "core/item_store.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

namespace materials {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::RowSource;
using yanxun::tr;
using yanxun::Value;

RowSource issueRows(Reader& reader, const Period& period, bool toUnits, std::int64_t item) {
    RowSource source;
    source.columns = {{"number", tr("单号"), CellKind::text, 14},       {"date", tr("日期"), CellKind::date, 11},
                      {"item", tr("物品"), CellKind::text, 20},         {"batch", tr("批次"), CellKind::text, 10},
                      {"quantity", tr("数量"), CellKind::integer, 8},   {"measure", tr("单位"), CellKind::text, 6},
                      {"receiver", tr("领取单位"), CellKind::text, 24}, {"activity", tr("活动"), CellKind::text, 28},
                      {"person", tr("领取人"), CellKind::text, 8},      {"signed", tr("签收"), CellKind::text, 6},
                      {"keeper", tr("经办"), CellKind::text, 8},        {"approver", tr("审批"), CellKind::text, 8},
                      {"destination", tr("去向"), CellKind::text, 8}};
    source.each = [&reader, period, toUnits, item](const RowSink& sink) {
        statistics::issueLines(reader, period, toUnits, item, [&](const statistics::IssueLine& line) {
            const Value isSigned = line.isSigned ? Value(*line.isSigned ? tr("是") : tr("否")) : Value();
            const std::vector<Value> cells{line.number, line.ymd,          line.item,     line.batch,
                                           line.quantity, line.unit,       line.receiverUnit, line.activity,
                                           line.receiver, isSigned,        line.keeper,   line.approver, line.destination};
            sink(cells);
        });
    };
    return source;
}

RowSource totalRows(Reader& reader, const Period& period) {
    RowSource source;
    source.columns = {{"item", tr("物品"), CellKind::text, 20},        {"spec", tr("规格"), CellKind::text, 10},
                      {"measure", tr("单位"), CellKind::text, 6},      {"opening", tr("期初"), CellKind::integer, 9},
                      {"received", tr("入库"), CellKind::integer, 9},  {"issued", tr("发放"), CellKind::integer, 9},
                      {"returned", tr("退回"), CellKind::integer, 8},  {"lost", tr("报损"), CellKind::integer, 8},
                      {"adjusted", tr("盘盈亏"), CellKind::integer, 8}, {"closing", tr("期末"), CellKind::integer, 9},
                      {"value", tr("期末金额（元）"), CellKind::hundredths, 12}};
    source.each = [&reader, period](const RowSink& sink) {
        for (const auto& t : statistics::totals(reader, period)) {
            const Value value = t.unitCost ? Value(*t.unitCost * t.closing) : Value();
            // 期初 slips of the period itself are opening stock too: nobody delivered it.
            const std::vector<Value> cells{t.item.name, t.item.spec, t.item.baseUnit, t.opening + t.openingEntered,
                                           t.received,  t.issued,    t.returned,      t.lost,
                                           t.adjusted,  t.closing,   value};
            sink(cells);
        }
    };
    return source;
}

RowSource flowRows(Reader& reader, const Period& period, std::int64_t item, std::int64_t location) {
    RowSource source;
    source.columns = {{"item", tr("物品"), CellKind::text, 20},     {"place", tr("库位"), CellKind::text, 14},
                      {"batch", tr("批次"), CellKind::text, 10},    {"date", tr("日期"), CellKind::date, 11},
                      {"number", tr("单号"), CellKind::text, 14},   {"summary", tr("摘要"), CellKind::text, 28},
                      {"in", tr("收入"), CellKind::integer, 9},     {"out", tr("发出"), CellKind::integer, 9},
                      {"balance", tr("结存"), CellKind::integer, 9}, {"measure", tr("单位"), CellKind::text, 6}};
    source.each = [&reader, period, item, location](const RowSink& sink) {
        statistics::flowLines(reader, period, item, location, [&](const statistics::FlowLine& line) {
            const std::string summary = line.counterpart == word(line.type) ? word(line.type)
                                                                            : tr("{} {}", word(line.type), line.counterpart);
            const std::vector<Value> cells{line.item,
                                           line.location,
                                           line.batch,
                                           line.ymd,
                                           line.number,
                                           summary,
                                           line.in == 0 ? Value() : Value(line.in),
                                           line.out == 0 ? Value() : Value(line.out),
                                           line.balance,
                                           line.unit};
            sink(cells);
        });
    };
    return source;
}

} // namespace materials
