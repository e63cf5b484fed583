#pragma once
#include "view/view_context.h"

namespace drills {

/// 导调台: the drill that is being run. Opens with the one that is running; «id=12» chooses another.
yanxun::Page runPage(const ViewContext& context);

} // namespace drills
