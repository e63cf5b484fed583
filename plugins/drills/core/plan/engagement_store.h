#pragma once
#include "core/plan/plan_conflicts.h"

namespace drills {

/// One drill, or one occurrence without a drill, with its people and things. Empty when it is gone.
std::optional<Engagement> engagementOfDrill(yanxun::Reader& reader, std::int64_t drill);
std::optional<Engagement> engagementOfDate(yanxun::Reader& reader, std::int64_t date);

} // namespace drills
