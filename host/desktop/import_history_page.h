#pragma once
#include "core/program.h"

#include <yanxun/ui/page.h>

namespace yanxun {
class Workbench;
}

namespace yanxun::desktop {

/// 导入记录: every batch with its counts and who did it; a batch can be taken back.
yanxun::Page importHistoryPage(host::Program& program, Workbench& workbench);

} // namespace yanxun::desktop
