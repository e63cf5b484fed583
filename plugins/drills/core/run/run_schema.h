#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// Script and run: lines with relative times, the clock's dated events, what was done with each line, stop-watches,
/// observations.
yanxun::Migration runStep();

} // namespace drills
