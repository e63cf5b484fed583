#pragma once
#include <yanxun/ui/command.h>

#include <vector>

namespace yanxun::desktop {

class MainFrame;

/// The window's own menus: open, import, search, leave, help. The frame outlives them.
std::vector<Command> hostCommands(MainFrame& frame);

} // namespace yanxun::desktop
