#pragma once
#include "core/program.h"

#include <yanxun/ui/workbench.h>

namespace yanxun::desktop {

/// 插件: every plugin found, its state and, in a sentence, why; switch on and off. Program and workbench outlive it.
Page pluginsPage(host::Program& program, Workbench& workbench);

} // namespace yanxun::desktop
