#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace drills {

/// 应急演练: filters and list at the left, the chosen drill at the right. The context outlives it.
yanxun::Page drillsPage(const ViewContext& context);
/// Menu entries and keys: new drill, import.
std::vector<yanxun::Command> drillCommands(const ViewContext& context);

} // namespace drills
