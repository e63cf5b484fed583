#include "core/annual_report.h"

#include "core/drill_lines.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Report;
using yanxun::ReportField;
using yanxun::ReportSection;
using yanxun::ReportTable;
using yanxun::tr;
using yanxun::Value;

using statistics::Summary;

constexpr int shapeVersion = 1;

std::string periodWords(const Period& period) {
    if (period == Period::year(period.first.year)) return tr("{}年", period.first.year);
    return tr("{}至{}", period.first.chinese(), period.last.chinese());
}

ReportField number(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

std::vector<ReportField> fieldsOf(const Summary& sum) {
    return {number("held", tr("演练场次"), sum.held, tr("场")),
            number("participants", tr("参演人次"), sum.participants, tr("人次")),
            number("watchers", tr("观摩人次"), sum.watchers, tr("人次")),
            number("scored", tr("已评估"), sum.scored, tr("场")),
            number("findings", tr("发现问题"), sum.findings, tr("条")),
            number("closed", tr("已整改"), sum.closed, tr("条"))};
}

std::vector<std::string> sentencesOf(const Period& period, const Summary& sum) {
    if (sum.held == 0) return {tr("{}没有应急演练记录。", periodWords(period))};
    return {tr("{}共组织应急演练 {} 场，参演 {} 人次，另有观摩 {} 人次。", periodWords(period), sum.held,
               sum.participants, sum.watchers),
            tr("其中 {} 场有评估得分；发现问题 {} 条，已整改 {} 条，整改中 {} 条。", sum.scored, sum.findings, sum.closed,
               sum.findings - sum.closed)};
}

/// Months by time, everything else in pinyin order; what is not told stands last.
std::vector<Group> ordered(std::vector<Group> groups, GroupBy by) {
    if (by == GroupBy::month) return groups;
    const auto place = [](const Group& group) {
        return std::pair(group.key.empty(), yanxun::text::sortKey(group.key));
    };
    std::sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) { return place(a) < place(b); });
    return groups;
}

Value keyCell(const Group& group, GroupBy by) {
    if (by == GroupBy::month) return std::int64_t(std::stoll(group.key));
    return shownKey(group.key);
}

ReportSection groupSection(Reader& reader, const Period& period, const Summary& sum, const char* id, std::string title,
                           std::string keyTitle, GroupBy by) {
    ReportTable table;
    table.id = id;
    table.title = title;
    table.rows.columns = {{"key", std::move(keyTitle), by == GroupBy::month ? CellKind::month : CellKind::text, 16},
                          {"held", tr("演练场次"), CellKind::integer, 10},
                          {"participants", tr("参演人次"), CellKind::integer, 10}};
    table.rows.each = [&reader, period, by](const yanxun::RowSink& sink) {
        for (const Group& group : ordered(statistics::groups(reader, period, by), by)) {
            const std::vector<Value> cells{keyCell(group, by), group.held, group.participants};
            sink(cells);
        }
    };
    table.totals = {number("held", tr("合计"), sum.held, {}), number("participants", tr("合计"), sum.participants, {})};
    ReportSection section;
    section.id = id;
    section.title = std::move(title);
    section.charts = {{id, "key", "held"}};
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection scoreSection(Reader& reader, const Period& period, const Vocabulary& words, std::int64_t scored) {
    ReportTable table;
    table.id = "by_grade";
    table.title = tr("按评估等级");
    table.rows.columns = {{"grade", tr("等级"), CellKind::text, 8}, {"held", tr("演练场次"), CellKind::integer, 10}};
    table.rows.each = [&reader, period, &words](const yanxun::RowSink& sink) {
        const auto counts = statistics::scores(reader, period, words.grades());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const std::vector<Value> cells{words.grades()[i].name, counts[i]};
            sink(cells);
        }
    };
    table.totals = {number("held", tr("合计"), scored, {})};
    ReportSection section;
    section.id = "by_grade";
    section.title = table.title;
    section.sentences = {tr("按评估得分划分等级；没有得分的演练不在此表。")};
    section.tables.push_back(std::move(table));
    return section;
}

ReportSection listSection(Reader& reader, const Period& period, const Vocabulary& words, const Summary& sum) {
    ReportTable table;
    table.id = "drills";
    table.title = tr("演练明细");
    table.rows = drillRows(reader, {period, {}, {}, {}, {}}, words);
    table.totals = {number("participants", tr("合计"), sum.participants, {}),
                    number("watchers", tr("合计"), sum.watchers, {}), number("findings", tr("合计"), sum.findings, {}),
                    number("closed", tr("合计"), sum.closed, {})};
    ReportSection section;
    section.id = "drills";
    section.title = table.title;
    section.tables.push_back(std::move(table));
    return section;
}

Report make(Reader& reader, const yanxun::ReportRequest& request, const Vocabulary& words) {
    const Period& period = request.period;
    const Summary sum = statistics::summary(reader, period);
    Report report;
    report.kind = "drills.annual";
    report.version = shapeVersion;
    report.title = tr("{}应急演练统计表", periodWords(period));
    report.issuer = request.issuer;
    report.scope = tr("统计范围：演练日期在本期内、已经结束的演练；练习和已取消、已中止的不计。参演人次以参与填报的上报数为准，"
                      "约数计入；观摩人数不计入参演。形式按台账原词统计。");
    report.period = period;
    report.madeAt = request.madeAt;
    report.fields = fieldsOf(sum);

    ReportSection overview;
    overview.id = "overview";
    overview.title = tr("总体情况");
    overview.sentences = sentencesOf(period, sum);
    report.sections.push_back(std::move(overview));
    const auto group = [&](const char* id, std::string title, std::string keyTitle, GroupBy by) {
        report.sections.push_back(groupSection(reader, period, sum, id, std::move(title), std::move(keyTitle), by));
    };
    group("by_month", tr("按月份"), tr("月份"), GroupBy::month);
    group("by_region", tr("按乡镇（街道）"), tr("乡镇（街道）"), GroupBy::region);
    group("by_hazard", tr("按灾种"), tr("灾种"), GroupBy::hazard);
    group("by_mode", tr("按形式"), tr("形式"), GroupBy::mode);
    report.sections.push_back(scoreSection(reader, period, words, sum.scored));
    report.sections.push_back(listSection(reader, period, words, sum));
    return report;
}

} // namespace

yanxun::ReportKind annualReport(const Vocabulary& words) {
    yanxun::ReportKind kind;
    kind.id = "drills.annual";
    kind.title = tr("年度应急演练统计表");
    kind.about = tr("全年演练场次和参演人次，按月份、乡镇街道、灾种、形式和评估等级小计，附演练明细。");
    kind.order = 10;
    kind.make = [&words](Reader& reader, const yanxun::ReportRequest& request) { return make(reader, request, words); };
    return kind;
}

} // namespace drills
