#include "core/run/run.h"

#include "core/run/script_time.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Millis;
using yanxun::tr;

/// Why the condition does not hold; "" when it does.
std::string open(const Run& run, const Condition& condition, Millis now) {
    const RunLine* const on = run.line(condition.on);
    if (!on) return {};
    const bool completed = on->find(Deed::completed) != nullptr;
    switch (condition.when) {
    case MetWhen::completed: return completed ? std::string() : tr("等第 {} 行完成", condition.on);
    case MetWhen::notCompleted: return completed ? tr("第 {} 行已经完成，用不上", condition.on) : std::string();
    case MetWhen::slower: break;
    }
    const DeedRecord* const sent = on->find(Deed::sent);
    if (!sent) return tr("第 {} 行还没有发出", condition.on);
    const DeedRecord* const answer = on->find(Deed::responded);
    const std::int64_t took = run.clock.between(sent->at, answer ? answer->at : now) / 1000;
    if (took > condition.seconds) return {};
    return answer ? tr("第 {} 行 {} 秒内已响应，用不上", condition.on, condition.seconds)
                  : tr("第 {} 行的响应还没有超过 {} 秒", condition.on, condition.seconds);
}

} // namespace

const DeedRecord* RunLine::find(Deed deed) const {
    const auto found = std::find_if(deeds.begin(), deeds.end(), [&](const DeedRecord& one) { return one.deed == deed; });
    return found == deeds.end() ? nullptr : &*found;
}

std::int64_t RunLine::due() const {
    std::int64_t seconds = line.offset;
    for (const DeedRecord& one : deeds) seconds += one.deed == Deed::delayed ? one.seconds : 0;
    return seconds;
}

const RunLine* Run::line(std::int64_t no) const {
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const RunLine& one) { return one.line.no == no; });
    return found == lines.end() ? nullptr : &*found;
}

LineState Run::stateOf(const RunLine& line) const {
    if (line.find(Deed::completed)) return LineState::completed;
    if (line.find(Deed::responded)) return LineState::responded;
    if (line.find(Deed::acknowledged)) return LineState::acknowledged;
    if (line.find(Deed::sent)) return LineState::sent;
    if (line.find(Deed::skipped)) return LineState::skipped;
    switch (clock.state()) {
    case ClockState::over: return LineState::cancelled;
    case ClockState::running:
    case ClockState::paused: return LineState::waiting;
    case ClockState::notStarted: break;
    }
    if (!script || script->state == ScriptState::draft) return LineState::draft;
    return script->state == ScriptState::submitted ? LineState::submitted : LineState::approved;
}

std::string Run::blocked(const RunLine& line, Millis now) const {
    const Conditions& conditions = line.line.conditions;
    std::string reasons;
    for (const Condition& one : conditions.all) {
        const std::string reason = open(*this, one, now);
        if (reason.empty() && conditions.any) return {};
        if (!reason.empty()) reasons += (reasons.empty() ? "" : conditions.any ? tr("，或") : tr("；")) + reason;
    }
    return reasons;
}

const RunLine* Run::next(Millis now) const {
    for (const RunLine& one : lines) {
        if (one.line.kind == LineKind::contingency || stateOf(one) != LineState::waiting) continue;
        if (blocked(one, now).empty()) return &one;
    }
    return nullptr;
}

std::optional<std::int64_t> Run::responseMs(const RunLine& line) const {
    const DeedRecord* const sent = line.find(Deed::sent);
    const DeedRecord* const answer = line.find(Deed::responded);
    if (!sent || !answer) return std::nullopt;
    return clock.between(sent->at, answer->at);
}

std::string Run::phaseNow() const {
    std::string phase;
    Millis latest = 0;
    for (const RunLine& one : lines) {
        const DeedRecord* const sent = one.find(Deed::sent);
        if (!sent || one.line.phase.empty() || sent->at < latest) continue;
        latest = sent->at;
        phase = one.line.phase;
    }
    return phase;
}

std::int64_t Run::count(LineState state) const {
    return std::count_if(lines.begin(), lines.end(), [&](const RunLine& one) { return stateOf(one) == state; });
}

std::string word(Deed deed) {
    switch (deed) {
    case Deed::sent: return tr("发出");
    case Deed::acknowledged: return tr("确认");
    case Deed::responded: return tr("响应");
    case Deed::completed: return tr("完成");
    case Deed::skipped: return tr("跳过");
    case Deed::delayed: return tr("延迟");
    }
    return {};
}

std::string word(LineState state) {
    switch (state) {
    case LineState::draft: return tr("草稿");
    case LineState::submitted: return tr("待审");
    case LineState::approved: return tr("已批准");
    case LineState::waiting: return tr("待发");
    case LineState::sent: return tr("已发");
    case LineState::acknowledged: return tr("已确认");
    case LineState::responded: return tr("已响应");
    case LineState::completed: return tr("已完成");
    case LineState::skipped: return tr("跳过");
    case LineState::cancelled: return tr("取消");
    }
    return {};
}

std::string word(ObservationKind kind) {
    switch (kind) {
    case ObservationKind::strength: return tr("优点");
    case ObservationKind::weakness: return tr("不足");
    case ObservationKind::plain: return tr("一般");
    }
    return {};
}

std::optional<ObservationKind> observationKindOf(const std::string& given) {
    for (const auto kind : {ObservationKind::strength, ObservationKind::weakness, ObservationKind::plain}) {
        if (word(kind) == given) return kind;
    }
    return std::nullopt;
}

} // namespace drills
