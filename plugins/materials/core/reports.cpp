#include "core/figures.h"
#include "core/item_store.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportKind;
using yanxun::ReportRequest;
using yanxun::ReportSection;
using yanxun::ReportTable;
using yanxun::tr;

std::string periodWords(const Period& period) {
    if (period == Period::year(period.first.year)) return tr("{}年", period.first.year);
    return tr("{}至{}", period.first.chinese(), period.last.chinese());
}

ReportField number(const char* id, std::string title, std::int64_t value, std::string unit = {}) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

Report begun(const char* kind, std::string title, const ReportRequest& request, std::string scope) {
    Report report;
    report.kind = kind;
    report.title = std::move(title);
    report.issuer = request.issuer;
    report.scope = std::move(scope);
    report.period = request.period;
    report.madeAt = request.madeAt;
    return report;
}

/// The sum of an integer column, so that a total is what its rows say.
std::int64_t sumOf(const yanxun::RowSource& rows, const std::string& column) {
    std::size_t at = 0;
    while (rows.columns[at].id != column) ++at;
    std::int64_t total = 0;
    rows.each([&](std::span<const yanxun::Value> cells) { total += cells[at].integer() ? *cells[at].integer() : 0; });
    return total;
}

ReportTable table(const char* id, std::string title, yanxun::RowSource rows, std::initializer_list<const char*> summed) {
    ReportTable made;
    made.id = id;
    made.title = std::move(title);
    for (const char* column : summed) made.totals.push_back(number(column, tr("合计"), sumOf(rows, column)));
    made.rows = std::move(rows);
    return made;
}

ReportSection section(const char* id, std::string title, std::vector<std::string> sentences, std::vector<ReportTable> tables) {
    ReportSection made;
    made.id = id;
    made.title = std::move(title);
    made.sentences = std::move(sentences);
    made.tables = std::move(tables);
    return made;
}

Report summary(Reader& reader, const ReportRequest& request) {
    Report report = begun("materials.summary", tr("{}宣传物资收发存汇总表", periodWords(request.period)), request,
                          tr("全部实际库位（仓库、街道、单位代管、活动现场）合计，库位之间的调拨和领用不改变合计；"
                             "已冲销的单据不计。期初 + 入库 − 发放 + 退回 − 报损 + 盘盈亏 = 期末。"
                             "金额按各物品最近一批有单价的进价计算，没有单价的留空。"));
    ReportTable rows = table("summary", tr("收发存汇总"), totalRows(reader, request.period),
                             {"opening", "received", "issued", "returned", "lost", "adjusted", "closing"});
    std::vector<std::int64_t> sums;
    for (const auto& total : rows.totals) sums.push_back(*total.value.integer());
    report.fields = {number("received", tr("入库"), sums[1], tr("份")), number("issued", tr("发放"), sums[2] - sums[3], tr("份")),
                     number("closing", tr("期末库存"), sums[6], tr("份"))};
    const std::string sentence = tr("{}宣传物资入库 {} 份，发放 {} 份（已减去退回），期末库存 {} 份。", periodWords(request.period),
                                    sums[1], sums[2] - sums[3], sums[6]);
    ReportSection made = section("summary", tr("收发存汇总"), {sentence}, {std::move(rows)});
    made.charts = {{"summary", "item", "closing"}};
    report.sections.push_back(std::move(made));
    return report;
}

Report issueRegister(Reader& reader, const ReportRequest& request) {
    Report report = begun("materials.issue_register", tr("{}宣传物资发放台账", periodWords(request.period)), request,
                          tr("日期在本期内、已过账且未冲销的发放单和退回单（退回以负数列出）；拨给单位代管、尚未发到"
                             "群众手中的另列一表，不计入发放。"));
    ReportTable given = table("issues", tr("发放明细"), issueRows(reader, request.period, false, 0), {"quantity"});
    const std::int64_t total = *given.totals.front().value.integer();
    const std::int64_t slips = statistics::documents(reader, DocumentType::issue, request.period);
    report.fields = {number("slips", tr("发放单"), slips, tr("张")), number("issued", tr("发放数量"), total, tr("份"))};
    const std::string sentence = slips == 0 ? tr("{}没有发放记录。", periodWords(request.period))
                                            : tr("{}共发放 {} 次，{} 份。", periodWords(request.period), slips, total);
    report.sections.push_back(section("issues", tr("发放明细"), {sentence}, {std::move(given)}));

    ReportTable byItem;
    byItem.id = "by_item";
    byItem.title = tr("按物品");
    byItem.rows.columns = {{"item", tr("物品"), CellKind::text, 20}, {"quantity", tr("发放数量"), CellKind::integer, 10}};
    byItem.rows.each = [&reader, period = request.period](const yanxun::RowSink& sink) {
        const auto issued = statistics::issuedByItem(reader, period);
        for (const Item& item : items::all(reader, true)) {
            const auto found = issued.find(item.id);
            if (found == issued.end() || found->second == 0) continue;
            const std::vector<yanxun::Value> cells{item.name, found->second};
            sink(cells);
        }
    };
    byItem.totals = {number("quantity", tr("合计"), total)};
    ReportSection items = section("by_item", tr("按物品"), {}, {std::move(byItem)});
    items.charts = {{"by_item", "item", "quantity"}};
    report.sections.push_back(std::move(items));

    ReportTable kept = table("kept", tr("拨给单位代管"), issueRows(reader, request.period, true, 0), {"quantity"});
    bool any = false;
    kept.rows.each([&](std::span<const yanxun::Value>) { any = true; });
    if (any) report.sections.push_back(section("kept", tr("拨给单位代管"), {}, {std::move(kept)}));
    return report;
}

Report movements(Reader& reader, const ReportRequest& request) {
    Report report = begun("materials.movements", tr("{}宣传物资库存明细账", periodWords(request.period)), request,
                          tr("本期内各物品在各实际库位的收入与发出，结存为该笔之后的数量；已冲销的单据与冲销单互相抵销，"
                             "不列。"));
    report.sections.push_back(section("movements", tr("库存流水"), {},
                                      {table("movements", tr("库存流水"), flowRows(reader, request.period, 0, 0), {"in", "out"})}));
    return report;
}

ReportKind kind(const char* id, std::string title, std::string about, int order,
                Report (*make)(Reader&, const ReportRequest&)) {
    ReportKind made;
    made.id = id;
    made.title = std::move(title);
    made.about = std::move(about);
    made.order = order;
    made.make = make;
    return made;
}

} // namespace

std::vector<ReportKind> reports() {
    std::vector<ReportKind> all;
    all.push_back(kind("materials.summary", tr("物资收发存汇总表"), tr("每种物品的期初、入库、发放、退回、报损、盘盈亏和期末。"), 160, summary));
    all.push_back(kind("materials.issue_register", tr("物资发放台账"), tr("每一笔发放：单号、日期、物品、数量、领取单位和活动。"), 161, issueRegister));
    all.push_back(kind("materials.movements", tr("库存明细账（流水）"), tr("每种物品在每个库位的收入、发出和结存。"), 162, movements));
    return all;
}

yanxun::SummaryKind summarySection() {
    yanxun::SummaryKind kind;
    kind.id = "materials.summary";
    kind.title = tr("宣传资料和物品发放");
    kind.order = 20;
    kind.make = [](Reader& reader, const Period& period) {
        ReportSection made;
        made.id = "materials";
        made.title = tr("宣传资料和物品发放");
        const auto byItem = statistics::issuedByItem(reader, period);
        std::int64_t total = 0;
        for (const auto& [item, quantity] : byItem) total += quantity;
        const std::int64_t slips = statistics::documents(reader, DocumentType::issue, period);
        if (slips == 0) return made;
        made.sentences = {tr("发放宣传资料和物品 {} 份，共 {} 次。", total, slips)};
        const Period before{{period.first.year - 1, period.first.month, period.first.day},
                            {period.last.year - 1, period.last.month,
                             std::min(period.last.day, yanxun::daysInMonth(period.last.year - 1, period.last.month))}};
        if (statistics::hasIssues(reader, before)) {
            made.sentences.push_back(tr("上年同期 {} 份。", statistics::issued(reader, before)));
        }
        made.fields = {number("issued", tr("宣传资料和物品"), total, tr("份"))};
        ReportTable table;
        table.id = "materials_by_item";
        table.title = tr("各种宣传资料和物品");
        table.rows.columns = {{"item", tr("物品"), CellKind::text, 20},
                              {"quantity", tr("发放数量"), CellKind::integer, 10},
                              {"measure", tr("单位"), CellKind::text, 6},
                              {"closing", tr("期末库存"), CellKind::integer, 10}};
        table.rows.each = [&reader, period](const yanxun::RowSink& sink) {
            for (const auto& t : statistics::totals(reader, period)) {
                if (t.issued == 0 && t.returned == 0) continue;
                const std::vector<yanxun::Value> cells{t.item.name, t.issued - t.returned, t.item.baseUnit, t.closing};
                sink(cells);
            }
        };
        table.totals = {number("quantity", tr("合计"), total)};
        made.charts = {{"materials_by_item", "item", "quantity"}};
        made.tables.push_back(std::move(table));
        return made;
    };
    return kind;
}

} // namespace materials
