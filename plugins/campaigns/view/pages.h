#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace campaigns {

// The pages of this plugin; the context outlives them.
yanxun::Page activitiesPage(const ViewContext& context); ///< 宣传活动
yanxun::Page postsPage(const ViewContext& context);      ///< 微视频
yanxun::Page coveragePage(const ViewContext& context);   ///< 覆盖情况
yanxun::Page notReachedPage(const ViewContext& context); ///< 未覆盖清单
yanxun::Page targetsPage(const ViewContext& context);    ///< 宣传目标
yanxun::Page plansPage(const ViewContext& context);      ///< 节点与行动
yanxun::Page termsPage(const ViewContext& context);      ///< 宣传字典

/// All of them, with the menu's commands.
void addPages(yanxun::Workbench& workbench, const ViewContext& context);

} // namespace campaigns
