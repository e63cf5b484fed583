#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drills {

enum class ClockDeed { start = 1, pause = 2, resume = 3, speed = 4, stop = 5 }; ///< 开始 暂停 继续 调速 终止
enum class ClockState { notStarted, running, paused, over };

/// One dated row of the clock. All that the clock says is computed from these rows, so that a crash loses nothing.
struct ClockEvent {
    std::int64_t id = 0, seq = 0;
    ClockDeed deed = ClockDeed::start;
    yanxun::Millis at = 0;
    std::int64_t scenarioMs = 0; ///< what the scenario's clock had run until then
    std::int64_t factor = 100;   ///< scenario time for exercise time from here on, 1/100
    std::string who, reason;
};

/// The exercise clock of one drill: time since the start without the pauses, and the scenario's own time.
class ExerciseClock {
public:
    ExerciseClock() = default;
    /// In the order of `seq`.
    explicit ExerciseClock(std::vector<ClockEvent> events) : events_(std::move(events)) {}

    ClockState state() const;
    /// Milliseconds of exercise time at an instant; 0 before the start. Pauses stand still, and so does the end.
    std::int64_t elapsed(yanxun::Millis at) const;
    std::int64_t scenario(yanxun::Millis at) const;
    /// Milliseconds between two instants that were no pause.
    std::int64_t between(yanxun::Millis from, yanxun::Millis to) const { return elapsed(to) - elapsed(from); }
    /// The instant at which the clock shows so much, when it goes on without another pause; empty before the start.
    std::optional<yanxun::Millis> instantOf(std::int64_t elapsedMs, yanxun::Millis now) const;
    std::int64_t factor() const;
    std::optional<yanxun::Millis> startedAt() const;
    std::optional<yanxun::Millis> endedAt() const;
    const std::vector<ClockEvent>& events() const { return events_; }

private:
    /// Exercise time times the factor (or 100) of each stretch, in 1/100 milliseconds.
    std::int64_t weighed(yanxun::Millis at, bool scenario) const;
    std::vector<ClockEvent> events_;
};

std::string word(ClockDeed deed);
std::string word(ClockState state);

} // namespace drills
