#include "core/register_report.h"

#include "core/metric_store.h"
#include "core/post_store.h"
#include "core/report_parts.h"
#include "core/statistics_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportSection;
using yanxun::ReportTable;
using yanxun::tr;
using yanxun::Value;

constexpr int shapeVersion = 1;

ReportSection categorySection(Reader& reader, const Period& period, const Group& sum, const Terms& terms) {
    ReportTable table;
    table.id = "by_category";
    table.title = tr("按类别");
    table.rows.columns = {{"category", tr("类别"), CellKind::text, 12},
                          {"held", tr("活动场次"), CellKind::integer, 10},
                          {"attendance", tr("参与人次"), CellKind::integer, 12}};
    table.rows.each = [&reader, period, terms](const yanxun::RowSink& sink) {
        const auto groups = statistics::groups(reader, period, GroupBy::category);
        const auto put = [&](std::int64_t id, const std::string& name) {
            for (const Group& group : groups) {
                if (group.key != std::to_string(id)) continue;
                const std::vector<Value> cells{name, group.held, group.attendance};
                sink(cells);
            }
        };
        for (const Term& term : terms.all()) {
            if (term.kind == TermKind::category) put(term.id, term.name);
        }
        put(0, tr("未填写"));
    };
    table.totals = {numberField("held", tr("合计"), sum.held, {}), numberField("attendance", tr("合计"), sum.attendance, {})};
    ReportSection section;
    section.id = "by_category";
    section.title = table.title;
    section.charts = {{"by_category", "category", "held"}};
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection metricSection(Reader& reader, const Period& period, const Terms& terms) {
    ReportTable table;
    table.id = "metrics";
    table.title = tr("宣传形式");
    table.rows.columns = {{"metric", tr("形式"), CellKind::text, 12},
                          {"value", tr("数量"), CellKind::integer, 12},
                          {"unit", tr("单位"), CellKind::text, 6},
                          {"precision", tr("精确度"), CellKind::text, 12}};
    table.rows.each = [&reader, period, terms](const yanxun::RowSink& sink) {
        const auto sums = metric_store::sums(reader, period);
        for (const Term& term : terms.all()) {
            for (const auto& sum : sums) {
                if (sum.termId != term.id) continue;
                const std::vector<Value> cells{term.name, sum.value, term.unit,
                                               sum.estimated ? tr("含约数") : word(Precision::exact)};
                sink(cells);
            }
        }
    };
    ReportSection section;
    section.id = "metrics";
    section.title = table.title;
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection listSection(const char* id, std::string title, yanxun::RowSource rows) {
    ReportTable table;
    table.id = id;
    table.title = title;
    table.rows = std::move(rows);
    ReportSection section;
    section.id = id;
    section.title = std::move(title);
    section.tables.push_back(std::move(table));
    return section;
}

Report make(Reader& reader, const yanxun::ReportRequest& request) {
    const Period& period = request.period;
    const Terms terms = term_store::all(reader);
    const Term* const video = terms.coded(TermKind::channel, "video");
    const Group sum = statistics::totals(reader, period);
    const std::int64_t videos = video ? post_store::count(reader, period, video->id) : 0;
    Report report;
    report.kind = "campaigns.register";
    report.version = shapeVersion;
    report.title = tr("{}宣传活动台账", periodWords(period));
    report.issuer = request.issuer;
    report.scope = tr("统计范围：活动日期在本期内、已经开展的活动，计划和已取消的不计。活动有几个类别的，场次按主要类别计一次；"
                      "参与人次以参与填报的上报数为准，约数计入。发放资料物品为物资出库单的净发放数；线上数据为截至日期的累计数。");
    report.period = period;
    report.madeAt = request.madeAt;
    report.fields = {numberField("held", tr("宣传活动"), sum.held, tr("场")),
                     numberField("attendance", tr("参与人次"), sum.attendance, tr("人次")),
                     numberField("videos", tr("微视频"), videos, tr("条"))};
    ReportSection overview;
    overview.id = "overview";
    overview.title = tr("总体情况");
    overview.sentences = {sum.held == 0 ? tr("{}没有宣传活动记录。", periodWords(period))
                                        : tr("{}共开展宣传活动 {} 场，参与 {} 人次，发布微视频 {} 条。", periodWords(period),
                                             sum.held, sum.attendance, videos)};
    report.sections.push_back(std::move(overview));
    report.sections.push_back(categorySection(reader, period, sum, terms));
    report.sections.push_back(metricSection(reader, period, terms));
    report.sections.push_back(listSection("activities", tr("活动明细"), activityRows(reader, {period, {}, true})));
    report.sections.push_back(listSection("posts", tr("线上作品"), postRows(reader, period, 0)));
    return report;
}

} // namespace

yanxun::ReportKind registerReport() {
    yanxun::ReportKind kind;
    kind.id = "campaigns.register";
    kind.title = tr("宣传活动台账");
    kind.about = tr("每场宣传活动的时间、类别、覆盖单位、参与人次和宣传形式，附各类别小计和线上作品。");
    kind.order = 40;
    kind.make = make;
    return kind;
}

} // namespace campaigns
