#pragma once
#include "core/duty_rule.h"

namespace drills {

/// One window of a rule, judged on its own.
struct DutySpan {
    std::string label; ///< «3月», «上半年», «2020–2021年»
    yanxun::Period days;
};

/// The windows of the rule that end in the year or run through it, in order; those of TERM begin in the year. Empty
/// for ROLLING, whose window hangs on the last drill.
std::vector<DutySpan> windowsOf(const DutyRule& rule, int year, const std::vector<SchoolTerm>& terms);

} // namespace drills
