#include "core/improve/action_service.h"

#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/run/script.h"
#include "core/scoring.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

/// Below this share of its points an item is not up to standard (中 begins at 60).
constexpr std::int64_t kPassShare = 60;

Date todayOf(const Writer& writer) { return yanxun::localDay(writer.at()); }

std::string required(const std::string& text, const std::string& sentence) {
    std::string given = prose(text);
    if (given.empty()) throw Error(sentence);
    return given;
}

void requireStatus(const Action& action, std::initializer_list<ActionStatus> allowed, const std::string& deed) {
    if (std::find(allowed.begin(), allowed.end(), action.status) != allowed.end()) return;
    throw Error(tr("整改措施现在是“{}”，不能{}。", word(action.status), deed));
}

void tidy(Action& action) {
    action.measure = required(action.measure, tr("请写明整改措施。"));
    action.dutyUnit = required(action.dutyUnit, tr("请填写责任单位。"));
    action.dutyPerson = yanxun::text::key(action.dutyPerson);
    action.coopUnits = prose(action.coopUnits);
    if (!action.due.valid()) throw Error(tr("请填写整改期限，例如 2021-06-30。"));
}

/// Who did the work cannot say that it is done well (domain rule «verifier ≠ duty person»).
void requireOther(Writer& writer, const Action& action) {
    const std::string who = yanxun::text::key(writer.who());
    if (who == action.dutyPerson) {
        throw Error(tr("“{}”是这条整改措施的责任人，不能复查自己的整改。请由其他人复查。", who));
    }
    for (const ActionProgress& one : actions::progress(writer, action.id)) {
        if (yanxun::text::key(one.who) == who) {
            throw Error(tr("“{}”填报过这条整改的进展，不能复查自己的整改。请由其他人复查。", who));
        }
    }
}

void openAgain(Action& action) {
    action.status = ActionStatus::working;
    action.repeatNo += 1;
    action.closed.reset();
}

void keepLookBack(Writer& writer, Action action, std::int64_t drill, CheckResult result, const std::string& note) {
    const bool passed = result == CheckResult::passed;
    actions::addVerification(writer, {0, action.id, CheckKind::nextDrill, 0, {}, result, drill, note});
    action.lookBack = passed ? LookBack::passed : LookBack::failed;
    if (!passed) {
        action.recurrences += 1;
        if (action.status == ActionStatus::closed) openAgain(action);
        // What was due long ago is due anew, as long after today as it had the first time: a month.
        action.due = std::max(action.due, Date::fromDays(todayOf(writer).days() + 30));
    }
    actions::update(writer, action);
    ActionService::settleFinding(writer, action.findingId);
}

std::optional<CheckResult> judgement(const ScoreResult& result, const std::string& item) {
    for (const ItemResult& one : result.items) {
        if (one.no != item || !one.points || one.full == 0) continue;
        const bool failed = one.veto == VetoState::confirmed || *one.points * 100 < one.full * kPassShare;
        return failed ? CheckResult::failed : CheckResult::passed;
    }
    return std::nullopt;
}

} // namespace

std::int64_t ActionService::add(Writer& writer, Action action) const {
    const Finding finding = findings::get(writer, action.findingId);
    const Drill drill = store::get(writer, finding.drillId);
    action.drillId = drill.id;
    if (yanxun::text::key(action.dutyUnit).empty()) {
        action.dutyUnit = finding.unitName.empty() ? drill.unitName : finding.unitName;
    }
    if (!action.due.valid() && action.kind == ActionKind::atOnce) action.due = todayOf(writer);
    if (!action.due.valid() && finding.due) action.due = *finding.due;
    tidy(action);
    action.status = ActionStatus::draft;
    const std::int64_t id = actions::add(writer, action);
    settleFinding(writer, finding.id);
    return id;
}

void ActionService::edit(Writer& writer, Action action) const {
    const Action stored = actions::get(writer, action.id);
    if (stored.status == ActionStatus::closed) throw Error(tr("这条整改措施已销号，不能再修改。"));
    tidy(action);
    if (stored.status != ActionStatus::draft && action.due != stored.due) {
        throw Error(tr("整改通知已经下发，期限要通过“申请延期”并经批准后才能改变。"));
    }
    Action kept = stored;
    kept.revision = action.revision;
    kept.measure = action.measure;
    kept.kind = action.kind;
    kept.dutyUnit = action.dutyUnit;
    kept.dutyPerson = action.dutyPerson;
    kept.coopUnits = action.coopUnits;
    kept.due = action.due;
    actions::update(writer, kept);
}

void ActionService::remove(Writer& writer, std::int64_t id) const {
    const Action action = actions::get(writer, id);
    requireStatus(action, {ActionStatus::draft}, tr("删除；已经下发的整改要办到销号"));
    actions::remove(writer, action);
    settleFinding(writer, action.findingId);
}

std::string ActionService::issue(Writer& writer, std::int64_t id) const {
    Action action = actions::get(writer, id);
    requireStatus(action, {ActionStatus::draft}, tr("下发"));
    if (action.no.empty()) action.no = actions::nextNumber(writer, todayOf(writer).year);
    action.status = ActionStatus::working;
    actions::update(writer, action);
    return action.no;
}

void ActionService::report(Writer& writer, std::int64_t id, std::int64_t percent, const std::string& text) const {
    Action action = actions::get(writer, id);
    requireStatus(action, {ActionStatus::working, ActionStatus::returned}, tr("填报进展"));
    if (percent < 0 || percent > 100) throw Error(tr("进度应在 0 到 100 之间，收到的是 {}。", percent));
    const std::string what = required(text, tr("请写明做了什么。"));
    actions::addProgress(writer, {0, id, 0, {}, percent, what});
    action.status = percent == 100 ? ActionStatus::toVerify : ActionStatus::working;
    action.returnedReason.clear();
    actions::update(writer, action);
}

void ActionService::sendBack(Writer& writer, std::int64_t id, const std::string& reason) const {
    Action action = actions::get(writer, id);
    requireStatus(action, {ActionStatus::toVerify}, tr("退回"));
    action.returnedReason = required(reason, tr("退回要写明理由。"));
    action.status = ActionStatus::returned;
    actions::update(writer, action);
}

std::int64_t ActionService::askExtension(Writer& writer, std::int64_t id, Date newDue, const std::string& reason) const {
    const Action action = actions::get(writer, id);
    requireStatus(action, {ActionStatus::working, ActionStatus::returned}, tr("申请延期"));
    if (!newDue.valid() || newDue <= action.due) {
        throw Error(tr("新的期限应当晚于现在的期限 {}。", action.due.iso()));
    }
    for (const Extension& one : actions::extensions(writer, id)) {
        if (one.state == ExtensionState::asked) throw Error(tr("已有一份延期申请（到 {}）在等审批。", one.newDue.iso()));
    }
    Extension asked;
    asked.actionId = id;
    asked.oldDue = action.due;
    asked.newDue = newDue;
    asked.reason = required(reason, tr("申请延期要写明理由。"));
    return actions::addExtension(writer, asked);
}

void ActionService::decideExtension(Writer& writer, std::int64_t id, bool approve, const std::string& note) const {
    Extension asked = actions::extension(writer, id);
    if (asked.state != ExtensionState::asked) throw Error(tr("这份延期申请{}，不能再审批。", word(asked.state)));
    if (yanxun::text::key(writer.who()) == yanxun::text::key(asked.askedBy)) {
        throw Error(tr("延期是“{}”申请的，不能由本人审批。", asked.askedBy));
    }
    asked.note = prose(note);
    if (!approve && asked.note.empty()) throw Error(tr("不批准延期要写明理由。"));
    asked.state = approve ? ExtensionState::approved : ExtensionState::refused;
    actions::updateExtension(writer, asked);
    if (!approve) return;
    Action action = actions::get(writer, asked.actionId);
    action.due = asked.newDue;
    actions::update(writer, action);
}

void ActionService::verify(Writer& writer, std::int64_t id, CheckKind kind, CheckResult result, std::int64_t drill,
                           const std::string& note) const {
    Action action = actions::get(writer, id);
    const std::string said = required(note, tr("请写明复查情况。"));
    requireOther(writer, action);
    if (kind == CheckKind::nextDrill) {
        requireStatus(action, {ActionStatus::closed}, tr("回头看；先复查销号"));
        if (drill == 0 || drill == action.drillId) throw Error(tr("下次演练复验要写明是哪一场后来的演练。"));
        store::get(writer, drill);
        return keepLookBack(writer, action, drill, result, said);
    }
    requireStatus(action, {ActionStatus::toVerify}, tr("复查；责任单位报送完成后才能复查"));
    actions::addVerification(writer, {0, id, kind, 0, {}, result, 0, said});
    if (result == CheckResult::passed) {
        action.status = ActionStatus::closed;
        action.closed = todayOf(writer);
    } else {
        openAgain(action);
    }
    actions::update(writer, action);
    settleFinding(writer, action.findingId);
}

void ActionService::lookBack(Writer& writer, const Drill& drill, const std::string& sheet, const ScoreResult& result) {
    for (const auto& [action, item] : actions::watched(writer, drill.unitId, sheet, drill.id, drill.heldOn)) {
        const auto judged = judgement(result, item);
        if (!judged) continue;
        std::optional<CheckResult> before;
        for (const Verification& known : actions::verifications(writer, action.id)) {
            if (known.kind == CheckKind::nextDrill && known.drillId == drill.id) before = known.result;
        }
        if (before == judged) continue;
        const std::string note = *judged == CheckResult::failed
                                     ? tr("演练“{}”（{}）评估项 {} 再次不合格", drill.name, drill.heldOn.iso(), item)
                                     : tr("演练“{}”（{}）评估项 {} 已合格", drill.name, drill.heldOn.iso(), item);
        keepLookBack(writer, action, drill.id, *judged, note);
    }
}

void ActionService::settleFinding(Writer& writer, std::int64_t id) {
    const std::vector<Action> all = actions::ofFinding(writer, id);
    if (all.empty()) return;
    Finding finding = findings::get(writer, id);
    const bool closed = actions::openOfFinding(writer, id) == 0;
    const Rectification state = closed ? Rectification::closed : Rectification::open;
    if (finding.state == state) return;
    finding.state = state;
    finding.stateWord = word(state);
    finding.closed = closed ? std::optional(todayOf(writer)) : std::nullopt;
    findings::update(writer, finding);
}

} // namespace drills
