#include "core/run/run_follow.h"

#include "core/run/run_store.h"
#include "core/run/script_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;

std::optional<ClockDeed> clockDeedOf(Status to, bool hasStarted) {
    switch (to) {
    case Status::running: return hasStarted ? ClockDeed::resume : ClockDeed::start;
    case Status::paused: return ClockDeed::pause;
    case Status::ended:
    case Status::aborted: return ClockDeed::stop;
    default: return std::nullopt;
    }
}

void requireApprovedScript(yanxun::Writer& writer, const Drill& drill) {
    const auto script = scripts::find(writer, drill.id);
    if (!script || script->state == ScriptState::approved || scripts::lineCount(writer, drill.id) == 0) return;
    throw yanxun::Error(tr("演练“{}”的脚本还是“{}”，批准后才能开始。", drill.name, word(script->state)));
}

} // namespace

void followStatus(yanxun::Writer& writer, const Drill& before, Status to, const std::string& reason) {
    const ExerciseClock clock = runs::clock(writer, before.id);
    const bool hasStarted = !clock.events().empty();
    const auto deed = clockDeedOf(to, hasStarted);
    if (!deed) return;
    if (*deed == ClockDeed::start) requireApprovedScript(writer, before);
    // A drill that was running before it had a clock goes on without one.
    if (!hasStarted && *deed != ClockDeed::start) return;
    ClockEvent event;
    event.deed = *deed;
    event.at = writer.at();
    event.factor = clock.factor();
    event.who = writer.who();
    event.reason = yanxun::text::key(reason);
    runs::addClockEvent(writer, before.id, event);
}

} // namespace drills
