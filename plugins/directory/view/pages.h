#pragma once
#include "view/view_context.h"

namespace directory {

/// Puts the pages of this plugin into the window. The context must outlive it.
void addPages(yanxun::Workbench& workbench, const ViewContext& context);

} // namespace directory
