#include "core/rating_service.h"

#include "core/drill_store.h"
#include "core/evaluation_store.h"
#include "core/finding_store.h"
#include "core/improve/action_service.h"
#include "core/result_output.h"
#include "core/score_sheet_entries.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

yanxun::Date inDays(const Writer& writer, int days) {
    return yanxun::Date::fromDays(yanxun::localDay(writer.at()).days() + days);
}

void requireFreezable(const Panel& panel, const ScoreResult& result) {
    if (result.verdict == Verdict::incomplete) {
        std::string why, filling;
        for (const std::string& note : result.notes) why += "\n" + note;
        for (const Evaluator& one : panel.evaluators) {
            if (one.state == SheetState::open || one.state == SheetState::returned) filling += (filling.empty() ? "“" : "、“") + one.name + "”";
        }
        if (!filling.empty()) why += "\n" + tr("{} 的评分表还没有提交：填完后在评估组里点“提交”。", filling);
        throw Error(tr("评估未完成，不能定稿：{}", why));
    }
    if (!result.disputed.empty()) {
        throw Error(tr("第 {} 项有分歧，请先合议：裁定一个分值，或写明理由保留分歧。", joined(result.disputed)));
    }
    if (result.veto == VetoState::pending) {
        throw Error(tr("否决项 {} 待评估组长确认或推翻，不能定稿。", joined(result.vetoed)));
    }
}

std::string evaluatorsOf(const Panel& panel) {
    std::vector<std::string> names;
    for (const Evaluator& evaluator : panel.evaluators) {
        if (panel.counts(evaluator)) names.push_back(evaluator.name);
    }
    return joined(names);
}

} // namespace

void RatingService::askForMore(Writer& writer, const Drill& drill, const ScoreSheet& sheet,
                               const ScoreResult& result) const {
    const bool isLowest = result.grade == sheet.grades.back().name;
    if (result.veto != VetoState::confirmed && !isLowest) {
        evaluations::removeRepeat(writer, drill.id);
        return;
    }
    const std::string reason = result.veto == VetoState::confirmed ? tr("一票否决项 {}", joined(result.vetoed))
                                                                   : tr("评定为“{}”", result.grade);
    Repeat repeat;
    if (const auto stored = evaluations::repeatOf(writer, drill.id)) repeat = *stored;
    if (repeat.id == 0) repeat.due = inDays(writer, repeatDays);
    repeat.drillId = drill.id;
    repeat.reason = reason;
    evaluations::putRepeat(writer, repeat);
    if (result.veto != VetoState::confirmed) return;
    Finding finding;
    finding.drillId = drill.id;
    finding.source = FindingSource::evaluation;
    finding.severity = Severity::deficiency;
    finding.description = tr("演练评估触发{}，应当整改并补演。", reason);
    finding.due = inDays(writer, repeatDays);
    for (const Finding& known : findings::of(writer, drill.id)) {
        if (known.source == FindingSource::evaluation && known.description == finding.description) return;
    }
    finding.sheetId = sheet.id;
    if (!result.vetoed.empty()) finding.itemNo = result.vetoed.front();
    Action action;
    action.findingId = findings::add(writer, finding);
    action.measure = tr("按评估意见整改，并在期限内补演。");
    action.dutyUnit = drill.unitName;
    action.due = *finding.due;
    ActionService().add(writer, action);
}

StoredResult RatingService::freeze(Writer& writer, std::int64_t id, const std::string& remark) const {
    Evaluation evaluation = changeable(writer, id);
    const ScoreSheet& used = sheetOf(evaluation);
    StoredResult stored;
    stored.result = result(evaluation);
    requireFreezable(evaluation.panel, stored.result);
    stored.sheetId = used.id;
    stored.sheetVersion = used.version;
    stored.evaluator = evaluatorsOf(evaluation.panel);
    stored.scoredOn = yanxun::localDay(writer.at());
    stored.remark = remark;
    stored.inputs = entriesXml(used, evaluation.panel);
    stored.inputsHash = inputsHash(used, evaluation.panel);
    stored.frozenBy = writer.who();
    stored.version = results::add(writer, id, stored);
    evaluation.frozen = true;
    evaluations::update(writer, evaluation);
    askForMore(writer, store::get(writer, id), used, stored.result);
    ActionService::lookBack(writer, store::get(writer, id), used.id, stored.result);
    Drill drill = store::get(writer, id); // findings changed its copies
    drill.panelScore = stored.result.total;
    drill.panelGrade = stored.result.grade;
    store::update(writer, drill);
    return stored;
}

Evaluation RatingService::reopen(Writer& writer, std::int64_t drill, const std::string& reason) const {
    if (store::get(writer, drill).status == Status::archived) {
        throw Error(tr("演练“{}”已归档，不能再评分。", store::get(writer, drill).name));
    }
    Evaluation evaluation = get(writer, drill);
    if (!evaluation.frozen) throw Error(tr("评分结果还没有定稿，可以直接修改。"));
    if (yanxun::text::key(reason).empty()) throw Error(tr("重新打开评分，请写明理由。"));
    evaluation.frozen = false;
    evaluation.reopenReason = yanxun::text::key(reason);
    evaluations::update(writer, evaluation);
    return computed(writer, drill);
}

bool RatingService::reproduces(const StoredResult& stored) const {
    if (stored.inputs.empty()) return false;
    const ScoreSheet& used = sheet(stored.sheetId, stored.sheetVersion);
    const Entries entries = parseEntries(stored.inputs, used);
    const ScoreResult again = score(used, entries.panel);
    return inputsHash(used, entries.panel) == stored.inputsHash && again.total == stored.result.total &&
           again.grade == stored.result.grade && again.coverage == stored.result.coverage;
}

std::map<std::string, Leniency> RatingService::leniency(yanxun::Reader& reader) const {
    LeniencyCount count;
    results::eachNewest(reader, [&](const StoredResult& stored) {
        if (stored.inputs.empty()) return;
        const ScoreSheet& used = sheet(stored.sheetId, stored.sheetVersion);
        count.add(used, parseEntries(stored.inputs, used).panel);
    });
    return count.result();
}

Evaluation RatingService::soloEvaluation(Writer& writer, std::int64_t drill, const ScoreSheet& sheet) const {
    const auto existing = evaluations::find(writer, drill);
    if (!existing) return open(writer, drill, sheet);
    const bool sameSheet = existing->sheetId == sheet.id && existing->sheetVersion == sheet.version;
    if (!sameSheet) {
        if (existing->panel.evaluators.size() > 1) {
            throw Error(tr("已按“{}”由评估组评分，不能另用评分表“{}”。", sheetOf(*existing).title, sheet.title));
        }
        // One evaluator chose another sheet: what he filled in before stands in the frozen result.
        evaluations::remove(writer, drill);
        return open(writer, drill, sheet);
    }
    return existing->frozen ? reopen(writer, drill, tr("重新录入评分")) : *existing;
}

StoredResult RatingService::rate(Writer& writer, std::int64_t id, std::int64_t revision, const ScoreSheet& sheet,
                                 const Answers& answers, const std::string& evaluator,
                                 const std::string& remark) const {
    const std::string name = yanxun::text::key(evaluator);
    if (name.empty()) throw Error(tr("请填写评估人员。"));
    if (store::get(writer, id).revision != revision)
        throw yanxun::Conflict(tr("这场演练已被他人修改，请重新打开后再评分。"));
    Evaluation evaluation = soloEvaluation(writer, id, sheet);
    if (!evaluation.named(name)) {
        Evaluator one;
        one.name = name;
        evaluation = putEvaluator(writer, id, one);
    }
    const std::string key = evaluation.named(name)->key;
    // Handed in once, it is open again while it is filled in anew.
    if (evaluation.named(name)->state == SheetState::submitted) setState(writer, id, key, SheetState::open, {});
    Answers whole;
    for (const ScoreSection& section : sheet.sections) {
        for (const ScoreItem& item : section.items)
            whole[item.no] = {};
    }
    for (const auto& [no, answer] : answers)
        whole[no] = answer;
    fill(writer, id, key, 0, whole, remark);
    evaluation = setState(writer, id, key, SheetState::submitted, {});
    const ScoreResult now = result(evaluation);
    const bool alone = evaluation.panel.evaluators.size() == 1;
    const bool open = now.verdict == Verdict::incomplete || now.veto == VetoState::pending || !now.disputed.empty();
    if (alone && !open) return freeze(writer, id, remark);
    StoredResult stored;
    stored.sheetId = sheet.id;
    stored.sheetVersion = sheet.version;
    stored.evaluator = name;
    stored.scoredOn = yanxun::localDay(writer.at());
    stored.remark = remark;
    stored.result = now;
    return stored;
}

} // namespace drills
