#pragma once
#include "core/program.h"

#include <yanxun/ui/workbench.h>

namespace yanxun::desktop {

/// The search box over everything: hits by kind, newest first; Enter or a double click opens the record's page.
void showSearch(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& query = {});

} // namespace yanxun::desktop
