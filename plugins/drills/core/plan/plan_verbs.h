#pragma once
#include "core/plan/plan_service.h"

#include <yanxun/verb.h>

namespace drills {

/// `yanxunctl drills plan-…`: what can be asked of 年度演练计划.
std::vector<yanxun::Verb> planVerbs(const PlanService& service);
/// What can be done with them.
std::vector<yanxun::Verb> planDeedVerbs(const PlanService& service);

} // namespace drills
