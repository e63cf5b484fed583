#pragma once
#include "core/program.h"

#include <yanxun/ui/workbench.h>

namespace yanxun::desktop {

/// 待办: what waits for somebody, from all plugins, most urgent first. Program and workbench outlive it.
Page tasksPage(host::Program& program, Workbench& workbench);

} // namespace yanxun::desktop
