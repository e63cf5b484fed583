#pragma once
#include "core/program.h"
#include "desktop/window_workbench.h"

namespace yanxun::desktop {

/// 设置: look, operator, bureau, and a card for each page that plugins added. `saved` is called when something was
/// changed. All outlive it.
Page settingsPage(host::Program& program, WindowWorkbench& workbench, std::function<void()> saved);

} // namespace yanxun::desktop
