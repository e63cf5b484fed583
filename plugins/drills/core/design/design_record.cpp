#include "core/design/design_record.h"

#include "core/design/design_store.h"
#include "core/design/document_store.h"
#include "core/design/link_store.h"
#include "core/design/resource_store.h"
#include "core/duty_record_store.h"

#include <yanxun/table/rows.h>

namespace drills {
namespace {

using yanxun::Reader;
using yanxun::Writer;

std::string money(const std::optional<std::int64_t>& fen) {
    return fen ? yanxun::cellText(*fen, yanxun::CellKind::hundredths) : std::string();
}

std::string when(bool stable, const std::optional<yanxun::Millis>& at) {
    return stable ? std::string() : shownMoment(at);
}

/// A planned time of the copy: the same hour, `days` later.
std::optional<yanxun::Millis> shifted(const std::optional<yanxun::Millis>& at, std::int64_t days) {
    if (!at) return std::nullopt;
    return *at + days * 24 * 3600 * 1000;
}

template <class Record>
RecordPart rowsPart(std::string element, void (*one)(const Record&, bool stable, RecordNode&), Record (*copied)(Record)) {
    RecordPart part;
    part.write = [one](Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
        for (const Record& record : design::rows<Record>(reader, drill.id)) one(record, stable, into.add("item"));
    };
    if (copied) {
        part.copy = [copied](Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
            for (Record record : design::rows<Record>(writer, from.id)) {
                record = copied(std::move(record));
                record.id = record.revision = 0;
                record.drillId = to.id;
                design::add(writer, record);
            }
        };
    }
    part.remove = [](Writer& writer, std::int64_t drill) { design::removeAll<Record>(writer, drill); };
    part.element = std::move(element);
    return part;
}

void writeDesign(Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
    const DrillDesign d = design::of(reader, drill.id);
    into.set("number", d.number).set("script", word(d.script)).set("level", word(d.level));
    into.set("partnership", word(d.partnership)).set("daytime", word(d.daytime)).set("venue", d.venue).set("weather", d.weather);
    into.set("plannedStart", shownMoment(d.plannedStart)).set("plannedEnd", shownMoment(d.plannedEnd));
    into.set("actualStart", when(stable, d.actualStart)).set("actualEnd", when(stable, d.actualEnd));
    into.set("expectedPeople", d.expectedPeople).set("budget", money(d.budget)).set("cost", money(d.cost));
    into.set("submittedBy", stable ? std::string() : d.submittedBy).set("noResult", d.noResult);
}

void copyDesign(Writer& writer, const Drill& from, const Drill& to, std::int64_t days) {
    const DrillDesign old = design::of(writer, from.id);
    DrillDesign made = design::of(writer, to.id);
    made.script = old.script;
    made.level = old.level;
    made.partnership = old.partnership;
    made.venue = old.venue;
    made.plannedStart = shifted(old.plannedStart ? old.plannedStart : old.actualStart, days);
    made.plannedEnd = shifted(old.plannedStart ? old.plannedEnd : old.actualEnd, days);
    made.expectedPeople = old.expectedPeople;
    made.budget = old.budget;
    design::put(writer, made);
    for (const std::string& mark : duties::marksOf(writer, from.id)) duties::mark(writer, to.id, mark, true);
}

} // namespace

RecordPart designPart() {
    RecordPart part;
    part.element = "design";
    part.write = writeDesign;
    part.copy = copyDesign;
    part.remove = [](Writer& writer, std::int64_t drill) { design::remove(writer, drill); };
    return part;
}

RecordPart objectivePart() {
    return rowsPart<Objective>(
        "objectives",
        [](const Objective& o, bool, RecordNode& node) {
            node.set("no", o.no).set("text", o.text).set("capability", o.capability).set("target", o.target);
            node.set("achieved", word(o.achieved)).set("note", o.note);
        },
        [](Objective o) {
            o.achieved = Achieved::unknown;
            o.note.clear();
            return o;
        });
}

RecordPart postPart() {
    return rowsPart<Post>(
        "posts",
        [](const Post& p, bool stable, RecordNode& node) {
            node.set("role", p.role).set("person", p.person).set("unit", p.unit).set("place", p.place);
            node.set("phone", maskedPhone(p.phone)).set("brief", p.brief);
            node.set("confirmed", p.confirmedAt ? (stable ? "1" : shownMoment(p.confirmedAt)) : std::string());
        },
        [](Post p) {
            p.confirmedAt.reset();
            return p;
        });
}

RecordPart checkPart() {
    return rowsPart<CheckItem>(
        "checklist",
        [](const CheckItem& c, bool stable, RecordNode& node) {
            node.set("text", c.text).set("required", c.required ? "1" : "0").set("done", c.doneAt ? "1" : "0").set("note", c.note);
            node.set("by", stable ? std::string() : c.doneBy).set("at", when(stable, c.doneAt));
        },
        [](CheckItem c) {
            c.doneAt.reset();
            c.doneBy.clear();
            c.note.clear();
            return c;
        });
}

RecordPart noticePart() {
    return rowsPart<Notification>(
        "notices",
        [](const Notification& n, bool stable, RecordNode& node) {
            node.set("to", n.toWhom).set("channel", n.channel).set("text", n.text);
            node.set("sent", n.sentAt ? (stable ? "1" : shownMoment(n.sentAt)) : std::string());
            node.set("replied", n.repliedAt ? (stable ? "1" : shownMoment(n.repliedAt)) : std::string()).set("reply", n.reply);
        },
        nullptr);
}

RecordPart groupPart() {
    return rowsPart<GroupCount>(
        "headcount",
        [](const GroupCount& g, bool stable, RecordNode& node) {
            node.set("group", g.name).set("expected", g.expected).set("actual", g.actual).set("whereabouts", g.whereabouts);
            node.set("at", when(stable, g.reportedAt));
        },
        nullptr);
}

RecordPart correctionPart() {
    return rowsPart<Correction>(
        "corrections",
        [](const Correction& c, bool stable, RecordNode& node) {
            node.set("what", c.what).set("reason", c.reason);
            if (!stable) node.set("who", c.who).set("at", shownMoment(c.at));
        },
        nullptr);
}

RecordPart planPart() {
    RecordPart part;
    part.element = "plans";
    part.write = [](Reader& reader, const Drill& drill, bool, RecordNode& into) {
        for (const auto& tested : links::plans(reader, drill.id)) {
            into.add("plan").set("title", tested.plan.title).set("kind", tested.plan.kind).set("edition", tested.edition).set("clauses", tested.clauses);
        }
    };
    part.copy = [](Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        const auto old = links::plans(writer, from.id);
        for (const auto& tested : old) duties::link(writer, to.id, tested.plan.id);
        for (auto& made : links::plans(writer, to.id)) {
            for (const auto& tested : old) {
                if (tested.plan.id == made.plan.id) made.clauses = tested.clauses;
            }
            made.edition = made.plan.edition;
            links::putClauses(writer, made);
        }
    };
    return part;
}

RecordPart unitPart() {
    RecordPart part;
    part.element = "units";
    part.write = [](Reader& reader, const Drill& drill, bool, RecordNode& into) {
        for (const auto& unit : links::units(reader, drill.id)) {
            into.add("unit").set("name", unit.unitName).set("role", word(unit.role)).set("people", unit.people)
                .set("vehicles", unit.vehicles).set("leader", unit.leader);
        }
    };
    part.copy = [](Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        const auto old = links::units(writer, from.id);
        for (DrillUnit unit : old) {
            unit.drillId = to.id;
            duties::putUnit(writer, unit);
        }
        for (auto& made : links::units(writer, to.id)) {
            for (const auto& unit : old) {
                if (unit.unitId != made.unitId) continue;
                made.people = unit.people;
                made.vehicles = unit.vehicles;
                made.leader = unit.leader;
            }
            links::putDetail(writer, made);
        }
    };
    return part;
}

RecordPart resourcePart() {
    RecordPart part;
    part.element = "resources";
    part.write = [](Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
        for (const ResourceUse& use : resources::of(reader, drill.id)) {
            RecordNode& node = into.add("resource").set("name", use.resource.name).set("location", use.resource.location);
            node.set("need", use.need).set("out", use.out).set("back", use.back).set("note", use.note);
            node.set("outAt", when(stable, use.outAt)).set("backAt", when(stable, use.backAt));
        }
    };
    part.copy = [](Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        for (ResourceUse use : resources::of(writer, from.id)) {
            ResourceUse made;
            made.drillId = to.id;
            made.resource = use.resource;
            made.need = use.need;
            resources::put(writer, made);
        }
    };
    part.remove = [](Writer& writer, std::int64_t drill) { resources::removeAll(writer, drill); };
    return part;
}

RecordPart documentPart() {
    RecordPart part;
    part.element = "documents";
    part.write = [](Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
        for (const Document& d : documents::of(reader, drill.id)) {
            RecordNode& node = into.add("document").set("kind", d.kind).set("version", d.version).set("title", d.title);
            node.set("file", d.fileName).set("sha256", d.sha256).set("approved", d.isApproved() ? "1" : "0");
            if (!stable) node.set("addedBy", d.addedBy).set("addedAt", shownMoment(d.addedAt)).set("approvedBy", d.approvedBy);
        }
    };
    part.remove = [](Writer& writer, std::int64_t drill) { documents::removeAll(writer, drill); };
    return part;
}

RecordPart scenarioPart() {
    RecordPart part;
    part.element = "scenario";
    part.write = [](Reader& reader, const Drill& drill, bool, RecordNode& into) {
        const auto scenario = documents::scenarioOf(reader, drill.id);
        if (scenario) into.set("title", scenario->title).set("hazard", scenario->hazard).set("story", scenario->story).set("facts", scenario->facts);
    };
    part.copy = [](Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        auto scenario = documents::scenarioOf(writer, from.id);
        if (!scenario) return;
        scenario->id = scenario->revision = 0;
        scenario->drillId = to.id;
        documents::putScenario(writer, *scenario);
    };
    part.remove = [](Writer& writer, std::int64_t drill) {
        if (const auto scenario = documents::scenarioOf(writer, drill)) documents::removeScenario(writer, *scenario);
    };
    return part;
}

} // namespace drills
