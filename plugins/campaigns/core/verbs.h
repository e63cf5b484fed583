#pragma once
#include "core/activity_service.h"
#include "core/coverage.h"
#include "core/plan_service.h"
#include "core/post_service.h"

#include <yanxun/verb.h>

namespace campaigns {

/// The services of this plugin; whoever gets this must not outlive them.
struct Parts {
    ActivityService& activities;
    PostService& posts;
    PlanService& plans;
    const Coverage& coverage;
    const KeyDates& dates;
    const Listeners& listeners;
};

// What the console can do, one verb for each service action.
std::vector<yanxun::Verb> activityVerbs(const Parts& parts);
std::vector<yanxun::Verb> postVerbs(const Parts& parts);
std::vector<yanxun::Verb> planVerbs(const Parts& parts);
std::vector<yanxun::Verb> termVerbs();

} // namespace campaigns
