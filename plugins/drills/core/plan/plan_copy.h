#pragma once
#include "core/plan/plan_service.h"

namespace drills {

/// What became of one occurrence of the year before.
struct CopyLine {
    std::string item;
    std::optional<yanxun::Date> old;  ///< empty = the new year has one more
    std::optional<yanxun::Date> made; ///< empty = not taken over
    std::string why; ///< «2022-05-01 劳动节放假，顺延»; "" = the rule's own day
};

struct CopyReport {
    std::int64_t planId = 0;
    int items = 0, dates = 0, moved = 0;
    bool holidaysKnown = true; ///< false = only weekends were avoided
    std::vector<CopyLine> lines;
};

/// Makes next year's plan (or another year's) from an issued or drafted one: items with their rules counted anew, days
/// off avoided. An item all of whose occurrences were cancelled stays behind. Throws Conflict when the year has a plan.
CopyReport copyPlan(const PlanService& service, yanxun::Writer& writer, std::int64_t from, int year);

} // namespace drills
