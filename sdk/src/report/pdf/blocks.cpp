#include "report/pdf/blocks.h"

#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::pdf {
namespace {

constexpr std::size_t kRowsBetweenChecks = 1000;
constexpr std::size_t kMostBars = 60, kMostStanding = 14; // more would not be read
constexpr std::size_t kStandingLabel = 4;

double numberOf(const Value& value, CellKind kind) {
    const std::int64_t* whole = value.integer();
    const double* real = value.real();
    const double number = whole ? double(*whole) : real ? *real : 0;
    return kind == CellKind::hundredths && whole ? number / 100 : number;
}

/// What a chart of the table needs while its rows go by.
struct Charted {
    std::size_t label, value;
    ChartBlock block;
    bool tooMany = false;
};

class Builder {
public:
    Builder(std::size_t mostRows, Progress& progress) : mostRows_(mostRows), progress_(progress) {}

    Blocks report(const Report& report) {
        made_.title = report.title;
        made_.issuer = report.issuer;
        made_.scope = report.scope;
        made_.mark = report.mark;
        made_.madeAt = report.madeAt;
        text(TextRole::title, report.title);
        text(TextRole::meta, headLine(report));
        if (!report.scope.empty()) text(TextRole::paragraph, tr("统计口径：{}", report.scope));
        facts(report.fields);
        for (const ReportSection& each : report.sections) section(each, TextRole::heading);
        return std::move(made_);
    }

private:
    static std::string headLine(const Report& report) {
        const std::string made = isoInstant(report.madeAt);
        std::string line = report.issuer.empty() ? std::string{} : tr("填报单位：{}", report.issuer) + "　　";
        line += tr("统计期间：{} 至 {}", report.period.first.iso(), report.period.last.iso()) + "　　";
        return line + tr("制表时间：{} {}", made.substr(0, 10), made.substr(11, 5));
    }

    void text(TextRole role, std::string words) { made_.all.push_back(TextBlock{role, std::move(words)}); }

    void facts(const std::vector<ReportField>& fields) {
        if (fields.empty()) return;
        FactsBlock block;
        for (const ReportField& field : fields) {
            std::string value = cellText(field.value, field.kind);
            if (value.empty()) value = "—";
            block.facts.push_back({field.title, std::move(value), field.unit});
        }
        made_.all.push_back(std::move(block));
    }

    void section(const ReportSection& section, TextRole role) {
        text(role, section.title);
        for (const std::string& sentence : section.sentences) text(TextRole::paragraph, sentence);
        facts(section.fields);
        for (const ReportTable& each : section.tables) table(each, section);
        for (const ReportSection& each : section.sections) this->section(each, TextRole::subheading);
    }

    static std::vector<Charted> chartsOf(const ReportTable& table, const ReportSection& section) {
        std::vector<Charted> charts;
        const auto place = [&](const std::string& id) {
            const auto& columns = table.rows.columns;
            return std::size_t(std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == id; }) -
                               columns.begin());
        };
        for (const ReportChart& chart : section.charts) {
            if (chart.table != table.id) continue;
            Charted charted{place(chart.label), place(chart.value), {}};
            if (std::max(charted.label, charted.value) < table.rows.columns.size()) charts.push_back(std::move(charted));
        }
        return charts;
    }

    void table(const ReportTable& table, const ReportSection& section) {
        TableBlock block;
        for (const Column& column : table.rows.columns) block.columns.push_back({column.title, column.kind});
        std::vector<Charted> charts = chartsOf(table, section);
        const std::size_t leftOut = readRows(table, block, charts);
        totals(table, block);

        for (Charted& chart : charts) finishChart(chart);
        if (!table.title.empty() && table.title != section.title) text(TextRole::caption, table.title);
        made_.all.push_back(std::move(block));
        if (leftOut > 0) text(TextRole::warning, tr("本表太长，另有 {} 行未显示，请导出 XML 或表格查看全部。", leftOut));
    }

    std::size_t readRows(const ReportTable& table, TableBlock& block, std::vector<Charted>& charts) {
        std::size_t rows = 0;
        table.rows.each([&](std::span<const Value> values) {
            if (++rows % kRowsBetweenChecks == 0) pause(rows);
            if (rows > mostRows_) return;
            for (std::size_t i = 0; i < block.columns.size(); ++i) {
                block.cells.add(i < values.size() ? cellText(values[i], block.columns[i].kind) : std::string{});
            }
            for (Charted& chart : charts) addBar(chart, block, values);
        });
        return rows > mostRows_ ? rows - mostRows_ : 0;
    }

    static void addBar(Charted& chart, const TableBlock& block, std::span<const Value> values) {
        if (chart.tooMany || std::max(chart.label, chart.value) >= values.size()) return;
        if (chart.block.bars.size() == kMostBars) {
            chart.tooMany = true;
            return;
        }
        const CellKind kind = block.columns[chart.value].kind;
        chart.block.bars.push_back({cellText(values[chart.label], block.columns[chart.label].kind),
                                    cellText(values[chart.value], kind), numberOf(values[chart.value], kind)});
    }

    void finishChart(Charted& chart) {
        auto& bars = chart.block.bars;
        const bool any = std::any_of(bars.begin(), bars.end(), [](const auto& bar) { return bar.value > 0; });
        if (chart.tooMany || !any) return;
        chart.block.standing = bars.size() <= kMostStanding && std::all_of(bars.begin(), bars.end(), [](const auto& bar) {
            return text::length(bar.label) <= kStandingLabel || Date::fromIso(bar.label + "-01");
        });
        made_.all.push_back(std::move(chart.block));
    }

    static void totals(const ReportTable& table, TableBlock& block) {
        if (table.totals.empty()) return;
        block.totals.resize(block.columns.size());
        for (const ReportField& total : table.totals) {
            for (std::size_t i = 0; i < table.rows.columns.size(); ++i) {
                if (table.rows.columns[i].id == total.id) block.totals[i] = cellText(total.value, total.kind);
            }
        }
        if (block.totals[0].empty()) block.totals[0] = tr("合计");
    }

    void pause(std::size_t rows) {
        progress_.check();
        progress_.step(std::int64_t(rows), 0, tr("正在读取报表"));
    }

    std::size_t mostRows_;
    Progress& progress_;
    Blocks made_;
};

} // namespace

Blocks blocksOf(const Report& report, std::size_t mostRows, Progress& progress) {
    return Builder(mostRows, progress).report(report);
}

} // namespace yanxun::pdf
