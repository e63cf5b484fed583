#pragma once
#include "core/program.h"

#include <yanxun/ui/workbench.h>

namespace yanxun::desktop {

/// 日历: the entries of all plugins in a month, and a list of the chosen day's. Program and workbench outlive it.
Page calendarPage(host::Program& program, Workbench& workbench);

} // namespace yanxun::desktop
