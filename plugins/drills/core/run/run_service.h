#pragma once
#include "core/drill_service.h"
#include "core/rating_service.h"
#include "core/run/run.h"

namespace drills {

/// What people do while a drill runs. Each method is one action inside the caller's Writer, dated by it; doing it twice
/// is refused with a sentence, by the unique keys of the database where two desks meet. Throws Error, Conflict, NotFound.
class RunService {
public:
    /// Borrowed; outlives the service.
    explicit RunService(DrillService& drills) : drills_(drills) {}

    void start(yanxun::Writer& writer, std::int64_t drill) const;
    /// «hold»; a reason must be given.
    void pause(yanxun::Writer& writer, std::int64_t drill, const std::string& reason) const;
    void resume(yanxun::Writer& writer, std::int64_t drill) const;
    /// Scenario time for exercise time from now on: 100 = as it is, 200 = twice as fast.
    void setSpeed(yanxun::Writer& writer, std::int64_t drill, std::int64_t factor) const;
    void end(yanxun::Writer& writer, std::int64_t drill) const;
    /// Safety stop by `author` («安全员»; "" = the operator) with his reason.
    void abort(yanxun::Writer& writer, std::int64_t drill, const std::string& author, const std::string& reason) const;

    /// Sends a line. One whose conditions do not hold needs a `reason`.
    void fire(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& reason = {}) const;
    void acknowledge(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const;
    void respond(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const;
    void complete(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& note) const;
    void skip(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, const std::string& reason) const;
    void delay(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, std::int64_t seconds, const std::string& reason) const;
    /// Every line that still waits, from line `from` on (0 = all): the gaps stay. Returns how many.
    int delayAll(yanxun::Writer& writer, std::int64_t drill, std::int64_t from, std::int64_t seconds,
                 const std::string& reason) const;
    /// A line that nobody planned, sent at once. Returns its number.
    std::int64_t fireFree(yanxun::Writer& writer, std::int64_t drill, const std::string& to, const std::string& method,
                          const std::string& text) const;

    std::int64_t startWatch(yanxun::Writer& writer, std::int64_t drill, const std::string& metric, const std::string& itemNo) const;
    /// Stops the one that runs under that name; its time leaves the pauses out.
    StageTime stopWatch(yanxun::Writer& writer, std::int64_t drill, const std::string& metric) const;
    void voidWatch(yanxun::Writer& writer, std::int64_t id, const std::string& reason) const;
    /// Which 计时 item of the score sheet a stop-watch measures.
    void linkWatch(yanxun::Writer& writer, std::int64_t id, const std::string& itemNo) const;
    /// Gives the stopped times to the 计时 items they are linked to, as the panel's measured values; an item that was
    /// measured more than once gets the last. Returns how many.
    int takeOver(yanxun::Writer& writer, std::int64_t drill, const RatingService& rating) const;

    std::int64_t observe(yanxun::Writer& writer, Observation observation) const;
    void editObservation(yanxun::Writer& writer, const Observation& observation) const;
    void removeObservation(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;

private:
    void step(yanxun::Writer& writer, std::int64_t drill, Status to, const std::string& reason) const;
    void record(yanxun::Writer& writer, const Run& run, const RunLine& line, Deed deed, const std::string& note,
                std::int64_t seconds = 0) const;
    void answer(yanxun::Writer& writer, std::int64_t drill, std::int64_t no, Deed deed, const std::string& note) const;

    DrillService& drills_;
};

} // namespace drills
