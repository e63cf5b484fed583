#pragma once
#include "core/design/design_service.h"
#include "core/design/keeping_service.h"

#include <yanxun/verb.h>

namespace drills {

/// drills.design, design-put, objective-…, plan-test, unit-detail, post-…, reschedule, copy, number, record and those of
/// dayVerbs(). The service outlives the verbs.
std::vector<yanxun::Verb> designVerbs(DrillService& drills, const DesignService& service);
/// drills.check-…, notify, receipt, notice-…, headcount-…, sign-in.
std::vector<yanxun::Verb> dayVerbs(const DesignService& service);
/// drills.resources, resource-…, documents, document-…, scenarios, scenario-….
std::vector<yanxun::Verb> keepingVerbs(const KeepingService& service);

} // namespace drills
