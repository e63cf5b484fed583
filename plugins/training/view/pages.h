#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>

namespace training {

/// 培训班: filters and list at the left, the chosen class at the right. The context outlives the pages.
yanxun::Page classesPage(const ViewContext& context);
/// One class: 课次, 名册, 考勤, 考核, 档案.
yanxun::Page classPage(const ViewContext& context);
/// 学时与证书: people's hours against the rules, certificates with their two clocks.
yanxun::Page peoplePage(const ViewContext& context);
/// Menu entries and keys: new class, imports, programmes.
std::vector<yanxun::Command> commands(const ViewContext& context);

} // namespace training
