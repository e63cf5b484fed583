#include "core/drill_summary.h"

#include "core/drill_figures.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <stdexcept>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::FigureKind;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::ReportField;
using yanxun::ReportSection;
using yanxun::ReportTable;
using yanxun::tr;
using yanxun::Value;

/// The figures of the screen, asked by their ids: paper and screen cannot differ.
class Figures {
public:
    Figures(const Vocabulary& words, Reader& reader, const Period& period)
        : all_(figures(words)), reader_(reader), period_(period) {}

    FigureResult of(const std::string& id) const {
        const auto found = std::find_if(all_.begin(), all_.end(), [&](const FigureKind& kind) { return kind.id == id; });
        if (found == all_.end()) throw std::logic_error("no figure " + id);
        return found->compute(reader_, period_);
    }

private:
    std::vector<FigureKind> all_;
    Reader& reader_;
    Period period_;
};

/// «（实战 269，示范 96，双盲 87，桌面 77）»; forms that no drill had are not named.
std::string partsInWords(const FigureResult& figure) {
    std::string parts;
    for (const auto& point : figure.series) {
        if (point.value == 0) continue;
        parts += (parts.empty() ? "" : tr("，")) + tr("{} {}", point.label, point.value);
    }
    return parts.empty() ? parts : tr("（{}）", parts);
}

std::string change(std::int64_t now, std::int64_t before) {
    if (now == before) return tr("与上年持平");
    return now > before ? tr("比上年增加 {}", now - before) : tr("比上年减少 {}", before - now);
}

std::vector<std::string> sentencesOf(const Figures& figures, const FigureResult& held, const FigureResult& people) {
    if (held.value == 0) return {tr("本期没有应急演练记录。")};
    std::vector<std::string> sentences{tr("以演代训，全年组织应急演练 {} 次{}，参演 {} 人次。", held.value,
                                          partsInWords(figures.of("drills.by_mode")), people.value)};
    if (held.previous && people.previous) {
        sentences.push_back(tr("上年演练 {} 次、参演 {} 人次；本年次数{}，人次{}。", *held.previous, *people.previous,
                               change(held.value, *held.previous), change(people.value, *people.previous)));
    }
    const FigureResult scores = figures.of("drills.scores");
    if (scores.value > 0) sentences.push_back(tr("有评估得分的演练 {} 次{}。", scores.value, partsInWords(scores)));
    return sentences;
}

ReportField number(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

/// The groups of a figure, in its order, as a table with its sum below.
ReportTable tableOf(const char* id, std::string title, std::string keyTitle, FigureResult figure) {
    ReportTable table;
    table.id = id;
    table.title = std::move(title);
    table.rows.columns = {{"key", std::move(keyTitle), CellKind::text, 16}, {"held", tr("演练次数"), CellKind::integer, 10}};
    table.totals = {number("held", tr("合计"), figure.value, {})};
    table.rows.each = [figure = std::move(figure)](const yanxun::RowSink& sink) {
        for (const auto& point : figure.series) {
            const Value cells[]{point.label, point.value};
            sink(cells);
        }
    };
    return table;
}

ReportSection make(const Vocabulary& words, Reader& reader, const Period& period) {
    const Figures figures(words, reader, period);
    const FigureResult held = figures.of("drills.held"), people = figures.of("drills.participants");
    ReportSection section;
    section.id = "drills";
    section.title = tr("应急演练");
    section.sentences = sentencesOf(figures, held, people);
    if (held.value == 0) return section;
    section.fields = {number("held", tr("演练场次"), held.value, tr("场")),
                      number("participants", tr("参演人次"), people.value, tr("人次"))};
    section.tables = {tableOf("by_mode", tr("按形式（台账原词）"), tr("形式"), figures.of("drills.by_mode")),
                      tableOf("by_month", tr("按月份"), tr("月份"), figures.of("drills.by_month")),
                      tableOf("by_hazard", tr("按灾种"), tr("灾种"), figures.of("drills.by_hazard"))};
    section.charts = {{"by_month", "key", "held"}};
    return section;
}

} // namespace

yanxun::SummaryKind drillSummary(const Vocabulary& words) {
    yanxun::SummaryKind kind;
    kind.id = "drills.summary";
    kind.title = tr("应急演练");
    kind.order = 40;
    kind.make = [&words](Reader& reader, const Period& period) { return make(words, reader, period); };
    return kind;
}

} // namespace drills
