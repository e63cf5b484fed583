#pragma once
#include "core/program.h"

#include <yanxun/ui/page.h>

namespace yanxun {
class Workbench;
}

namespace yanxun::desktop {

/// 报表中心: every contributed report of a year as it will look on paper; saved as PDF, HTML or XML, or printed. Takes
/// «kind=…» and «year=…», joined by «&».
yanxun::Page reportPage(host::Program& program, Workbench& workbench);

} // namespace yanxun::desktop
