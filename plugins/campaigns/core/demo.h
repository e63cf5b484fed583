#pragma once
#include "core/plan_service.h"
#include "core/post.h"

#include <participation/records.h>
#include <yanxun/demo.h>

namespace campaigns {

/// The publicity of the demonstration district's year.
struct DemoYear {
    std::vector<Activity> activities; ///< 197 × scale with 85,966 × scale people
    std::vector<Post> posts;          ///< 37 × scale films with one count each
};

/// Spread over townships, months and the five like a real district's year, so that some units stay unreached. The same
/// units and request give the same year. Throws Error without units.
DemoYear demoYear(const std::vector<directory::UnitRef>& units, const Terms& terms, const yanxun::DemoRequest& request);

/// Contribution «campaigns.demo». What is given is borrowed and outlives it.
yanxun::DemoKind demoCampaigns(directory::Units& units, participation::Records& records, const PlanService& plans);

} // namespace campaigns
