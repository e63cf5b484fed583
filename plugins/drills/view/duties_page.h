#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace drills {

/// 应演任务: who owes a drill — units × rules × windows. The context outlives it.
yanxun::Page dutiesPage(const ViewContext& context);

} // namespace drills
