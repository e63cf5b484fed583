#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// 年度演练计划: plans, their items and occurrences, changes, who approved what.
yanxun::Migration planStep();

} // namespace drills
