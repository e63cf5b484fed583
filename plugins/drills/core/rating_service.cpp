#include "core/rating_service.h"

#include "core/drill_store.h"
#include "core/evaluation_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

void requireRateable(const Drill& drill) {
    if (drill.status == Status::archived) throw Error(tr("演练“{}”已归档，不能再评分。", drill.name));
    if (!tookPlace(drill.status)) {
        throw Error(tr("演练“{}”现在是“{}”，结束后才能评分。", drill.name, word(drill.status)));
    }
}

void requireReason(const std::string& reason, const std::string& what) {
    if (yanxun::text::key(reason).empty()) throw Error(tr("{}，请写明理由。", what));
}

bool isUntouched(const Evaluation& evaluation) {
    for (const Evaluator& evaluator : evaluation.panel.evaluators) {
        if (!evaluator.answers.empty()) return false;
    }
    return evaluation.panel.rulings.empty() && evaluation.panel.drillVetoes.empty();
}

Evaluator evaluatorOf(const Evaluation& evaluation, const std::string& key) {
    const Evaluator* const found = evaluation.evaluator(key);
    if (!found) throw yanxun::NotFound(tr("评估组里没有这名评估人员，请刷新后再试。"));
    return *found;
}

void requireFilled(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator) {
    std::string open;
    for (const auto& no : blanks(sheet, panel, evaluator))
        open += (open.empty() ? "" : "、") + no;
    if (!open.empty()) throw Error(tr("还有评估项没有填写：{}。没有看到的请选“未观察”。", open));
}

} // namespace

const Evaluator* Evaluation::evaluator(std::string_view key) const {
    for (const Evaluator& one : panel.evaluators) {
        if (one.key == key) return &one;
    }
    return nullptr;
}

const Evaluator* Evaluation::named(std::string_view name) const {
    const Evaluator* found = nullptr;
    for (const Evaluator& one : panel.evaluators) {
        if (one.name == name) found = &one;
    }
    return found;
}

const ScoreSheet& RatingService::sheet(const std::string& id, int version) const {
    const ScoreSheet* found = nullptr;
    for (const ScoreSheet& sheet : sheets_) {
        if (sheet.id != id || (version != 0 && sheet.version != version)) continue;
        if (!found || found->version < sheet.version) found = &sheet;
    }
    if (!found) throw yanxun::NotFound(tr("没有评分表“{}”。", id));
    return *found;
}

std::string RatingService::titleOf(const StoredResult& stored) const {
    for (const ScoreSheet& sheet : sheets_) {
        if (sheet.id == stored.sheetId && sheet.version == stored.sheetVersion) return sheet.title;
    }
    return stored.sheetId;
}

Evaluation RatingService::get(Reader& reader, std::int64_t drill) const {
    auto evaluation = evaluations::find(reader, drill);
    if (!evaluation) throw yanxun::NotFound(tr("演练“{}”还没有选定评分表。", store::get(reader, drill).name));
    return *evaluation;
}

ScoreResult RatingService::result(const Evaluation& evaluation) const {
    return score(sheetOf(evaluation), evaluation.panel);
}

Evaluation RatingService::changeable(Writer& writer, std::int64_t drill) const {
    requireRateable(store::get(writer, drill));
    Evaluation evaluation = get(writer, drill);
    if (evaluation.frozen) throw Error(tr("评分结果已定稿；确需修改，请先“重新打开”并写明理由。"));
    return evaluation;
}

Evaluation RatingService::computed(Writer& writer, std::int64_t drill) const {
    Evaluation evaluation = get(writer, drill);
    const ScoreResult now = result(evaluation);
    evaluation.total = now.total;
    evaluation.coverage = now.coverage;
    evaluation.grade = now.grade;
    evaluation.verdict = now.verdict;
    evaluation.veto = now.veto;
    evaluation.disputes = int(now.disputed.size());
    evaluations::update(writer, evaluation);
    return evaluation;
}

Evaluation RatingService::open(Writer& writer, std::int64_t drill, const ScoreSheet& sheet) const {
    requireRateable(store::get(writer, drill));
    if (auto existing = evaluations::find(writer, drill)) {
        if (existing->sheetId == sheet.id && existing->sheetVersion == sheet.version) return *existing;
        if (existing->frozen || !isUntouched(*existing)) {
            throw Error(tr("已按“{}”填写了评分，不能再换评分表。", sheetOf(*existing).title));
        }
        evaluations::remove(writer, drill);
    }
    Evaluation evaluation;
    evaluation.drillId = drill;
    evaluation.sheetId = sheet.id;
    evaluation.sheetVersion = sheet.version;
    evaluation.panel = Panel::of(sheet);
    evaluation.due = yanxun::Date::fromDays(yanxun::localDay(writer.at()).days() + sheetDays);
    evaluations::add(writer, evaluation);
    return evaluation;
}

Evaluation RatingService::setRules(Writer& writer, std::int64_t drill, Aggregate aggregate, TotalMode total,
                                   bool excludesConflicts, const std::string& reason) const {
    Evaluation evaluation = changeable(writer, drill);
    evaluation.panel.aggregate = aggregate;
    evaluation.panel.totalMode = total;
    evaluation.panel.excludesConflicts = excludesConflicts;
    evaluation.panel.aggregateReason = yanxun::text::key(reason);
    requireSound(sheetOf(evaluation), evaluation.panel);
    evaluations::update(writer, evaluation);
    return computed(writer, drill);
}

bool RatingService::isConflict(Reader& reader, const Drill& drill, const std::string& unit) const {
    if (unit.empty()) return false;
    if (unit == yanxun::text::key(drill.unitName)) return true;
    for (const auto& entry : records_.of(reader, {drillKind, drill.id})) {
        if (unit == yanxun::text::key(entry.unitName)) return true;
    }
    return false;
}

Evaluation RatingService::putEvaluator(Writer& writer, std::int64_t drill, Evaluator evaluator) const {
    Evaluation evaluation = changeable(writer, drill);
    evaluator.name = yanxun::text::key(evaluator.name);
    evaluator.unit = yanxun::text::key(evaluator.unit);
    evaluator.conflict = isConflict(writer, store::get(writer, drill), evaluator.unit);
    const bool isNew = evaluator.id == 0;
    if (isNew) {
        evaluator.state = SheetState::open;
        if (evaluation.named(evaluator.name)) throw Conflict(tr("评估组里已有“{}”。", evaluator.name));
    }
    requireSound(sheetOf(evaluation), evaluation.panel, evaluator);
    const int leaders = evaluator.role == EvaluatorRole::leader ? 1 : 0;
    for (const Evaluator& other : evaluation.panel.evaluators) {
        if (leaders == 1 && other.role == EvaluatorRole::leader && other.key != evaluator.key) {
            throw Error(tr("评估组已有组长“{}”，只能有一名组长。", other.name));
        }
    }
    if (isNew) {
        evaluations::addEvaluator(writer, evaluation.id, evaluator);
    } else {
        evaluations::updateEvaluator(writer, evaluator, false);
    }
    return computed(writer, drill);
}

Evaluation RatingService::removeEvaluator(Writer& writer, std::int64_t drill, const std::string& key) const {
    const Evaluation evaluation = changeable(writer, drill);
    evaluations::removeEvaluator(writer, evaluatorOf(evaluation, key));
    return computed(writer, drill);
}

int RatingService::fill(Writer& writer, std::int64_t drill, const std::string& key, std::int64_t revision,
                        const Answers& answers, const std::string& comment) const {
    requireRateable(store::get(writer, drill));
    Evaluation evaluation = get(writer, drill);
    Evaluator evaluator = evaluatorOf(evaluation, key);
    const bool handedIn = evaluator.state == SheetState::submitted;
    if (revision != 0 && revision != evaluator.revision) {
        throw Conflict(tr("“{}”的评分表已被他人修改，请重新打开后再填。", evaluator.name));
    }
    Evaluator filled = evaluator;
    for (const auto& [no, answer] : answers) {
        if (answer.state == ItemState::blank) {
            filled.answers.erase(no);
        } else {
            filled.answers[no] = answer;
        }
    }
    filled.comment = yanxun::text::clean(comment);
    const bool same = filled.answers == evaluator.answers && filled.comment == evaluator.comment;
    if (same) return 0;
    if (evaluation.frozen && handedIn) throw Error(tr("评分结果已定稿；确需修改，请先“重新打开”并写明理由。"));
    requireSound(sheetOf(evaluation), evaluation.panel, filled);
    if (handedIn) requireFilled(sheetOf(evaluation), evaluation.panel, filled);
    const int changed = evaluations::putAnswers(writer, evaluator, answers);
    if (filled.comment != evaluator.comment) {
        evaluator.comment = filled.comment;
        evaluations::updateEvaluator(writer, evaluator, evaluation.frozen);
    }
    if (!evaluation.frozen) computed(writer, drill);
    return changed;
}

Evaluation RatingService::setState(Writer& writer, std::int64_t drill, const std::string& key, SheetState state,
                                   const std::string& reason) const {
    requireRateable(store::get(writer, drill));
    Evaluation evaluation = get(writer, drill);
    Evaluator evaluator = evaluatorOf(evaluation, key);
    // After the result was frozen a late sheet may come in for reference; nothing that went in may change.
    if (evaluation.frozen && (state != SheetState::submitted || evaluator.state == SheetState::submitted)) {
        throw Error(tr("评分结果已定稿；确需修改，请先“重新打开”并写明理由。"));
    }
    if (state == SheetState::submitted) requireFilled(sheetOf(evaluation), evaluation.panel, evaluator);
    if (state == SheetState::returned || state == SheetState::absent) {
        requireReason(reason, tr("把“{}”的评分表标为“{}”", evaluator.name, word(state)));
    }
    evaluator.state = state;
    evaluator.stateReason = yanxun::text::key(reason);
    evaluations::updateEvaluator(writer, evaluator, evaluation.frozen);
    return evaluation.frozen ? get(writer, drill) : computed(writer, drill);
}

Evaluation RatingService::rule(Writer& writer, std::int64_t drill, const std::string& item,
                               const ItemRuling& ruling) const {
    Evaluation evaluation = changeable(writer, drill);
    ItemRuling kept = ruling;
    if (kept.settlement != Settlement::none && kept.settledBy.empty()) kept.settledBy = writer.who();
    if (kept.veto != VetoDecision::none && kept.vetoBy.empty()) kept.vetoBy = writer.who();
    if (kept.tailored && kept.tailoredBy.empty()) kept.tailoredBy = writer.who();
    evaluation.panel.rulings[item] = kept;
    requireSound(sheetOf(evaluation), evaluation.panel);
    evaluations::putRuling(writer, evaluation.id, item, kept);
    return computed(writer, drill);
}

Evaluation RatingService::putVeto(Writer& writer, std::int64_t drill, const DrillVeto& veto) const {
    Evaluation evaluation = changeable(writer, drill);
    DrillVeto kept = veto;
    if (kept.by.empty()) kept.by = writer.who();
    evaluation.panel.drillVetoes = {kept};
    requireSound(sheetOf(evaluation), evaluation.panel);
    evaluations::putVeto(writer, evaluation.id, kept);
    return computed(writer, drill);
}

} // namespace drills
