#pragma once
#include <yanxun/data/migration.h>

namespace materials {

/// The tables of this plugin; released steps are never edited.
std::vector<yanxun::Migration> migrations();

} // namespace materials
