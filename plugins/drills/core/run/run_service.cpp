#include "core/run/run_service.h"

#include "core/drill_store.h"
#include "core/run/run_photos.h"
#include "core/run/run_store.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

constexpr std::int64_t longestDelay = 24 * 3600;

std::string reasonOf(const std::string& given, const std::string& what) {
    std::string reason = prose(given);
    if (reason.empty()) throw Error(tr("{}要写明原因。", what));
    return reason;
}

/// The run of a drill that has begun and is not over.
Run goingOn(Writer& writer, std::int64_t drill) {
    Run run = runs::load(writer, drill);
    if (run.drill.status == Status::running || run.drill.status == Status::paused) return run;
    throw Error(tr("演练“{}”现在是“{}”，没有在进行。", run.drill.name, word(run.drill.status)));
}

Run notPaused(Writer& writer, std::int64_t drill, const std::string& what) {
    Run run = goingOn(writer, drill);
    if (run.drill.status == Status::paused) throw Error(tr("演练“{}”已暂停，先“继续”再{}。", run.drill.name, what));
    return run;
}

const RunLine& lineOf(const Run& run, std::int64_t no) {
    const RunLine* const found = run.line(no);
    if (!found) throw yanxun::NotFound(tr("脚本里没有第 {} 行。", no));
    return *found;
}

std::string timeOf(yanxun::Millis at) { return yanxun::isoInstant(at).substr(11, 8); }

/// «第 3 行已于 09:12:05 由“导调甲”发出»: what was done is done once.
void requireNot(const RunLine& line, Deed deed, const std::string& again) {
    if (const DeedRecord* const done = line.find(deed)) {
        throw Conflict(tr("第 {} 行已于 {} 由“{}”{}，没有重复{}。", line.line.no, timeOf(done->at), done->who, word(deed), again));
    }
}

void requireWaiting(const Run& run, const RunLine& line, Deed deed) {
    requireNot(line, Deed::sent, word(deed));
    requireNot(line, Deed::skipped, word(deed));
    if (run.stateOf(line) != LineState::waiting) {
        throw Error(tr("第 {} 行现在是“{}”，不能{}。", line.line.no, word(run.stateOf(line)), word(deed)));
    }
}

void requireDelay(std::int64_t seconds) {
    if (seconds <= 0 || seconds > longestDelay) throw Error(tr("延迟应在 1 秒到 24 小时之间。"));
}

std::string metricOf(const std::string& given) {
    std::string metric = prose(given);
    if (metric.empty()) throw Error(tr("请写明计的是哪个环节，例如 报警→发出疏散信号。"));
    return metric;
}

} // namespace

void RunService::step(Writer& writer, std::int64_t drill, Status to, const std::string& reason) const {
    const Drill stored = store::get(writer, drill);
    drills_.step(writer, drill, stored.revision, to, reason);
}

void RunService::start(Writer& writer, std::int64_t drill) const {
    const Drill stored = store::get(writer, drill);
    if (stored.status == Status::running || stored.status == Status::paused) {
        throw Conflict(tr("演练“{}”已经开始，没有重复开始。", stored.name));
    }
    step(writer, drill, Status::running, {});
}

void RunService::pause(Writer& writer, std::int64_t drill, const std::string& reason) const {
    const Run run = goingOn(writer, drill);
    if (run.drill.status == Status::paused) throw Conflict(tr("演练“{}”已经暂停。", run.drill.name));
    step(writer, drill, Status::paused, reasonOf(reason, tr("暂停")));
}

void RunService::resume(Writer& writer, std::int64_t drill) const {
    const Run run = goingOn(writer, drill);
    if (run.drill.status == Status::running) throw Conflict(tr("演练“{}”正在进行，没有暂停。", run.drill.name));
    step(writer, drill, Status::running, {});
}

void RunService::setSpeed(Writer& writer, std::int64_t drill, std::int64_t factor) const {
    const Run run = goingOn(writer, drill);
    if (factor < 10 || factor > 10000) throw Error(tr("情景时间的倍数应在 0.1 到 100 之间。"));
    if (run.clock.state() == ClockState::notStarted) throw Error(tr("演练“{}”没有计时记录，不能调速。", run.drill.name));
    if (factor == run.clock.factor()) return;
    ClockEvent event;
    event.deed = ClockDeed::speed;
    event.at = writer.at();
    event.factor = factor;
    event.who = writer.who();
    runs::addClockEvent(writer, drill, event);
}

void RunService::end(Writer& writer, std::int64_t drill) const {
    goingOn(writer, drill);
    for (const StageTime& watch : runs::watches(writer, drill)) {
        if (watch.runs()) throw Error(tr("“{}”还在计时，请先停表或作废，再结束演练。", watch.metric));
    }
    step(writer, drill, Status::ended, {});
}

void RunService::abort(Writer& writer, std::int64_t drill, const std::string& author, const std::string& reason) const {
    goingOn(writer, drill);
    const std::string why = reasonOf(reason, tr("中止演练"));
    const std::string who = yanxun::text::key(author);
    step(writer, drill, Status::aborted, tr("{}：{}", who.empty() ? writer.who() : who, why));
}

void RunService::record(Writer& writer, const Run& run, const RunLine& line, Deed deed, const std::string& note,
                        std::int64_t seconds) const {
    DeedRecord record;
    record.deed = deed;
    record.at = writer.at();
    record.elapsedMs = run.clock.elapsed(record.at);
    record.seconds = seconds;
    record.who = writer.who();
    record.note = prose(note);
    const auto& events = run.clock.events();
    const yanxun::Millis before = !line.deeds.empty() ? line.deeds.back().at : events.empty() ? 0 : events.back().at;
    if (record.at < before) throw Error(tr("现在的时间早于上一次操作，请核对本机的日期和时间。"));
    runs::addDeed(writer, line, record);
}

void RunService::fire(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& reason) const {
    const Run run = notPaused(writer, drill, word(Deed::sent));
    const RunLine& line = lineOf(run, no);
    requireWaiting(run, line, Deed::sent);
    const std::string blocked = run.blocked(line, writer.at());
    if (!blocked.empty() && yanxun::text::key(reason).empty()) {
        throw Error(tr("第 {} 行的前置条件还不满足（{}）；仍要发出，请写明原因。", no, blocked));
    }
    record(writer, run, line, Deed::sent, reason);
}

void RunService::answer(Writer& writer, std::int64_t drill, std::int64_t no, Deed deed, const std::string& note) const {
    const Run run = goingOn(writer, drill);
    const RunLine& line = lineOf(run, no);
    requireNot(line, Deed::skipped, word(deed));
    requireNot(line, deed, word(deed));
    requireNot(line, Deed::completed, word(deed));
    if (deed == Deed::acknowledged) requireNot(line, Deed::responded, word(deed));
    // An expected action is not sent by anybody: it is seen to happen.
    const bool seen = line.line.kind == LineKind::expected && deed == Deed::completed;
    if (!line.find(Deed::sent) && !seen) throw Error(tr("第 {} 行还没有发出，不能记“{}”。", no, word(deed)));
    record(writer, run, line, deed, note);
}

void RunService::acknowledge(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const {
    answer(writer, drill, no, Deed::acknowledged, note);
}

void RunService::respond(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const {
    answer(writer, drill, no, Deed::responded, note);
}

void RunService::complete(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const {
    answer(writer, drill, no, Deed::completed, note);
}

void RunService::skip(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& reason) const {
    const Run run = goingOn(writer, drill);
    const RunLine& line = lineOf(run, no);
    requireWaiting(run, line, Deed::skipped);
    record(writer, run, line, Deed::skipped, reasonOf(reason, word(Deed::skipped)));
}

void RunService::delay(Writer& writer, std::int64_t drill, std::int64_t no, std::int64_t seconds, const std::string& reason) const {
    requireDelay(seconds);
    const Run run = goingOn(writer, drill);
    const RunLine& line = lineOf(run, no);
    requireWaiting(run, line, Deed::delayed);
    record(writer, run, line, Deed::delayed, reason, seconds);
}

int RunService::delayAll(Writer& writer, std::int64_t drill, std::int64_t from, std::int64_t seconds,
                         const std::string& reason) const {
    requireDelay(seconds);
    const Run run = goingOn(writer, drill);
    const std::int64_t start = from == 0 ? 0 : lineOf(run, from).due();
    int moved = 0;
    for (const RunLine& line : run.lines) {
        if (run.stateOf(line) != LineState::waiting || line.due() < start) continue;
        record(writer, run, line, Deed::delayed, reason, seconds);
        ++moved;
    }
    if (moved == 0) throw Error(tr("没有还在等待的脚本行，无从顺延。"));
    return moved;
}

std::int64_t RunService::fireFree(Writer& writer, std::int64_t drill, const std::string& to, const std::string& method,
                                  const std::string& text) const {
    const Run run = notPaused(writer, drill, word(Deed::sent));
    RunLine line;
    line.line.drillId = drill;
    line.line.no = scripts::lastNumber(writer, drill) + 1;
    line.line.kind = LineKind::free;
    line.line.offset = run.clock.elapsed(writer.at()) / 1000;
    line.line.phase = run.phaseNow();
    line.line.to = prose(to);
    line.line.method = prose(method);
    line.line.text = prose(text);
    requireSound(line.line);
    line.line.id = scripts::addLine(writer, line.line);
    record(writer, run, line, Deed::sent, {});
    return line.line.no;
}

std::int64_t RunService::startWatch(Writer& writer, std::int64_t drill, const std::string& metric, const std::string& itemNo) const {
    const Run run = notPaused(writer, drill, tr("计时"));
    StageTime watch;
    watch.drillId = drill;
    watch.metric = metricOf(metric);
    watch.itemNo = yanxun::text::key(itemNo);
    watch.startedAt = writer.at();
    watch.who = writer.who();
    for (const StageTime& other : run.watches) {
        if (other.runs() && other.metric == watch.metric) throw Conflict(tr("“{}”正在计时，没有重复开始。", watch.metric));
    }
    return runs::addWatch(writer, watch);
}

StageTime RunService::stopWatch(Writer& writer, std::int64_t drill, const std::string& metric) const {
    const Run run = goingOn(writer, drill);
    const std::string name = metricOf(metric);
    for (StageTime watch : run.watches) {
        if (!watch.runs() || watch.metric != name) continue;
        watch.stoppedAt = writer.at();
        watch.measuredMs = run.clock.between(watch.startedAt, *watch.stoppedAt);
        runs::updateWatch(writer, watch);
        return watch;
    }
    throw Conflict(tr("“{}”没有在计时。", name));
}

void RunService::voidWatch(Writer& writer, std::int64_t id, const std::string& reason) const {
    StageTime watch = runs::watch(writer, id);
    if (isFinal(store::get(writer, watch.drillId).status)) throw Error(tr("演练已归档或中止，计时不能再作废。"));
    if (!watch.voidReason.empty()) throw Conflict(tr("这条“{}”已经作废。", watch.metric));
    watch.voidReason = reasonOf(reason, tr("作废计时"));
    runs::updateWatch(writer, watch);
}

void RunService::linkWatch(Writer& writer, std::int64_t id, const std::string& itemNo) const {
    StageTime watch = runs::watch(writer, id);
    if (isFinal(store::get(writer, watch.drillId).status)) throw Error(tr("演练已归档或中止，计时不能再改。"));
    watch.itemNo = yanxun::text::key(itemNo);
    runs::updateWatch(writer, watch);
}

int RunService::takeOver(Writer& writer, std::int64_t drill, const RatingService& rating) const {
    const Evaluation evaluation = rating.get(writer, drill);
    const ScoreSheet& sheet = rating.sheetOf(evaluation);
    std::map<std::string, std::int64_t> measured;
    for (const StageTime& watch : runs::watches(writer, drill)) {
        if (watch.itemNo.empty() || !watch.voidReason.empty() || !watch.measuredMs) continue;
        const ScoreItem* const item = sheet.item(watch.itemNo);
        if (!item || item->style != ScoreStyle::time) {
            throw Error(tr("环节“{}”对应的评估项 {} 不是“{}”里的计时项，请改正。", watch.metric, watch.itemNo, sheet.title));
        }
        measured[watch.itemNo] = *watch.measuredMs;
    }
    if (measured.empty()) throw Error(tr("没有对应到评估项的环节计时，请先在“环节计时”里选定评估项。"));
    for (const auto& [item, milliseconds] : measured) {
        ItemRuling ruling = evaluation.panel.ruling(item);
        // Whole seconds: what a stop-watch on paper says.
        ruling.measured = std::to_string((milliseconds + 500) / 1000) + "秒";
        rating.rule(writer, drill, item, ruling);
    }
    return int(measured.size());
}

std::int64_t RunService::observe(Writer& writer, Observation observation) const {
    const Drill drill = store::get(writer, observation.drillId);
    if (drill.status < Status::running || isFinal(drill.status)) {
        throw Error(tr("演练“{}”现在是“{}”，不能再加观察记录。", drill.name, word(drill.status)));
    }
    observation.text = prose(observation.text);
    if (observation.text.empty()) throw Error(tr("请写下看到了什么。"));
    observation.observer = yanxun::text::key(observation.observer);
    if (observation.observer.empty()) observation.observer = writer.who();
    observation.at = writer.at();
    observation.elapsedMs = runs::clock(writer, drill.id).elapsed(observation.at);
    return runs::addObservation(writer, observation);
}

void RunService::editObservation(Writer& writer, const Observation& observation) const {
    if (isFinal(store::get(writer, observation.drillId).status)) throw Error(tr("演练已归档或中止，观察记录不能再改。"));
    if (yanxun::text::key(observation.text).empty()) throw Error(tr("请写下看到了什么。"));
    runs::updateObservation(writer, observation);
}

void RunService::removeObservation(Writer& writer, std::int64_t id, std::int64_t revision) const {
    Observation observation = runs::observation(writer, id);
    if (isFinal(store::get(writer, observation.drillId).status)) throw Error(tr("演练已归档或中止，观察记录不能再删。"));
    observation.revision = revision;
    removePhotos(writer, id);
    runs::removeObservation(writer, observation);
}

} // namespace drills
