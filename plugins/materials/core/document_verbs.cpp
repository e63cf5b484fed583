#include "core/document_store.h"
#include "core/figures.h"
#include "core/statistics_store.h"
#include "core/verb_values.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

constexpr std::int64_t usualLimit = 100;

DocumentType typeOf(const std::string& text) {
    if (const auto type = documentTypeOf(text)) return *type;
    std::string known;
    for (const DocumentType type : enteredTypes()) known += (known.empty() ? "" : "、") + idOf(type) + "（" + word(type) + "）";
    throw Error(tr("没有单据类型“{}”；可以是 {}。", text, known));
}

void put(VerbCall& call, Reader& reader, std::int64_t id) {
    const Document d = documents::get(reader, id);
    auto& out = *call.output;
    out.field("id", tr("编号"), d.id, CellKind::integer);
    out.field("number", tr("单号"), d.number);
    out.field("type", tr("类型"), word(d.type));
    out.field("state", tr("状态"), stateWord(d));
    out.field("date", tr("日期"), d.day.ymd(), CellKind::date);
    out.field("from", tr("发出"), d.fromName);
    out.field("to", tr("收入"), d.toName);
    out.field("unit", tr("单位"), d.unitName);
    out.field("activity", tr("活动"), d.activityName);
    const auto link = links::of(reader, id);
    out.field("link", tr("活动关联"), link ? word(link->state) : std::string());
    out.field("supplier", tr("供应商"), d.supplier);
    out.field("receiver", tr("领取人"), d.receiver);
    out.field("keeper", tr("经办人"), d.keeper);
    out.field("note", tr("备注"), d.note);
    out.field("total", tr("合计"), d.total, CellKind::integer);
    yanxun::RowSource rows;
    rows.columns = {{"item", tr("物品"), CellKind::text, 24},      {"batch", tr("批次"), CellKind::text, 10},
                    {"entered", tr("数量"), CellKind::integer, 8}, {"measure", tr("单位"), CellKind::text, 6},
                    {"quantity", tr("折合"), CellKind::integer, 8}, {"note", tr("备注"), CellKind::text, 16}};
    rows.each = [&](const yanxun::RowSink& sink) {
        for (const Line& line : documents::lines(reader, id)) {
            const std::vector<Value> cells{line.itemName, line.batchCode, line.entered, line.measure, line.quantity, line.note};
            sink(cells);
        }
    };
    out.table("lines", rows);
}

int list(VerbCall& call) {
    DocumentFilter filter;
    filter.year = int(call.integer("year"));
    if (call.has("type")) filter.type = typeOf(call.text("type"));
    filter.text = call.text("text");
    filter.withReversed = call.has("reversed");
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        if (call.has("item")) filter.itemId = itemNamed(reader, call.text("item")).id;
        const auto found = lists::ids(reader, filter, lists::Order::day, true, limit);
        yanxun::RowSource rows;
        rows.columns = {{"number", tr("单号"), CellKind::text, 14}, {"date", tr("日期"), CellKind::date, 11},
                        {"type", tr("类型"), CellKind::text, 8},    {"items", tr("物品"), CellKind::text, 28},
                        {"total", tr("数量"), CellKind::integer, 8}, {"unit", tr("单位"), CellKind::text, 24},
                        {"activity", tr("活动"), CellKind::text, 28}, {"state", tr("状态"), CellKind::text, 8}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const Document& d : lists::get(reader, found.ids)) {
                const std::vector<Value> cells{d.number, d.day.ymd(), word(d.type), d.itemNames,
                                               d.total,  d.unitName,  d.activityName, stateWord(d)};
                sink(cells);
            }
        };
        call.output->table("documents", rows);
        if (found.total > limit) call.output->say(tr("共 {} 张，只列出前 {} 张；用 --limit 可以列出更多。", found.total, limit));
    });
    return 0;
}

int post(StockService& stock, VerbCall& call) {
    Draft draft;
    draft.type = typeOf(call.text("type"));
    draft.day = call.date("date");
    draft.lines = linesOf(call.text("lines"));
    draft.from = call.text("from");
    draft.to = call.text("to");
    draft.unitName = call.text("unit");
    draft.createUnit = call.has("create-unit");
    draft.createItem = call.has("create-item");
    draft.allowSuperseded = call.has("allow-superseded");
    draft.activity = call.text("activity");
    draft.supplier = call.text("supplier");
    draft.receiver = call.text("receiver");
    draft.keeper = call.has("keeper") ? call.text("keeper") : call.database->who();
    draft.approver = call.text("approver");
    draft.note = call.text("note");
    if (call.has("signed")) draft.isSigned = true;
    for (DraftLine& line : draft.lines) line.batch = call.text("batch");
    call.database->write([&](Writer& writer) { put(call, writer, stock.post(writer, draft)); });
    return 0;
}

int reverse(StockService& stock, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Document document = documentNamed(writer, call.text("document"));
        put(call, writer, stock.reverse(writer, document.id, call.text("reason")));
    });
    return 0;
}

int slip(const std::vector<std::filesystem::path>& styles, VerbCall& call) {
    const std::filesystem::path out = call.text("out");
    call.database->read([&](Reader& reader) {
        const Document document = documentNamed(reader, call.text("document"));
        const yanxun::Report report = slipReport(reader, document.id, {{document.day, document.day}, call.clock->now(), {}});
        const std::string kind = out.extension().string();
        if (kind == ".html") yanxun::saveHtml(report, styles, out, *call.progress);
        else if (kind == ".pdf") yanxun::savePdf(report, styles, out, *call.progress);
        else if (kind == ".xml") yanxun::saveXml(report, out, *call.progress);
        else throw Error(tr("文件名请以 .pdf、.html 或 .xml 结尾，收到的是“{}”。", out.string()));
        call.output->field("number", tr("单号"), document.number);
        call.output->say(tr("已写入 {}。", out.string()));
    });
    return 0;
}

int check(VerbCall& call) {
    std::vector<std::string> problems;
    call.database->read([&](Reader& reader) { problems = stock::verify(reader); });
    call.output->field("clean", tr("一致"), problems.empty() ? tr("是") : tr("否"));
    yanxun::RowSource rows;
    rows.columns = {{"problem", tr("问题"), CellKind::text, 60}};
    rows.each = [&](const yanxun::RowSink& sink) {
        for (const std::string& problem : problems) {
            const std::vector<Value> cells{problem};
            sink(cells);
        }
    };
    if (!problems.empty()) {
        call.output->table("problems", rows);
        call.output->say(tr("结存与流水不一致；运行 yanxunctl materials stock-rebuild 按流水重算。"));
    }
    return problems.empty() ? 0 : 3;
}

int rebuild(VerbCall& call) {
    call.database->write([](Writer& writer) { stock::rebuild(writer); });
    call.output->say(tr("已按流水重算结存和各月合计。"));
    return check(call);
}

} // namespace

std::vector<yanxun::Verb> documentVerbs(StockService& stock, std::vector<std::filesystem::path> reportStyles) {
    const auto document = positional("document", tr("单号或编号"));
    std::vector<yanxun::Verb> all;
    all.push_back(makeVerb("materials.documents", tr("列出单据"),
                       {option("year", tr("年份")), option("type", tr("类型，如 issue 或 发放")), option("item", tr("物品")),
                        option("text", tr("检索词，以空格分开")), option("limit", tr("最多列出多少条，默认 100")),
                        flag("reversed", tr("包括已冲销的单据和冲销单"))},
                       list));
    all.push_back(makeVerb("materials.document", tr("查看一张单据"), {document}, [](VerbCall& call) {
        call.database->read([&](Reader& reader) { put(call, reader, documentNamed(reader, call.text("document")).id); });
        return 0;
    }));
    all.push_back(makeVerb("materials.post", tr("登记并过账一张单据"),
                       {option("type", tr("类型：issue、receipt、requisition、return、transfer、loss、opening"), true),
                        option("date", tr("日期，如 2021-05-12"), true),
                        option("lines", tr("物品=数量单位，多种用分号分开，如 家庭应急手册=2箱；消防安全明白卡=150"), true),
                        option("from", tr("发出的库位")), option("to", tr("收入的库位")),
                        option("unit", tr("领取或退回的单位")), option("activity", tr("活动名称")),
                        option("batch", tr("批次")), option("supplier", tr("供应商")), option("receiver", tr("领取人")),
                        option("keeper", tr("经办人")), option("approver", tr("审批人")), option("note", tr("备注")),
                        flag("signed", tr("已签收")), flag("create-unit", tr("名录中没有的单位新建为待完善")),
                        flag("create-item", tr("入库时没有的物品新建")),
                        flag("allow-superseded", tr("内容过时也发放"))},
                       [&stock](VerbCall& call) { return post(stock, call); }));
    all.push_back(makeVerb("materials.reverse", tr("冲销一张单据"), {document, option("reason", tr("原因"))},
                       [&stock](VerbCall& call) { return reverse(stock, call); }));
    all.push_back(makeVerb("materials.slip", tr("把单据写成可打印的文件"),
                       {document, option("out", tr("文件，以 .pdf、.html 或 .xml 结尾"), true)},
                       [styles = std::move(reportStyles)](VerbCall& call) { return slip(styles, call); }));
    all.push_back(makeVerb("materials.stock-check", tr("核对结存与流水"), {}, check));
    all.push_back(makeVerb("materials.stock-rebuild", tr("按流水重算结存"), {}, rebuild));
    return all;
}

} // namespace materials
