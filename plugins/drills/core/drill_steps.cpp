#include "core/design/design_store.h"
#include "core/drill_service.h"
#include "core/drill_store.h"
#include "core/evaluation_store.h"
#include "core/run/run_follow.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

/// Whoever asked for approval does not give it.
void requireOtherPerson(Writer& writer, const Drill& drill) {
    const std::string submitter = design::of(writer, drill.id).submittedBy;
    if (submitter.empty() || submitter != writer.who()) return;
    throw Error(tr("演练“{}”由 {} 提交审批，不能由本人批准；请由另一位操作人批准。", drill.name, submitter));
}

/// All required items of the readiness list are the gate.
void requireReadiness(Writer& writer, const Drill& drill) {
    const auto state = design::readiness(writer, drill.id);
    if (state.items == 0) throw Error(tr("演练“{}”还没有就绪检查单，请先登记检查项。", drill.name));
    if (state.open == 0) return;
    std::string open;
    for (const CheckItem& item : design::rows<CheckItem>(writer, drill.id)) {
        if (item.required && !item.doneAt) open += (open.empty() ? "" : "；") + item.text;
    }
    throw Error(tr("还有 {} 项必备检查没有完成，不能改为“就绪”：{}。", state.open, open));
}

/// 评估中 may be left out only where one evaluator does it all.
void requireOneEvaluator(Writer& writer, const Drill& drill) {
    const auto evaluation = evaluations::find(writer, drill.id);
    if (!evaluation || evaluation->panel.evaluators.size() <= 1) return;
    throw Error(tr("演练“{}”有 {} 名评估人员，不能跳过“评估中”。", drill.name, evaluation->panel.evaluators.size()));
}

/// A veto that nobody decided and sheets that nobody froze keep a drill out of the archive (domain rule c.6.3); one
/// without any result needs the word why.
void requireResult(Writer& writer, const Drill& drill, const std::string& reason) {
    const auto evaluation = evaluations::find(writer, drill.id);
    if (!evaluation) {
        if (drill.score() || !yanxun::text::key(reason).empty()) return;
        throw Error(tr("演练“{}”没有评估结果；请先评分定稿，或者写明不评估的原因再归档。", drill.name));
    }
    if (evaluation->veto == VetoState::pending) {
        throw Error(tr("演练“{}”有否决项待评估组长确认，不能归档。", drill.name));
    }
    if (!evaluation->frozen) throw Error(tr("演练“{}”的评分还没有定稿，不能归档。", drill.name));
}

void makeChecklist(Writer& writer, const Drill& drill, const Vocabulary& words) {
    if (design::readiness(writer, drill.id).items > 0) return;
    std::int64_t place = 0;
    for (const UsualCheck& usual : words.checks(drill.axes.form)) {
        CheckItem item;
        item.drillId = drill.id;
        item.place = ++place;
        item.text = usual.text;
        item.required = usual.required;
        design::add(writer, item);
    }
}

} // namespace

void DrillService::requireWay(Writer& writer, const Drill& drill, Status to, const std::string& reason) {
    requireStep(drill, to, reason);
    if (to == Status::approved) requireOtherPerson(writer, drill);
    if (to == Status::ready) requireReadiness(writer, drill);
    if (to == Status::archived) requireResult(writer, drill, reason);
    if (drill.status == Status::ended && to == Status::reviewing) requireOneEvaluator(writer, drill);
    if (drill.status == Status::postponed && to == Status::preparing && drill.heldOn < yanxun::localDay(writer.at())) {
        throw Error(tr("演练“{}”原定 {}，已经过去；请先改定新的日期，再恢复准备。", drill.name, drill.heldOn.iso()));
    }
}

void DrillService::beforeStep(Writer& writer, Drill& drill, Status to, const std::string& reason) {
    DrillDesign design = design::of(writer, drill.id);
    const DrillDesign before = design;
    if (to == Status::submitted) design.submittedBy = writer.who();
    if (to == Status::archived && !drill.score()) design.noResult = yanxun::text::key(reason);
    if (to == Status::running && !design.actualStart) {
        design.actualStart = writer.at();
        drill.heldOn = yanxun::localDay(writer.at());
    }
    if (to == Status::ended || to == Status::aborted) design.actualEnd = writer.at();
    const bool differs = design.submittedBy != before.submittedBy || design.noResult != before.noResult ||
                         design.actualStart != before.actualStart || design.actualEnd != before.actualEnd;
    if (differs) design::put(writer, design);
    if (to == Status::submitted) number(writer, drill);
    if (to == Status::preparing) makeChecklist(writer, drill, words_);
}

void DrillService::step(Writer& writer, std::int64_t id, std::int64_t revision, Status to, const std::string& reason) {
    Drill drill = store::get(writer, id);
    requireWay(writer, drill, to, reason);
    followStatus(writer, drill, to, reason);
    drill.revision = revision;
    beforeStep(writer, drill, to, reason);
    drill.status = to;
    drill.statusReason = yanxun::text::key(reason);
    store::update(writer, drill);
}

} // namespace drills
