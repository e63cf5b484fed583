#include "core/register_report.h"

#include "core/class_lines.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportSection;
using yanxun::tr;
using yanxun::Value;

ReportField number(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

std::string percent(std::int64_t part, std::int64_t whole) {
    const auto share = shareOf(part, whole);
    return share ? yanxun::cellText(*share, CellKind::hundredths) : tr("—");
}

ReportSection overview(const Period& period, const statistics::Totals& sum, const statistics::Register& more) {
    ReportSection section;
    section.id = "overview";
    section.title = tr("总体情况");
    if (sum.classes == 0) {
        section.sentences = {tr("{}没有已完成的培训班。", periodWords(period))};
        return section;
    }
    section.sentences = {tr("{}举办培训 {} 期，其中宣讲培训 {} 次、网络视频培训 {} 次，参加 {} 人次。",
                            periodWords(period), sum.classes, sum.offline, sum.online, sum.attended)};
    if (more.invited > 0) {
        section.sentences.push_back(tr("填写了应到人数的，应到 {} 人、实到 {} 人，到课率 {}%。", more.invited,
                                       more.attendedOfInvited, percent(more.attendedOfInvited, more.invited)));
    }
    if (more.attendedOfPassed > 0) {
        section.sentences.push_back(tr("有考核结果的，实到 {} 人、合格 {} 人，合格率 {}%。", more.attendedOfPassed,
                                       more.passed, percent(more.passed, more.attendedOfPassed)));
    }
    return section;
}

ReportSection byMonth(Reader& reader, const Period& period, const statistics::Totals& sum) {
    yanxun::ReportTable table;
    table.id = "by_month";
    table.title = tr("按月份");
    table.rows.columns = {{"month", tr("月份"), CellKind::month, 10},
                          {"classes", tr("期数"), CellKind::integer, 8},
                          {"attended", tr("参加人次"), CellKind::integer, 10}};
    table.rows.each = [&reader, period](const yanxun::RowSink& sink) {
        for (const auto& month : statistics::months(reader, period)) {
            const std::vector<Value> cells{month.ym, month.classes, month.attended};
            sink(cells);
        }
    };
    table.totals = {number("classes", tr("合计"), sum.classes, {}), number("attended", tr("合计"), sum.attended, {})};
    ReportSection section;
    section.id = table.id;
    section.title = table.title;
    section.charts = {{"by_month", "month", "classes"}};
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection list(Reader& reader, const Period& period, const ArchiveService& archives,
                   const statistics::Totals& sum, const statistics::Register& more) {
    yanxun::ReportTable table;
    table.id = "classes";
    table.title = tr("培训明细");
    table.rows = classRows(reader, {period, Mode::unknown, 0}, archives);
    table.totals = {number("invited", tr("合计"), more.invited, {}), number("attended", tr("合计"), sum.attended, {}),
                    number("passed", tr("合计"), more.passed, {})};
    ReportSection section;
    section.id = table.id;
    section.title = table.title;
    section.tables.push_back(std::move(table));
    return section;
}

Report make(Reader& reader, const yanxun::ReportRequest& request, const ArchiveService& archives) {
    const Period& period = request.period;
    const auto sum = statistics::totals(reader, period);
    const auto more = statistics::registerSums(reader, period);
    Report report;
    report.kind = "training.register";
    report.title = tr("{}安全培训台账", periodWords(period));
    report.issuer = request.issuer;
    report.scope = tr("统计范围：开始日期在本期内、已完成或已归档的培训班。实到以参与填报的上报数为准，约数计入；混合"
                      "形式计入宣讲培训。"
                      "到课率 = 实到 ÷ 应到，合格率 = 合格 ÷ 实到。缺件按“一期一档”的材料清单列出。");
    report.period = period;
    report.madeAt = request.madeAt;
    report.fields = {number("classes", tr("培训期数"), sum.classes, tr("期")),
                     number("offline", tr("宣讲培训"), sum.offline, tr("次")),
                     number("online", tr("网络视频培训"), sum.online, tr("次")),
                     number("attended", tr("参加培训"), sum.attended, tr("人次"))};
    report.sections.push_back(overview(period, sum, more));
    report.sections.push_back(byMonth(reader, period, sum));
    report.sections.push_back(list(reader, period, archives, sum, more));
    return report;
}

} // namespace

std::string periodWords(const Period& period) {
    if (period == Period::year(period.first.year)) return tr("{}年", period.first.year);
    return tr("{}至{}", period.first.chinese(), period.last.chinese());
}

yanxun::Date dayOf(const yanxun::ReportRequest& request) {
    return std::max(request.period.first, std::min(request.period.last, yanxun::localDay(request.madeAt)));
}

yanxun::ReportKind registerReport(const ArchiveService& archives) {
    yanxun::ReportKind kind;
    kind.id = "training.register";
    kind.title = tr("培训台账");
    kind.about = tr("本期每一期培训的学时、应到实到、到课率、合格率、档案号和缺件，附各月小计。");
    kind.order = 30;
    kind.make = [&archives](Reader& reader, const yanxun::ReportRequest& request) {
        return make(reader, request, archives);
    };
    return kind;
}

} // namespace training
