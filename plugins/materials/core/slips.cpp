// What is printed: slips with their signature lines, and the sheet of a stocktake.
#include "core/document_store.h"
#include "core/figures.h"
#include "core/item_store.h"
#include "core/stocktake.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportRequest;
using yanxun::tr;
using yanxun::Value;

std::string slipTitle(DocumentType type) {
    switch (type) {
    case DocumentType::receipt: return tr("宣传物资入库单");
    case DocumentType::issue: return tr("宣传物资出库单");
    case DocumentType::requisition: return tr("宣传物资领用单");
    default: return tr("宣传物资{}单", word(type));
    }
}

ReportField field(const char* id, std::string title, const std::string& value) {
    return {id, std::move(title), value.empty() ? Value("—") : Value(value), CellKind::text, {}};
}

Report paper(const char* kind, std::string title, yanxun::Date day, const ReportRequest& request) {
    Report report;
    report.kind = kind;
    report.title = std::move(title);
    report.issuer = request.issuer;
    report.period = {day, day};
    report.madeAt = request.madeAt;
    return report;
}

yanxun::RowSource slipRows(std::vector<Line> lines) {
    yanxun::RowSource source;
    source.columns = {{"place", tr("序号"), CellKind::integer, 5}, {"item", tr("物品"), CellKind::text, 22},
                      {"batch", tr("批次"), CellKind::text, 10},   {"entered", tr("数量"), CellKind::integer, 8},
                      {"measure", tr("单位"), CellKind::text, 6},  {"quantity", tr("折合"), CellKind::text, 10},
                      {"note", tr("备注"), CellKind::text, 16}};
    source.each = [lines = std::move(lines)](const yanxun::RowSink& sink) {
        for (const Line& line : lines) {
            const bool packed = line.measure != line.baseUnit;
            const std::vector<Value> cells{line.place, line.itemName, line.batchCode, line.entered, line.measure,
                                           packed ? Value(shownQuantity(line.quantity, line.baseUnit)) : Value(), line.note};
            sink(cells);
        }
    };
    return source;
}

} // namespace

Report slipReport(yanxun::Reader& reader, std::int64_t id, const ReportRequest& request) {
    const Document d = documents::get(reader, id);
    Report report = paper("materials.slip", slipTitle(d.type), d.day, request);
    report.fields = {field("number", tr("单号"), d.number), field("date", tr("日期"), d.day.chinese()),
                     field("state", tr("状态"), stateWord(d)), field("from", tr("发出"), d.fromName),
                     field("to", tr("收入"), d.toName)};
    const auto add = [&](const char* fieldId, std::string title, const std::string& value) {
        if (!value.empty()) report.fields.push_back(field(fieldId, std::move(title), value));
    };
    add("unit", d.type == DocumentType::giveBack ? tr("退回单位") : tr("领取单位"), d.unitName);
    add("activity", tr("活动"), d.activityName);
    add("supplier", tr("供应商"), d.supplier);
    add("note", tr("备注"), d.note);
    if (d.reversesId != 0) add("reverses", tr("冲销"), documents::get(reader, d.reversesId).number);

    yanxun::ReportSection section;
    section.id = "lines";
    section.title = tr("物品明细");
    yanxun::ReportTable table;
    table.id = "lines";
    table.title = section.title;
    table.rows = slipRows(documents::lines(reader, id));
    section.tables.push_back(std::move(table));
    report.sections.push_back(std::move(section));

    yanxun::ReportSection signing;
    signing.id = "signing";
    signing.title = tr("签字");
    const std::string blank = "＿＿＿＿＿＿";
    signing.sentences = {tr("经办：{}　　审批：{}　　领取：{}　　日期：{}", d.keeper.empty() ? blank : d.keeper,
                            d.approver.empty() ? blank : d.approver, d.receiver.empty() ? blank : d.receiver, blank)};
    report.sections.push_back(std::move(signing));
    return report;
}

Report stocktakeReport(yanxun::Reader& reader, std::int64_t id, const ReportRequest& request) {
    const Stocktake s = stocktakes::get(reader, id);
    Report report = paper("materials.stocktake", tr("宣传物资盘点表"), yanxun::localDay(s.begunAt), request);
    report.fields = {field("place", tr("库位"), s.locationName), field("date", tr("日期"), yanxun::localDay(s.begunAt).chinese()),
                     field("state", tr("状态"), word(s.state)), field("blind", tr("盲盘"), s.isBlind ? tr("是") : tr("否"))};
    const bool isHidden = s.isBlind && s.state == StocktakeState::counting;
    if (isHidden) report.scope = tr("盲盘：账面数量在过账以后显示。");
    yanxun::ReportTable table;
    table.id = "lines";
    table.title = tr("盘点明细");
    table.rows.columns = {{"item", tr("物品"), CellKind::text, 22},   {"batch", tr("批次"), CellKind::text, 10},
                          {"measure", tr("单位"), CellKind::text, 6}, {"book", tr("账面"), CellKind::integer, 9},
                          {"counted", tr("实盘"), CellKind::integer, 9}, {"difference", tr("差异"), CellKind::integer, 9},
                          {"reason", tr("原因"), CellKind::text, 20}};
    table.rows.each = [lines = stocktakes::lines(reader, id), isHidden](const yanxun::RowSink& sink) {
        for (const StocktakeLine& line : lines) {
            const std::vector<Value> cells{line.itemName,
                                           line.batchCode,
                                           line.baseUnit,
                                           isHidden ? Value() : Value(line.book),
                                           line.counted,
                                           isHidden ? Value() : Value(line.difference()),
                                           line.reason};
            sink(cells);
        }
    };
    yanxun::ReportSection section;
    section.id = "lines";
    section.title = table.title;
    section.sentences = {tr("盘点人：＿＿＿＿＿＿　　监盘人：＿＿＿＿＿＿")};
    section.tables.push_back(std::move(table));
    report.sections.push_back(std::move(section));
    return report;
}

} // namespace materials
