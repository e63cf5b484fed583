#pragma once
#include "core/program.h"

#include <yanxun/ui/workbench.h>

namespace yanxun::desktop {

/// What the home page of an empty database offers.
struct HomeCalls {
    std::function<void()> openDemonstration;
};

/// 工作台: a year's figures, whoever contributed them. Program and workbench outlive it.
Page homePage(host::Program& program, Workbench& workbench, HomeCalls calls);

} // namespace yanxun::desktop
