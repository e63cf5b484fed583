#pragma once
#include "core/plan/plan_service.h"
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// Each writes through the service and returns true when it did.
bool makePlan(wxWindow* parent, const ViewContext& context, const PlanService& plans, int year);
bool describePlan(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan);
/// `item` null = a new one; of an issued plan with a reason.
bool editPlanItem(wxWindow* parent, const ViewContext& context, const PlanService& plans, const YearPlan& plan, const PlanItem* item);
/// In a draft the day, once issued 延期, 取消 or 变更.
bool changePlanDate(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date);
/// Says which drill on record the occurrence is.
bool linkPlanDate(wxWindow* parent, const ViewContext& context, const PlanService& plans, const PlanDate& date);
/// Shows what moved and why; returns the new plan, 0 when nothing was made.
std::int64_t copyPlanTo(wxWindow* parent, const ViewContext& context, const PlanService& plans, YearPlan plan);
bool fillPlanGaps(wxWindow* parent, const ViewContext& context, const PlanService& plans, YearPlan plan);
void showPlanConflicts(wxWindow* parent, const ViewContext& context, int year);

} // namespace drills
