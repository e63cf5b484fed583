#pragma once
#include <yanxun/data/migration.h>

#include <vector>

namespace drills {

/// Tables of this plugin: drills_drill, drills_finding, drills_result, drills_result_item.
std::vector<yanxun::Migration> migrations();

} // namespace drills
