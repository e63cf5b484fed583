#pragma once
#include <yanxun/data/migration.h>

#include <vector>

namespace yanxun::host {

/// The host's own tables, migrated under the name «host».
std::vector<Migration> schemaSteps();

} // namespace yanxun::host
