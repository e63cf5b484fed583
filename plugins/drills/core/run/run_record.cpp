#include "core/run/run_record.h"

#include "core/run/run_store.h"
#include "core/run/script_columns.h"
#include "core/run/script_service.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"

namespace drills {
namespace {

using yanxun::Reader;

void writeScript(Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
    const auto script = scripts::find(reader, drill.id);
    if (!script) return;
    into.set("version", std::to_string(script->version)).set("state", word(script->state));
    into.set("scenarioStart", script->scenarioStart);
    if (!stable && script->approvedAt) {
        into.set("approvedBy", script->approvedBy).set("approvedAt", yanxun::isoInstant(*script->approvedAt));
    }
    for (const Phase& phase : scripts::phases(reader, drill.id)) into.add("phase").set("name", phase.name);
    for (const ScriptLine& line : scripts::lines(reader, drill.id)) {
        RecordNode& node = into.add("line");
        for (const ScriptColumn& column : scriptColumns()) node.set(column.id, scriptCell(line, column.id));
    }
}

void writeDeeds(const Run& run, bool stable, RecordNode& into) {
    for (const RunLine& line : run.lines) {
        for (const DeedRecord& deed : line.deeds) {
            RecordNode& node = into.add("deed");
            node.set("line", std::to_string(line.line.no)).set("what", word(deed.deed)).set("note", deed.note);
            if (deed.deed == Deed::delayed) node.set("seconds", deed.seconds);
            if (!stable) node.set("at", yanxun::isoInstant(deed.at)).set("who", deed.who).set("elapsed", clockText(deed.elapsedMs));
        }
    }
}

void writeRun(Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
    const Run run = runs::load(reader, drill.id);
    for (const ClockEvent& event : run.clock.events()) {
        RecordNode& node = into.add("clock");
        node.set("what", word(event.deed)).set("reason", event.reason);
        if (event.deed == ClockDeed::speed) node.set("factor", event.factor);
        if (!stable) node.set("at", yanxun::isoInstant(event.at)).set("who", event.who);
    }
    writeDeeds(run, stable, into);
    for (const StageTime& watch : run.watches) {
        RecordNode& node = into.add("stageTime");
        node.set("metric", watch.metric).set("item", watch.itemNo).set("void", watch.voidReason);
        if (!stable) node.set("milliseconds", watch.measuredMs).set("who", watch.who);
    }
    for (const Observation& one : run.observations) {
        RecordNode& node = into.add("observation");
        node.set("kind", word(one.kind)).set("text", one.text).set("item", one.itemNo);
        if (one.lineNo != 0) node.set("line", std::to_string(one.lineNo));
        if (!stable) node.set("at", yanxun::isoInstant(one.at)).set("observer", one.observer);
    }
}

} // namespace

RecordPart scriptPart() {
    RecordPart part;
    part.element = "script";
    part.write = writeScript;
    part.copy = [](yanxun::Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        ScriptService().copy(writer, from.id, to.id);
    };
    // The rows of the run point at the lines: both go here, in their order.
    part.remove = [](yanxun::Writer& writer, std::int64_t drill) {
        runs::removeAll(writer, drill);
        scripts::removeAll(writer, drill);
    };
    return part;
}

RecordPart runPart() {
    RecordPart part;
    part.element = "run";
    part.write = writeRun;
    return part;
}

} // namespace drills
