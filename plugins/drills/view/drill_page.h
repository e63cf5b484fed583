#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

#include <filesystem>

namespace drills {

/// 演练详情 (drills.drill, argument «id=12»): one drill with all its tabs, opened from lists. The context
/// outlives it; `styles` are those of its papers.
yanxun::Page drillPage(const ViewContext& context, std::vector<std::filesystem::path> styles);

} // namespace drills
