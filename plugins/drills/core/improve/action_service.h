#pragma once
#include "core/improve/action_store.h"

namespace drills {

struct ScoreResult;
struct Drill;

/// What people do with corrective actions. Each method is one action inside the caller's Writer; who acts is the
/// Writer's operator. Throws Error with a sentence, Conflict when the record was changed since it was read.
class ActionService {
public:
    /// A measure against a finding, 待下发. The duty unit is the finding's, else the drill's, unless it is given.
    std::int64_t add(yanxun::Writer& writer, Action action) const;
    /// Measure, unit, person and, before it is issued, the due date; later the date changes by extension only.
    void edit(yanxun::Writer& writer, Action action) const;
    void remove(yanxun::Writer& writer, std::int64_t id) const; ///< only 待下发
    /// Gives the number of its 整改通知单. 待下发 → 整改中.
    std::string issue(yanxun::Writer& writer, std::int64_t id) const;
    /// Progress is only ever added; 100 % hands it in: 待复查.
    void report(yanxun::Writer& writer, std::int64_t id, std::int64_t percent, const std::string& text) const;
    /// 待复查 → 退回 without a check: papers are missing.
    void sendBack(yanxun::Writer& writer, std::int64_t id, const std::string& reason) const;
    std::int64_t askExtension(yanxun::Writer& writer, std::int64_t id, yanxun::Date newDue, const std::string& reason) const;
    /// By somebody else than who asked.
    void decideExtension(yanxun::Writer& writer, std::int64_t extension, bool approve, const std::string& note) const;
    /// 复查 of what is 待复查, or 回头看 of what was struck off (then `drill` names the later drill). Never by the person
    /// on duty or who reported it done. 通过 strikes it off; else it is open again, repeat_no + 1.
    void verify(yanxun::Writer& writer, std::int64_t id, CheckKind kind, CheckResult result, std::int64_t drill,
                const std::string& note) const;

    /// A result of `drill` was frozen: struck off actions of earlier drills of the unit about the same items pass or fail
    /// their 回头看. Each action is judged once by a drill, again only when the judgement changed.
    static void lookBack(yanxun::Writer& writer, const Drill& drill, const std::string& sheet, const ScoreResult& result);
    /// A finding is closed when its last action is struck off and open again with it.
    static void settleFinding(yanxun::Writer& writer, std::int64_t finding);
};

} // namespace drills
