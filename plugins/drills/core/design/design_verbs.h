#pragma once
#include "core/design/design_service.h"
#include "core/design/keeping_service.h"

#include <yanxun/verb.h>

namespace drills {

/// drills.design, design-put, objective-…, plan-test, unit-detail, post-…, check-…, notice-…, headcount-…, sign-in, reschedule,
/// copy, number, record. The service outlives the verbs.
std::vector<yanxun::Verb> designVerbs(DrillService& drills, const DesignService& service);
/// drills.resources, resource-…, documents, document-…, scenarios, scenario-….
std::vector<yanxun::Verb> keepingVerbs(const KeepingService& service);

} // namespace drills
