#pragma once
#include "core/scoring.h"

#include <yanxun/date.h>

namespace drills {

/// The evaluation of one drill: its sheet, its panel, and the result as it stands now. A drill has at most one; what
/// was frozen stands in its results.
struct Evaluation {
    std::int64_t id = 0, revision = 0;
    std::int64_t drillId = 0;
    std::string sheetId;
    int sheetVersion = 0;
    Panel panel;                     ///< keys of evaluators are their uids; combined as the drill says
    std::optional<yanxun::Date> due; ///< sheets are to be in by
    bool frozen = false;
    std::string reopenReason; ///< why the last frozen result was opened again
    // As computed when something was last changed.
    std::optional<std::int64_t> total;
    std::int64_t coverage = 0;
    std::string grade;
    Verdict verdict = Verdict::incomplete;
    VetoState veto = VetoState::none;
    int disputes = 0;

    const Evaluator* evaluator(std::string_view key) const;
    /// The newest evaluator of that name; null when there is none.
    const Evaluator* named(std::string_view name) const;
};

/// 补演 that a drill leaves to be done.
struct Repeat {
    std::int64_t id = 0, revision = 0;
    std::int64_t drillId = 0;
    yanxun::Date due;
    std::string reason;
    std::int64_t doneBy = 0; ///< the drill that made it good; 0 = open
};

} // namespace drills
