#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// Step 7: findings in depth, corrective actions, evidence, plan revision requests, lessons.
yanxun::Migration improveStep();

} // namespace drills
