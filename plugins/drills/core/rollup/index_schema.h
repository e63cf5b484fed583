#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// Indexes of the few: what a figure or page begins with instead of asking every drill.
yanxun::Migration fewRowsStep();

} // namespace drills
