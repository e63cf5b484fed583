#pragma once
#include "core/drill.h"
#include "core/finding.h"
#include "core/vocabulary.h"

#include <directory/units.h>
#include <participation/records.h>

namespace drills {

/// What a person says of a drill; everything else the service knows or finds out.
struct DrillDraft {
    std::string name;
    std::string unitName;   ///< full name, alias or 信用代码
    std::string regionName; ///< "" = the unit's township
    yanxun::Date heldOn;
    std::string hazard, mode; ///< as written
    std::optional<Axes> axes; ///< empty = what the mode's word says
    std::optional<std::int64_t> participants;
    bool participantsEstimated = false;
    std::optional<std::int64_t> watchers;
    std::optional<std::int64_t> ledgerScore; ///< 1/100 point
    bool isPractice = false;
    std::string summary;
    Source source = Source::entered;
    bool createUnit = false; ///< an unknown unit is made 待完善 instead of refused
    std::string problem, rectification; ///< 存在问题 and 整改情况 of a ledger; only when added
    std::string correction; ///< why facts of a drill that took place are changed
};

/// What people do with drills. Each method is one action inside the caller's Writer; Conflict when the record was
/// changed by somebody else since it was read.
class DrillService {
public:
    /// All three are borrowed and outlive the service.
    DrillService(directory::Units& units, participation::Records& records, const Vocabulary& words)
        : units_(units), records_(records), words_(words) {}

    /// A drill of the past, or of a ledger, is recorded as 已结束, one to come starts as 草案. Throws Error for what is missing or wrong,
    /// Conflict when the same drill (name, unit, day) is there and `allowDouble` is false.
    std::int64_t add(yanxun::Writer& writer, const DrillDraft& draft, bool allowDouble = false);
    /// Not for 已归档, 已取消, 已中止; from 已结束 on a changed fact needs `correction`, which is kept beside the drill. Planned
    /// times move with the day. Returns the new revision.
    std::int64_t edit(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, const DrillDraft& draft);
    /// The next step of the way; see requireStep() and drill_steps.cpp: approval by another person, the gate to 就绪,
    /// actual times, a result or the word that there is none before the archive (`reason` says why).
    void step(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, Status to, const std::string& reason);
    /// The drill with its findings, results and participation.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
    /// `counted` is the whole drill; through participation, which tells the copy. Throws Error when other units of the
    /// drill already report more.
    void setParticipants(yanxun::Writer& writer, std::int64_t id, std::int64_t counted, bool estimated,
                         const std::string& correction = {});
    /// Participation's message: the drill's row keeps a copy of its reported number.
    void keepReported(yanxun::Writer& writer, std::int64_t id, std::int64_t reported, bool estimated);

    std::int64_t addFinding(yanxun::Writer& writer, Finding finding);
    std::int64_t editFinding(yanxun::Writer& writer, const Finding& finding);
    /// Closed on the day of the transaction.
    void closeFinding(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
    void removeFinding(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
    /// What a ledger says of problem and 整改, kept as the drill's one finding of that source; both blank = none.
    void putLedgerFinding(yanxun::Writer& writer, std::int64_t drill, const std::string& problem,
                          const std::string& rectification);

    /// For merging and removing units: see directory::UnitUser.
    std::vector<std::int64_t> moveUnit(yanxun::Writer& writer, std::int64_t from, const directory::UnitRef& to);
    void moveUnitBack(yanxun::Writer& writer, const std::vector<std::int64_t>& drills, const directory::UnitRef& back);

    /// A row of the log of corrections.
    static void logCorrection(yanxun::Writer& writer, const Drill& drill, const std::string& what, const std::string& reason);
    /// Gives the drill its 编号; the one it has when it has one.
    std::string number(yanxun::Writer& writer, const Drill& drill);
    /// A draft that says what the drill says now: what an edit starts from.
    static DrillDraft draftOf(const Drill& drill);

private:
    void fill(yanxun::Writer& writer, Drill& drill, const DrillDraft& draft);
    directory::UnitRef unitOf(yanxun::Writer& writer, const DrillDraft& draft);
    void putParticipants(yanxun::Writer& writer, const Drill& drill, std::int64_t counted, bool estimated);
    void changeHost(yanxun::Writer& writer, const Drill& drill, std::int64_t formerUnit);
    void indexAgain(yanxun::Writer& writer, std::int64_t id);
    void requireWay(yanxun::Writer& writer, const Drill& drill, Status to, const std::string& reason);
    void beforeStep(yanxun::Writer& writer, Drill& drill, Status to, const std::string& reason);

    directory::Units& units_;
    participation::Records& records_;
    const Vocabulary& words_;
};

/// The audience under which a drill's own headcount stands in participation.
inline constexpr auto drillAudience = "参演人员";

} // namespace drills
