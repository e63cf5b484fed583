#pragma once
#include "core/plan/plan_service.h"
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace drills {

/// 年度计划: one plan with its items over the months, what became of each occurrence, adjustments and approval. Both live
/// as long as the plugin.
yanxun::Page planPage(const ViewContext& context, const PlanService& plans);

} // namespace drills
