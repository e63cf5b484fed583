#pragma once
#include <yanxun/ui/command.h>

#include <vector>

namespace yanxun::desktop {

class MainFrame;

/// 备份… and 恢复…. The frame outlives them.
std::vector<Command> backupCommands(MainFrame& frame);

} // namespace yanxun::desktop
