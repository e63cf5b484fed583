#pragma once
#include <yanxun/data/migration.h>

namespace notes {

/// Append steps; never edit one that was released.
std::vector<yanxun::Migration> migrations();

} // namespace notes
