#include "core/design/design_record.h"

#include "core/evaluation_store.h"
#include "core/finding_store.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"
#include "core/result_store.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Reader;

std::string points(const std::optional<std::int64_t>& hundredths) {
    return hundredths ? yanxun::cellText(*hundredths, yanxun::CellKind::hundredths) : std::string();
}

void writeEvaluation(Reader& reader, const Drill& drill, bool stable, RecordNode& into) {
    const auto evaluation = evaluations::find(reader, drill.id);
    if (!evaluation) return;
    into.set("sheet", evaluation->sheetId).set("sheetVersion", evaluation->sheetVersion);
    into.set("frozen", evaluation->frozen ? "1" : "0");
    for (const Evaluator& who : evaluation->panel.evaluators) {
        RecordNode& node = into.add("evaluator").set("name", who.name).set("unit", who.unit);
        for (const auto& [no, answer] : who.answers) {
            node.add("answer").set("item", no).set("given", answer.given).set("reason", answer.reason);
        }
    }
    for (const StoredResult& stored : results::of(reader, drill.id)) {
        RecordNode& node = into.add("result").set("version", stored.version).set("total", points(stored.result.total));
        node.set("coverage", points(stored.result.coverage)).set("grade", stored.result.grade).set("remark", stored.remark);
        if (!stable) node.set("inputsHash", stored.inputsHash).set("day", stored.scoredOn.iso());
    }
}

} // namespace

RecordPart evaluationPart() {
    RecordPart part;
    part.element = "evaluation";
    part.write = writeEvaluation;
    // The same sheet, nobody has filled it in; evaluators are named anew, conflicts with units found out anew.
    part.copy = [](yanxun::Writer& writer, const Drill& from, const Drill& to, std::int64_t) {
        const auto old = evaluations::find(writer, from.id);
        if (!old) return;
        Evaluation made;
        made.drillId = to.id;
        made.sheetId = old->sheetId;
        made.sheetVersion = old->sheetVersion;
        made.panel.aggregate = old->panel.aggregate;
        made.panel.totalMode = old->panel.totalMode;
        evaluations::add(writer, made);
    };
    return part;
}

RecordPart plannedPart() {
    RecordPart part;
    part.element = "planned";
    part.write = [](Reader& reader, const Drill& drill, bool, RecordNode& into) {
        const auto date = plans::dateOfDrill(reader, drill.id);
        if (!date) return;
        const YearPlan plan = plans::get(reader, date->planId);
        into.set("plan", plan.title).set("year", std::to_string(plan.year)).set("document", plan.document);
        into.set("status", word(plan.status)).set("item", plans::item(reader, date->itemId).what.name);
        into.set("as", date->what.name).set("planned", date->planned.iso()).set("day", date->day.iso()).set("why", date->why);
    };
    return part;
}

RecordPart findingPart() {
    RecordPart part;
    part.element = "findings";
    part.write = [](Reader& reader, const Drill& drill, bool, RecordNode& into) {
        for (const Finding& f : findings::of(reader, drill.id)) {
            RecordNode& node = into.add("finding").set("severity", word(f.severity)).set("text", f.description);
            node.set("state", word(f.state)).set("due", f.due ? f.due->iso() : std::string());
            node.set("source", word(f.source)).set("item", f.itemNo).set("unit", f.unitName).set("plan", f.plan);
            node.set("inject", f.injectNo ? std::to_string(*f.injectNo) : std::string()).set("clause", f.clause);
            node.set("category", f.category).set("cause", f.cause);
        }
    };
    return part;
}

RecordPart peoplePart() {
    RecordPart part;
    part.element = "people";
    part.write = [](Reader&, const Drill& drill, bool, RecordNode& into) {
        into.set("participants", drill.participants).set("estimated", drill.participantsEstimated ? "1" : "0");
        into.set("watchers", drill.watchers);
    };
    return part;
}

} // namespace drills
