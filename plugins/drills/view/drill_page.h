#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace drills {

/// 演练详情 (drills.drill, argument «id=12»): one drill with all its tabs, opened from lists. The context
/// outlives it.
yanxun::Page drillPage(const ViewContext& context);

} // namespace drills
