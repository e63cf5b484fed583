#include "core/run/run_tables.h"

#include "core/run/run_store.h"
#include "core/run/script_time.h"
#include "core/written_measure.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::RowSource;
using yanxun::tr;
using yanxun::Value;

std::string shownTime(yanxun::Millis at) { return yanxun::isoInstant(at).substr(11, 8); }

std::string shownSpan(std::optional<std::int64_t> milliseconds) {
    return milliseconds ? durationText(*milliseconds / 1000 * 1000) : std::string();
}

std::string noteOf(const RunLine& line) {
    std::string note;
    for (const DeedRecord& deed : line.deeds) {
        std::string part;
        if (deed.deed == Deed::delayed) part = tr("延迟 {}", deltaText(deed.seconds).substr(1));
        if (!deed.note.empty()) part += part.empty() ? deed.note : tr("（{}）", deed.note);
        if (part.empty()) continue;
        note += (note.empty() ? "" : tr("；")) + part;
    }
    return note;
}

} // namespace

RowSource runRows(const Run& run, yanxun::Millis now) {
    RowSource source;
    source.columns = {{"no", tr("序号"), CellKind::integer, 6},    {"planned", tr("计划"), CellKind::text, 12},
                      {"kind", tr("类型"), CellKind::text, 8},     {"text", tr("事件内容"), CellKind::text, 36},
                      {"to", tr("接收方"), CellKind::text, 14},    {"state", tr("状态"), CellKind::text, 8},
                      {"sent", tr("发出时刻"), CellKind::text, 10}, {"actual", tr("实际"), CellKind::text, 12},
                      {"delta", tr("偏差"), CellKind::text, 10},   {"response", tr("响应用时"), CellKind::text, 10},
                      {"note", tr("说明"), CellKind::text, 24}};
    source.each = [run, now](const RowSink& sink) {
        for (const RunLine& line : run.lines) {
            const DeedRecord* done = line.find(Deed::sent);
            if (!done) done = line.find(Deed::completed);
            std::string note = noteOf(line);
            if (note.empty() && run.stateOf(line) == LineState::waiting) note = run.blocked(line, now);
            const std::vector<Value> cells{line.line.no,
                                           offsetText(line.due()),
                                           word(line.line.kind),
                                           line.line.text,
                                           line.line.to,
                                           word(run.stateOf(line)),
                                           done ? shownTime(done->at) : std::string(),
                                           done ? offsetText(done->elapsedMs / 1000) : std::string(),
                                           done ? deltaText(done->elapsedMs / 1000 - line.due()) : std::string(),
                                           shownSpan(run.responseMs(line)),
                                           note};
            sink(cells);
        }
    };
    return source;
}

RowSource watchRows(const std::vector<StageTime>& watches) {
    RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 6},      {"metric", tr("环节"), CellKind::text, 28},
                      {"item", tr("评估项"), CellKind::text, 8},     {"started", tr("开始"), CellKind::text, 10},
                      {"stopped", tr("结束"), CellKind::text, 10},   {"took", tr("用时"), CellKind::text, 10},
                      {"who", tr("计时员"), CellKind::text, 10},     {"void", tr("作废原因"), CellKind::text, 20}};
    source.each = [watches](const RowSink& sink) {
        for (const StageTime& watch : watches) {
            const std::vector<Value> cells{watch.id,
                                           watch.metric,
                                           watch.itemNo,
                                           shownTime(watch.startedAt),
                                           watch.stoppedAt ? shownTime(*watch.stoppedAt) : std::string(),
                                           shownSpan(watch.measuredMs),
                                           watch.who,
                                           watch.voidReason};
            sink(cells);
        }
    };
    return source;
}

RowSource observationRows(const std::vector<Observation>& observations) {
    RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 6},   {"at", tr("时刻"), CellKind::text, 10},
                      {"elapsed", tr("演练时间"), CellKind::text, 12}, {"kind", tr("类别"), CellKind::text, 6},
                      {"text", tr("观察内容"), CellKind::text, 40}, {"line", tr("脚本行"), CellKind::text, 6},
                      {"item", tr("评估项"), CellKind::text, 8},  {"observer", tr("记录人"), CellKind::text, 10}};
    source.each = [observations](const RowSink& sink) {
        for (const Observation& one : observations) {
            const std::vector<Value> cells{one.id,
                                           shownTime(one.at),
                                           offsetText(one.elapsedMs / 1000),
                                           word(one.kind),
                                           one.text,
                                           one.lineNo == 0 ? std::string() : std::to_string(one.lineNo),
                                           one.itemNo,
                                           one.observer};
            sink(cells);
        }
    };
    return source;
}

RowSource clockRows(const ExerciseClock& clock) {
    RowSource source;
    source.columns = {{"deed", tr("操作"), CellKind::text, 8},
                      {"at", tr("时刻"), CellKind::text, 10},
                      {"elapsed", tr("演练时间"), CellKind::text, 12},
                      {"scenario", tr("情景时间"), CellKind::text, 12},
                      {"factor", tr("倍数"), CellKind::hundredths, 6},
                      {"who", tr("操作人"), CellKind::text, 10},
                      {"reason", tr("原因"), CellKind::text, 24}};
    source.each = [clock](const RowSink& sink) {
        for (const ClockEvent& event : clock.events()) {
            const std::vector<Value> cells{word(event.deed),
                                           shownTime(event.at),
                                           offsetText(clock.elapsed(event.at) / 1000),
                                           offsetText(event.scenarioMs / 1000),
                                           event.factor,
                                           event.who,
                                           event.reason};
            sink(cells);
        }
    };
    return source;
}

namespace {

RowSource without(RowSource source, std::string_view column) {
    std::size_t at = 0;
    while (at < source.columns.size() && source.columns[at].id != column) ++at;
    if (at == source.columns.size()) return source;
    source.columns.erase(source.columns.begin() + std::ptrdiff_t(at));
    source.each = [each = source.each, at](const RowSink& sink) {
        each([&](std::span<const Value> cells) {
            std::vector<Value> left(cells.begin(), cells.end());
            left.erase(left.begin() + std::ptrdiff_t(at));
            sink(left);
        });
    };
    return source;
}

std::string sentenceOf(const Run& run) {
    const auto end = run.clock.endedAt();
    const std::int64_t took = run.clock.elapsed(end.value_or(run.clock.events().back().at));
    const auto pauses = std::count_if(run.clock.events().begin(), run.clock.events().end(),
                                      [](const ClockEvent& event) { return event.deed == ClockDeed::pause; });
    const std::int64_t sent = run.lines.size() - run.count(LineState::waiting) - run.count(LineState::skipped) -
                              run.count(LineState::cancelled);
    return tr("演练于 {} 开始，净用时 {}，暂停 {} 次；脚本 {} 行，发出或完成 {} 行，跳过 {} 行。",
              shownTime(*run.clock.startedAt()), durationText(took / 1000 * 1000), pauses, run.lines.size(), sent,
              run.count(LineState::skipped));
}

} // namespace

std::vector<yanxun::ReportSection> runSections(Reader& reader, std::int64_t drill) {
    const Run run = runs::load(reader, drill);
    if (run.clock.events().empty()) return {};
    const yanxun::Millis end = run.clock.endedAt().value_or(run.clock.events().back().at);
    yanxun::ReportSection section;
    section.id = "run";
    section.title = tr("演练过程");
    section.sentences = {sentenceOf(run)};
    section.tables.push_back({"clock", tr("时钟"), clockRows(run.clock), {}});
    if (!run.lines.empty()) section.tables.push_back({"injects", tr("注入与响应用时"), runRows(run, end), {}});
    if (!run.watches.empty()) {
        section.tables.push_back({"watches", tr("环节计时"), without(watchRows(run.watches), "id"), {}});
    }
    if (!run.observations.empty()) {
        section.tables.push_back({"observations", tr("观察记录"), without(observationRows(run.observations), "id"), {}});
    }
    return {std::move(section)};
}

std::vector<yanxun::FigureKind> runFigures() {
    yanxun::FigureKind kind;
    kind.id = "drills.stage_times";
    kind.title = tr("计时指标");
    kind.unit = tr("次");
    kind.shape = yanxun::FigureShape::bars;
    kind.order = 90;
    kind.icon = "clock";
    kind.compute = [](Reader& reader, const yanxun::Period& period) {
        yanxun::FigureResult result;
        for (const auto& mean : runs::meansByMetric(reader, period)) {
            // The means are of different things and make no sum: the bars are how often was measured.
            result.series.push_back({mean.metric, tr("{}（平均 {} 秒）", mean.metric, (mean.meanMs + 500) / 1000), mean.count});
            result.value += mean.count;
        }
        return result;
    };
    kind.rows = [](Reader& reader, const yanxun::Period& period, const std::string& key) {
        RowSource source;
        source.columns = {{"date", tr("日期"), CellKind::date, 10},
                          {"name", tr("演练名称"), CellKind::text, 28},
                          {"unit", tr("组织单位"), CellKind::text, 20},
                          {"metric", tr("环节"), CellKind::text, 24},
                          {"seconds", tr("用时（秒）"), CellKind::integer, 10}};
        source.each = [&reader, period, key](const RowSink& sink) {
            runs::eachMeasured(reader, period, key, [&](const runs::Measured& one) {
                const std::vector<Value> cells{one.heldOn.ymd(), one.drill, one.unit, one.metric, (one.measuredMs + 500) / 1000};
                sink(cells);
            });
        };
        return source;
    };
    return {std::move(kind)};
}

std::vector<yanxun::TaskKind> runTasks() {
    yanxun::TaskKind kind{"drills.running", tr("演练正在进行"), "drills.run", {}, {}};
    kind.count = [](Reader& reader, yanxun::Date) { return std::int64_t(runs::running(reader).size()); };
    kind.first = [](Reader& reader, yanxun::Date, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        for (const Drill& drill : runs::running(reader)) {
            if (tasks.size() == limit) break;
            yanxun::Task task;
            task.title = tr("演练“{}”正在进行，打开导调台", drill.name);
            task.detail = tr("{}，{}", drill.unitName, word(drill.status));
            task.due = drill.heldOn;
            task.tone = yanxun::Tone::accent;
            task.argument = "id=" + std::to_string(drill.id);
            tasks.push_back(std::move(task));
        }
        return tasks;
    };
    return {std::move(kind)};
}

} // namespace drills
