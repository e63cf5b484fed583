#include "core/improve/improve_part.h"

#include "core/improve/action_store.h"
#include "core/improve/evidence.h"
#include "core/improve/lesson.h"

namespace drills {
namespace {

using yanxun::Reader;

void writeAction(Reader& reader, const Action& action, bool stable, RecordNode& node) {
    node.set("measure", action.measure).set("kind", word(action.kind)).set("dutyUnit", action.dutyUnit);
    node.set("dutyPerson", action.dutyPerson).set("with", action.coopUnits).set("due", action.due.iso());
    node.set("status", word(action.status)).set("no", action.no).set("lookBack", word(action.lookBack));
    node.set("repeat", action.repeatNo).set("recurrences", action.recurrences);
    if (action.closed) node.set("closed", action.closed->iso());
    for (const ActionProgress& one : actions::progress(reader, action.id)) {
        RecordNode& child = node.add("progress").set("percent", one.percent).set("text", one.text);
        if (!stable) child.set("at", yanxun::isoInstant(one.at)).set("who", one.who);
    }
    for (const Extension& one : actions::extensions(reader, action.id)) {
        RecordNode& child = node.add("extension").set("from", one.oldDue.iso()).set("to", one.newDue.iso());
        child.set("reason", one.reason).set("state", word(one.state)).set("note", one.note);
        if (!stable) child.set("askedBy", one.askedBy).set("decidedBy", one.decidedBy);
    }
    for (const Verification& one : actions::verifications(reader, action.id)) {
        RecordNode& child = node.add("verification").set("kind", word(one.kind)).set("result", word(one.result));
        child.set("note", one.note);
        if (!stable) child.set("at", yanxun::isoInstant(one.at)).set("who", one.who);
    }
}

void write(Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
    for (const Action& action : actions::ofDrill(reader, drill.id)) writeAction(reader, action, stable, into.add("action"));
    for (const PlanRevision& r : revisions::ofDrill(reader, drill.id)) {
        into.add("planRevision").set("plan", r.plan).set("clause", r.clause).set("suggestion", r.suggestion)
            .set("state", word(r.state)).set("note", r.note).set("version", r.adoptedVersion);
    }
    for (const Lesson& l : lessons::ofDrill(reader, drill.id)) {
        into.add("lesson").set("kind", word(l.kind)).set("text", l.text).set("item", l.itemNo).set("tags", l.tags)
            .set("appliesTo", l.appliesTo);
    }
    for (const Evidence& e : evidence::ofDrill(reader, drill.id)) {
        into.add("evidence").set("name", e.name).set("caption", e.caption).set("sha256", e.sha256).set("bytes", e.size);
    }
}

} // namespace

RecordPart improvePart() {
    RecordPart part;
    part.element = "improvement";
    part.write = write;
    // Findings take their actions with them.
    part.remove = [](yanxun::Writer& writer, std::int64_t drill) {
        evidence::removeOfDrill(writer, drill);
        lessons::removeOfDrill(writer, drill);
    };
    return part;
}

} // namespace drills
