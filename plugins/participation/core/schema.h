#pragma once
#include <yanxun/data/migration.h>

namespace participation {

/// The tables of this plugin, oldest step first.
std::vector<yanxun::Migration> migrations();

} // namespace participation
