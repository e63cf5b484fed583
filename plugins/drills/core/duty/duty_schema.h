#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// 抽查, 自评, and the indexes lists and boards of a hundred years' drills are read from.
yanxun::Migration dutyUpkeepStep();

} // namespace drills
