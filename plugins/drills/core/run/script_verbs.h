#pragma once
#include "core/run/run_service.h"
#include "core/run/script_service.h"

#include <yanxun/verb.h>

namespace drills {

/// «drills.script», «drills.script-add» … Everything is borrowed.
std::vector<yanxun::Verb> scriptVerbs(const ScriptService& scripts);
/// «drills.run», «drills.run-start», «drills.run-fire» …
std::vector<yanxun::Verb> runVerbs(const RunService& runs, const RatingService& rating);

} // namespace drills
