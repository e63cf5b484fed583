#pragma once
#include "core/drill.h"
#include "core/run/run_clock.h"
#include "core/run/script.h"

namespace drills {

enum class Deed { sent = 1, acknowledged = 2, responded = 3, completed = 4, skipped = 5, delayed = 6 };
                                                                   ///< 发出 确认 响应 完成 跳过 延迟

/// What was done with a line; rows are only ever added.
struct DeedRecord {
    std::int64_t id = 0, lineId = 0;
    Deed deed = Deed::sent;
    yanxun::Millis at = 0;
    std::int64_t elapsedMs = 0; ///< exercise time at that instant
    std::int64_t seconds = 0;   ///< of 延迟
    std::string who, note;
};

/// Where a line stands (domain rule b.3).
enum class LineState { draft, submitted, approved, waiting, sent, acknowledged, responded, completed, skipped, cancelled };

struct RunLine {
    ScriptLine line;
    std::vector<DeedRecord> deeds; ///< in their order

    const DeedRecord* find(Deed deed) const;
    /// Seconds after the start at which it is to be sent: its own time and what it was delayed by.
    std::int64_t due() const;
};

/// 环节计时: one stop-watch that was started once.
struct StageTime {
    std::int64_t id = 0, revision = 0, drillId = 0;
    std::string metric; ///< «报警→发出疏散信号»
    std::string itemNo; ///< 计时 item of the score sheet it measures; "" = none
    yanxun::Millis startedAt = 0;
    std::optional<yanxun::Millis> stoppedAt;
    std::optional<std::int64_t> measuredMs; ///< without the pauses
    std::string who, voidReason;

    bool runs() const { return !stoppedAt && voidReason.empty(); }
};

enum class ObservationKind { strength = 1, weakness = 2, plain = 3 }; ///< 优点 不足 一般

struct Observation {
    std::int64_t id = 0, revision = 0, drillId = 0;
    yanxun::Millis at = 0;
    std::int64_t elapsedMs = 0;
    std::string observer;
    ObservationKind kind = ObservationKind::plain;
    std::string text;
    std::int64_t lineNo = 0; ///< 0 = of no line
    std::string itemNo;
};

/// All of a run as it stands in the database; what it says of an instant is computed.
struct Run {
    Drill drill;
    std::optional<Script> script;
    ExerciseClock clock;
    std::vector<Phase> phases;
    std::vector<RunLine> lines; ///< in the order of their due times
    std::vector<StageTime> watches;
    std::vector<Observation> observations;

    const RunLine* line(std::int64_t no) const;
    LineState stateOf(const RunLine& line) const;
    /// Why a waiting line may not be sent yet («等第 3 行完成»); "" when nothing stands against it.
    std::string blocked(const RunLine& line, yanxun::Millis now) const;
    /// The next waiting line whose conditions hold; 应急备用 never comes by itself. Null when none is left.
    const RunLine* next(yanxun::Millis now) const;
    /// Milliseconds from 发出 to 响应 without the pauses; empty when one of them is missing.
    std::optional<std::int64_t> responseMs(const RunLine& line) const;
    /// The phase of the last line that was sent; "" when none.
    std::string phaseNow() const;
    std::int64_t count(LineState state) const;
};

std::string word(Deed deed);
std::string word(LineState state);
std::string word(ObservationKind kind);
std::optional<ObservationKind> observationKindOf(const std::string& word);

} // namespace drills
