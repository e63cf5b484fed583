#include "core/run/run_clock.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {

using yanxun::Millis;
using yanxun::tr;

ClockState ExerciseClock::state() const {
    ClockState state = ClockState::notStarted;
    for (const ClockEvent& event : events_) {
        switch (event.deed) {
        case ClockDeed::start:
        case ClockDeed::resume: state = ClockState::running; break;
        case ClockDeed::pause: state = ClockState::paused; break;
        case ClockDeed::stop: state = ClockState::over; break;
        case ClockDeed::speed: break;
        }
    }
    return state;
}

std::int64_t ExerciseClock::weighed(Millis at, bool scenario) const {
    std::int64_t sum = 0, factor = 100;
    bool runs = false;
    Millis since = 0;
    const auto add = [&](Millis until) {
        if (runs && until > since) sum += (until - since) * (scenario ? factor : 100);
    };
    for (const ClockEvent& event : events_) {
        if (event.at > at) break;
        add(event.at);
        since = event.at;
        factor = event.factor;
        if (event.deed == ClockDeed::start || event.deed == ClockDeed::resume) runs = true;
        if (event.deed == ClockDeed::pause || event.deed == ClockDeed::stop) runs = false;
    }
    add(at);
    return sum;
}

std::int64_t ExerciseClock::elapsed(Millis at) const { return weighed(at, false) / 100; }

std::int64_t ExerciseClock::scenario(Millis at) const { return weighed(at, true) / 100; }

std::optional<Millis> ExerciseClock::instantOf(std::int64_t elapsedMs, Millis now) const {
    const auto start = startedAt();
    if (!start) return std::nullopt;
    const std::int64_t reached = elapsed(now);
    if (elapsedMs >= reached) return now + (elapsedMs - reached);
    // Back over the pauses that lie between.
    std::int64_t sum = 0;
    bool runs = false;
    Millis since = *start;
    for (const ClockEvent& event : events_) {
        if (runs && sum + (event.at - since) >= elapsedMs) break;
        if (runs) sum += event.at - since;
        since = event.at;
        if (event.deed == ClockDeed::start || event.deed == ClockDeed::resume) runs = true;
        if (event.deed == ClockDeed::pause || event.deed == ClockDeed::stop) runs = false;
    }
    return since + (elapsedMs - sum);
}

std::int64_t ExerciseClock::factor() const { return events_.empty() ? 100 : events_.back().factor; }

std::optional<Millis> ExerciseClock::startedAt() const {
    if (events_.empty()) return std::nullopt;
    return events_.front().at;
}

std::optional<Millis> ExerciseClock::endedAt() const {
    if (events_.empty() || events_.back().deed != ClockDeed::stop) return std::nullopt;
    return events_.back().at;
}

std::string word(ClockDeed deed) {
    switch (deed) {
    case ClockDeed::start: return tr("开始");
    case ClockDeed::pause: return tr("暂停");
    case ClockDeed::resume: return tr("继续");
    case ClockDeed::speed: return tr("调速");
    case ClockDeed::stop: return tr("终止");
    }
    return {};
}

std::string word(ClockState state) {
    switch (state) {
    case ClockState::notStarted: return tr("未开始");
    case ClockState::running: return tr("进行中");
    case ClockState::paused: return tr("暂停");
    case ClockState::over: return tr("已结束");
    }
    return {};
}

} // namespace drills
