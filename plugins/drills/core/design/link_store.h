#pragma once
#include "core/duty_records.h"

#include <yanxun/data/database.h>

/// What step 4 keeps beside the units and plans of a drill (drills_taking, drills_plan_link). Decides nothing.
namespace drills::links {

/// A unit of the drill with how many it brings.
struct TakingUnit : DrillUnit {
    std::optional<std::int64_t> people, vehicles;
    std::string leader;
};
std::vector<TakingUnit> units(yanxun::Reader& reader, std::int64_t drill);
/// The unit stands in the drill already.
void putDetail(yanxun::Writer& writer, const TakingUnit& unit);

/// A plan the drill tested: which clauses, and its edition on that day.
struct TestedPlan {
    std::int64_t id = 0, revision = 0, drillId = 0;
    Plan plan;
    std::string clauses, edition;
};
std::vector<TestedPlan> plans(yanxun::Reader& reader, std::int64_t drill);
void putClauses(yanxun::Writer& writer, const TestedPlan& tested);

} // namespace drills::links
