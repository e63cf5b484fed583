#pragma once
#include "core/run/run.h"

#include <yanxun/data/database.h>

#include <functional>

namespace drills::runs {

/// The whole run of a drill: what the screen shows, in one snapshot. Throws NotFound.
Run load(yanxun::Reader& reader, std::int64_t drill);
ExerciseClock clock(yanxun::Reader& reader, std::int64_t drill);
std::vector<StageTime> watches(yanxun::Reader& reader, std::int64_t drill);
StageTime watch(yanxun::Reader& reader, std::int64_t id);
std::vector<Observation> observations(yanxun::Reader& reader, std::int64_t drill);
/// Drills that are 进行中, 暂停 or 就绪: what the run screen offers, newest day first, the running ones before the others.
std::vector<Drill> atTheDesk(yanxun::Reader& reader);
/// Those of them that are 进行中 or 暂停.
std::vector<Drill> running(yanxun::Reader& reader);

/// A stopped stage time of a drill that statistics count, and the means of them.
struct Measured {
    yanxun::Date heldOn;
    std::string drill, unit, metric;
    std::int64_t measuredMs = 0;
};
struct MetricMean {
    std::string metric;
    std::int64_t meanMs = 0, count = 0;
};
/// `metric` "" = all; in the order of days.
void eachMeasured(yanxun::Reader& reader, const yanxun::Period& period, const std::string& metric,
                  const std::function<void(const Measured&)>& use);
std::vector<MetricMean> meansByMetric(yanxun::Reader& reader, const yanxun::Period& period);

/// Adds the next row of the clock. Throws Conflict when another desk was first.
void addClockEvent(yanxun::Writer& writer, std::int64_t drill, ClockEvent event);
/// The slot of a deed is taken once; 延迟 has as many as wanted. Throws Conflict with a sentence when it is taken.
void addDeed(yanxun::Writer& writer, const RunLine& line, const DeedRecord& deed);
/// Throws Conflict when a watch of that name runs.
std::int64_t addWatch(yanxun::Writer& writer, const StageTime& watch);
void updateWatch(yanxun::Writer& writer, const StageTime& watch);
std::int64_t addObservation(yanxun::Writer& writer, const Observation& observation);
Observation observation(yanxun::Reader& reader, std::int64_t id);
void updateObservation(yanxun::Writer& writer, const Observation& observation);
void removeObservation(yanxun::Writer& writer, const Observation& observation);
/// All that was done in the run; the script stays.
void removeAll(yanxun::Writer& writer, std::int64_t drill);

} // namespace drills::runs
