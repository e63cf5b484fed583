#include "core/annual_summary.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::host {
namespace {

constexpr int kShapeVersion = 1;
/// Figures from this order on are details of a page; below it stand those a bureau reports.
constexpr int kFirstDetail = 100;
constexpr std::size_t kHeadFields = 6;

struct KeyFigure {
    const FigureKind* kind;
    FigureResult result;
};

std::string periodWords(const Period& period) {
    if (period == Period::year(period.first.year)) return tr("{}年", period.first.year);
    return tr("{}至{}", period.first.chinese(), period.last.chinese());
}

/// The same numbers that the home page shows, asked in the same snapshot.
std::vector<KeyFigure> keyFigures(const Registry& registry, Reader& reader, const Period& period) {
    std::vector<KeyFigure> all;
    for (const FigureKind& kind : registry.figures()) {
        if (kind.shape != FigureShape::number || kind.order >= kFirstDetail || !kind.compute) continue;
        all.push_back({&kind, kind.compute(reader, period)});
    }
    return all;
}

std::vector<ReportField> headFields(const std::vector<KeyFigure>& figures) {
    std::vector<ReportField> fields;
    for (const KeyFigure& figure : figures) {
        if (fields.size() == kHeadFields) break;
        fields.push_back({figure.kind->id, figure.kind->title, figure.result.value, figure.kind->kind, figure.kind->unit});
    }
    return fields;
}

/// One column may hold counts and scores: all are told in hundredths, and whole ones read as whole numbers.
Value inHundredths(const FigureKind& kind, std::int64_t value) {
    return kind.kind == CellKind::hundredths ? value : value * 100;
}

std::vector<Column> figureColumns(bool withYearBefore) {
    std::vector<Column> columns{{"figure", tr("指标"), CellKind::text, 20},
                                {"unit", tr("单位"), CellKind::text, 8},
                                {"value", tr("本期"), CellKind::hundredths, 10}};
    if (!withYearBefore) return columns;
    columns.push_back({"previous", tr("上年同期"), CellKind::hundredths, 10});
    columns.push_back({"change", tr("增减"), CellKind::hundredths, 10});
    return columns;
}

ReportSection figureSection(const std::vector<KeyFigure>& figures) {
    const bool yearBefore = std::any_of(figures.begin(), figures.end(),
                                        [](const KeyFigure& figure) { return figure.result.previous.has_value(); });
    ReportTable table;
    table.id = "figures";
    table.title = tr("主要指标");
    table.rows.columns = figureColumns(yearBefore);
    table.rows.each = [figures, yearBefore](const RowSink& sink) {
        for (const auto& [kind, result] : figures) {
            std::vector<Value> cells{kind->title, kind->unit, inHundredths(*kind, result.value)};
            if (yearBefore) {
                cells.push_back(result.previous ? inHundredths(*kind, *result.previous) : Value());
                cells.push_back(result.previous ? inHundredths(*kind, result.value - *result.previous) : Value());
            }
            sink(cells);
        }
    };
    ReportSection section;
    section.id = "figures";
    section.title = table.title;
    if (!yearBefore) section.sentences = {tr("上年同期没有记录，不作比较。")};
    section.tables.push_back(std::move(table));
    return section;
}

bool saysNothing(const ReportSection& section) {
    return section.sentences.empty() && section.fields.empty() && section.tables.empty() && section.sections.empty();
}

void addContributed(const Registry& registry, Reader& reader, Report& report) {
    for (const SummaryKind& kind : registry.summaries()) {
        ReportSection section = kind.make(reader, report.period);
        if (saysNothing(section)) continue;
        section.id = kind.id; // unique in the report, whatever the plugin wrote
        if (section.title.empty()) section.title = kind.title;
        report.sections.push_back(std::move(section));
    }
}

Report make(const Registry& registry, Reader& reader, const ReportRequest& request) {
    Report report;
    report.kind = "summary.annual";
    report.version = kShapeVersion;
    report.title = tr("{}演练、培训与宣传工作总结", periodWords(request.period));
    report.issuer = request.issuer;
    report.scope = tr("统计日期在本期内、已经发生的工作；取消的、练习的和已撤销导入的不计。台账写“约”“余”的数按所写计入合计。"
                      "各数与首页指标、各类报表出自同一处，可逐条列出明细核对；上年同期有记录的列在旁边。");
    report.period = request.period;
    report.madeAt = request.madeAt;
    const std::vector<KeyFigure> figures = keyFigures(registry, reader, request.period);
    report.fields = headFields(figures);
    if (!figures.empty()) report.sections.push_back(figureSection(figures));
    addContributed(registry, reader, report);
    if (report.sections.empty()) {
        ReportSection nothing;
        nothing.id = "nothing";
        nothing.title = tr("没有内容");
        nothing.sentences = {tr("现在运行的插件没有提供年度总结的内容。请在“插件”中查看插件是否已启用。")};
        report.sections.push_back(std::move(nothing));
    }
    return report;
}

} // namespace

ReportKind annualSummary(const Registry& registry) {
    ReportKind kind;
    kind.id = "summary.annual";
    kind.title = tr("年度总结");
    kind.about = tr("一年的宣传、物资、培训和演练：主要指标、各项工作的文字和分类表，上年同期列在旁边。");
    kind.order = 0;
    kind.make = [&registry](Reader& reader, const ReportRequest& request) { return make(registry, reader, request); };
    return kind;
}

} // namespace yanxun::host
