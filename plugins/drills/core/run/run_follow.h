#pragma once
#include "core/drill.h"

#include <yanxun/data/database.h>

namespace drills {

/// Called by DrillService::step inside its write, whoever asks for the step: a drill that is started, held, resumed, ended
/// or stopped gets its dated row of the exercise clock. Throws Error when a script is there and not approved.
void followStatus(yanxun::Writer& writer, const Drill& before, Status to, const std::string& reason);

} // namespace drills
