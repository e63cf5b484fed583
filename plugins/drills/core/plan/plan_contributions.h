#pragma once
#include "core/plan/plan_service.h"

#include <yanxun/contributions.h>

namespace drills {

/// All that the year's plan brings without a window: verbs, figure, tasks, report, export, calendar.
void contributePlan(yanxun::Contributions& contributions, const PlanService& service, const yanxun::Clock& clock);

} // namespace drills
