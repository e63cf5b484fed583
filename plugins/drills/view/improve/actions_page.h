#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

#include <filesystem>

namespace drills {

/// 整改台账: every corrective action, filtered by status, overdue, unit and severity. The context outlives it.
yanxun::Page actionsPage(const ViewContext& context, std::vector<std::filesystem::path> styles);
/// 经验库: strengths, experience and lessons across years; search and tags. And the plan revision requests.
yanxun::Page lessonsPage(const ViewContext& context);

} // namespace drills
