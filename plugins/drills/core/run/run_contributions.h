#pragma once
#include "core/rating_service.h"
#include "core/run/run_service.h"
#include "core/run/script_service.h"

#include <yanxun/contributions.h>

namespace drills {

/// Verbs, import kind, figures and tasks of script and run. The services are borrowed.
void contributeRun(yanxun::Contributions& contributions, const ScriptService& scripts, const RunService& runs,
                   const RatingService& rating);

} // namespace drills
