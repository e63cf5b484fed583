#pragma once
#include "core/plan/plan_service.h"

namespace drills {

/// A day for a duty that nobody has planned yet.
struct GapProposal {
    Duty duty;
    yanxun::Date day;
    std::string note; ///< why this day: «第2/5家，避开高考»; "" = the even share
};

/// Open duties of the plan's year (of its unit, or of all for the bureau's) that no drill and no item of the plan covers,
/// each with a day: spread evenly over what is left of its window, on working days (teaching days for schools), not on
/// 高考 and 中考, and not more than the street limit in a week where there is room.
std::vector<GapProposal> proposeGaps(const PlanService& service, yanxun::Reader& reader, std::int64_t plan, yanxun::Date today);
/// Takes the proposals into the plan, an item each; days may have been changed. Returns the items.
std::vector<std::int64_t> acceptGaps(const PlanService& service, yanxun::Writer& writer, std::int64_t plan,
                                     const std::vector<GapProposal>& accepted, const std::string& reason = {});

} // namespace drills
