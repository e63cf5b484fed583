#pragma once
#include <yanxun/log.h>
#include <yanxun/ui/command.h>

#include <wx/frame.h>

#include <vector>

namespace yanxun::desktop {

/// Titles of the menus that the host's own commands stand in; a plugin may use them too.
std::string fileMenu();
std::string viewMenu();
std::string helpMenu();

/// Makes the frame's menu bar from the commands: 文件 and 查看 first, 帮助 last, the others by their lowest order. A
/// command runs inside a catch. Of two with one shortcut the first has it. Commands without a menu have only their keys.
void setMenus(wxFrame* frame, std::vector<Command> commands, Log& log);

} // namespace yanxun::desktop
