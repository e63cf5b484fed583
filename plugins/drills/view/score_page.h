#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace drills {

/// 评分与评估: one evaluator fills one sheet for one drill. The context outlives it.
yanxun::Page scorePage(const ViewContext& context);

} // namespace drills
