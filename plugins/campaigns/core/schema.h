#pragma once
#include <yanxun/data/migration.h>

#include <vector>

namespace campaigns {

std::vector<yanxun::Migration> migrations();

} // namespace campaigns
