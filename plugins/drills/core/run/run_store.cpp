#include "core/run/run_store.h"

#include "core/drill_store.h"
#include "core/run/script_store.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills::runs {
namespace {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

/// 发出 and 跳过 are one slot: a line goes one of the two ways.
std::int64_t slotOf(Deed deed, std::int64_t delays) {
    switch (deed) {
    case Deed::sent:
    case Deed::skipped: return 1;
    case Deed::acknowledged: return 2;
    case Deed::responded: return 3;
    case Deed::completed: return 4;
    case Deed::delayed: return 100 + delays;
    }
    return 0;
}

StageTime watchOf(const Row& row) {
    StageTime w;
    w.id = row.integer(0);
    w.revision = row.integer(1);
    w.drillId = row.integer(2);
    w.metric = row.str(3);
    w.itemNo = row.str(4);
    w.startedAt = row.integer(5);
    w.stoppedAt = row.maybeInteger(6);
    w.measuredMs = row.maybeInteger(7);
    w.who = row.str(8);
    w.voidReason = row.str(9);
    return w;
}

constexpr std::string_view selectWatch = "SELECT id, revision, drill_id, metric, item_no, started_at, stopped_at,"
                                         " measured_ms, who, void_reason FROM drills_stage_time WHERE ";

Observation observationOf(const Row& row) {
    Observation o;
    o.id = row.integer(0);
    o.revision = row.integer(1);
    o.drillId = row.integer(2);
    o.at = row.integer(3);
    o.elapsedMs = row.integer(4);
    o.observer = row.str(5);
    o.kind = ObservationKind(row.integer(6));
    o.text = row.str(7);
    o.lineNo = row.integer(8);
    o.itemNo = row.str(9);
    return o;
}

constexpr std::string_view selectObservation =
    "SELECT o.id, o.revision, o.drill_id, o.at, o.elapsed_ms, o.observer, o.kind, o.body, i.no, o.item_no"
    " FROM drills_observation o LEFT JOIN drills_inject i ON i.id = o.inject_id WHERE ";

Fields fieldsOf(Writer& writer, const Observation& o) {
    yanxun::Value line;
    if (o.lineNo != 0) {
        const auto id = scripts::idOf(writer, o.drillId, o.lineNo);
        if (!id) throw yanxun::NotFound(tr("脚本里没有第 {} 行。", o.lineNo));
        line = *id;
    }
    return {{"drill_id", o.drillId},  {"at", o.at},     {"elapsed_ms", o.elapsedMs}, {"observer", o.observer},
            {"kind", int(o.kind)},    {"body", o.text}, {"inject_id", line},         {"item_no", o.itemNo}};
}

void readDeeds(Reader& reader, std::int64_t drill, std::vector<RunLine>& lines) {
    std::map<std::int64_t, RunLine*> byId;
    for (RunLine& line : lines) byId[line.line.id] = &line;
    reader.each("SELECT id, inject_id, deed, at, elapsed_ms, seconds, who, note FROM drills_inject_event"
                " WHERE drill_id = ? ORDER BY at, id",
                {drill}, [&](const Row& row) {
                    const auto line = byId.find(row.integer(1));
                    if (line == byId.end()) return;
                    line->second->deeds.push_back({row.integer(0), row.integer(1), Deed(row.integer(2)), row.integer(3),
                                                   row.integer(4), row.integer(5), row.str(6), row.str(7)});
                });
}

void removeRows(Writer& writer, std::string_view table, std::int64_t drill) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM " + std::string(table) + " WHERE drill_id = ?", {drill},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows) writer.remove(table, id, revision);
}

} // namespace

Run load(Reader& reader, std::int64_t drill) {
    Run run;
    run.drill = store::get(reader, drill);
    run.script = scripts::find(reader, drill);
    run.clock = clock(reader, drill);
    run.phases = scripts::phases(reader, drill);
    for (ScriptLine& line : scripts::lines(reader, drill)) run.lines.push_back({std::move(line), {}});
    readDeeds(reader, drill, run.lines);
    std::stable_sort(run.lines.begin(), run.lines.end(),
                     [](const RunLine& a, const RunLine& b) { return a.due() < b.due(); });
    run.watches = watches(reader, drill);
    run.observations = observations(reader, drill);
    return run;
}

ExerciseClock clock(Reader& reader, std::int64_t drill) {
    std::vector<ClockEvent> events;
    reader.each("SELECT id, seq, kind, at, scenario_ms, factor, who, reason FROM drills_clock_event"
                " WHERE drill_id = ? ORDER BY seq",
                {drill}, [&](const Row& row) {
                    events.push_back({row.integer(0), row.integer(1), ClockDeed(row.integer(2)), row.integer(3),
                                      row.integer(4), row.integer(5), row.str(6), row.str(7)});
                });
    return ExerciseClock(std::move(events));
}

std::vector<StageTime> watches(Reader& reader, std::int64_t drill) {
    std::vector<StageTime> all;
    reader.each(std::string(selectWatch) + "drill_id = ? ORDER BY id", {drill},
                [&](const Row& row) { all.push_back(watchOf(row)); });
    return all;
}

StageTime watch(Reader& reader, std::int64_t id) {
    std::optional<StageTime> found;
    reader.one(std::string(selectWatch) + "id = ?", {id}, [&](const Row& row) { found = watchOf(row); });
    if (!found) throw yanxun::NotFound(tr("没有这条环节计时，请刷新后再试。"));
    return *found;
}

std::vector<Observation> observations(Reader& reader, std::int64_t drill) {
    std::vector<Observation> all;
    reader.each(std::string(selectObservation) + "o.drill_id = ? ORDER BY o.at, o.id", {drill},
                [&](const Row& row) { all.push_back(observationOf(row)); });
    return all;
}

Observation observation(Reader& reader, std::int64_t id) {
    std::optional<Observation> found;
    reader.one(std::string(selectObservation) + "o.id = ?", {id}, [&](const Row& row) { found = observationOf(row); });
    if (!found) throw yanxun::NotFound(tr("没有这条观察记录，请刷新后再试。"));
    return *found;
}

std::vector<Drill> atTheDesk(Reader& reader) {
    std::vector<std::int64_t> ids;
    // The numbers stand in the text so that the partial index is used.
    reader.each("SELECT id FROM drills_drill WHERE status IN (50, 60, 65) ORDER BY status DESC, held_ymd DESC, id DESC",
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    std::vector<Drill> all;
    for (const std::int64_t id : ids) all.push_back(store::get(reader, id));
    return all;
}

std::vector<Drill> running(Reader& reader) {
    std::vector<Drill> all = atTheDesk(reader);
    std::erase_if(all, [](const Drill& drill) { return drill.status == Status::ready; });
    return all;
}

void eachMeasured(Reader& reader, const yanxun::Period& period, const std::string& metric,
                  const std::function<void(const Measured&)>& use) {
    std::string sql = "SELECT d.held_ymd, d.name, d.unit_name, s.metric, s.measured_ms FROM drills_stage_time s"
                      // Few drills are timed: SQLite begins with the stop-watches.
                      " CROSS JOIN drills_drill d WHERE d.id = s.drill_id AND s.measured_ms IS NOT NULL AND s.void_reason = ''"
                      " AND d.counted = 1 AND d.held_ymd BETWEEN ? AND ?";
    yanxun::Values values{period.first.ymd(), period.last.ymd()};
    if (!metric.empty()) {
        sql += " AND s.metric = ?";
        values.emplace_back(metric);
    }
    reader.each(sql + " ORDER BY d.held_ymd, s.id", values, [&](const Row& row) {
        use({yanxun::Date::fromYmd(row.integer(0)), row.str(1), row.str(2), row.str(3), row.integer(4)});
    });
}

std::vector<MetricMean> meansByMetric(Reader& reader, const yanxun::Period& period) {
    std::map<std::string, MetricMean> byMetric;
    eachMeasured(reader, period, {}, [&](const Measured& one) {
        MetricMean& mean = byMetric[one.metric];
        mean.metric = one.metric;
        mean.meanMs += one.measuredMs; // the sum, until all are in
        ++mean.count;
    });
    std::vector<MetricMean> means;
    for (auto& [metric, mean] : byMetric) {
        mean.meanMs /= mean.count;
        means.push_back(std::move(mean));
    }
    return means;
}

void addClockEvent(Writer& writer, std::int64_t drill, ClockEvent event) {
    const ExerciseClock before = clock(writer, drill);
    if (!before.events().empty() && event.at < before.events().back().at) {
        throw yanxun::Error(tr("现在的时间早于上一次“{}”，请核对本机的日期和时间。", word(before.events().back().deed)));
    }
    event.seq = std::int64_t(before.events().size()) + 1;
    event.scenarioMs = before.scenario(event.at);
    try {
        writer.insert("drills_clock_event", {{"uid", yanxun::newUid(writer.at())},
                                             {"drill_id", drill},
                                             {"seq", event.seq},
                                             {"kind", int(event.deed)},
                                             {"at", event.at},
                                             {"scenario_ms", event.scenarioMs},
                                             {"factor", event.factor},
                                             {"who", event.who},
                                             {"reason", event.reason}});
    } catch (const yanxun::Conflict&) {
        throw yanxun::Conflict(tr("另一台电脑刚刚操作了演练时钟，请看清后再操作。"));
    }
}

void addDeed(Writer& writer, const RunLine& line, const DeedRecord& deed) {
    const auto delays = std::count_if(line.deeds.begin(), line.deeds.end(),
                                      [](const DeedRecord& one) { return one.deed == Deed::delayed; });
    try {
        writer.insert("drills_inject_event", {{"uid", yanxun::newUid(writer.at())},
                                              {"drill_id", line.line.drillId},
                                              {"inject_id", line.line.id},
                                              {"slot", slotOf(deed.deed, delays)},
                                              {"deed", int(deed.deed)},
                                              {"at", deed.at},
                                              {"elapsed_ms", deed.elapsedMs},
                                              {"seconds", deed.seconds},
                                              {"who", deed.who},
                                              {"note", deed.note}});
    } catch (const yanxun::Conflict&) {
        throw yanxun::Conflict(tr("第 {} 行刚刚已由另一台电脑操作，没有重复“{}”。", line.line.no, word(deed.deed)));
    }
}

std::int64_t addWatch(Writer& writer, const StageTime& watch) {
    try {
        return writer.insert("drills_stage_time", {{"uid", yanxun::newUid(writer.at())},
                                                   {"drill_id", watch.drillId},
                                                   {"metric", watch.metric},
                                                   {"item_no", watch.itemNo},
                                                   {"started_at", watch.startedAt},
                                                   {"who", watch.who}});
    } catch (const yanxun::Conflict&) {
        throw yanxun::Conflict(tr("“{}”正在计时，没有重复开始。", watch.metric));
    }
}

void updateWatch(Writer& writer, const StageTime& watch) {
    writer.update("drills_stage_time", watch.id, watch.revision,
                  {{"stopped_at", watch.stoppedAt},
                   {"measured_ms", watch.measuredMs},
                   {"item_no", watch.itemNo},
                   {"void_reason", watch.voidReason}});
}

std::int64_t addObservation(Writer& writer, const Observation& observation) {
    Fields fields = fieldsOf(writer, observation);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_observation", fields);
}

void updateObservation(Writer& writer, const Observation& observation) {
    writer.update("drills_observation", observation.id, observation.revision, fieldsOf(writer, observation));
}

void removeObservation(Writer& writer, const Observation& observation) {
    writer.remove("drills_observation", observation.id, observation.revision);
}

void removeAll(Writer& writer, std::int64_t drill) {
    for (const char* table : {"drills_observation", "drills_stage_time", "drills_inject_event", "drills_clock_event"}) {
        removeRows(writer, table, drill);
    }
}

} // namespace drills::runs
