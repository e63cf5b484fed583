#pragma once
#include <yanxun/data/migration.h>

namespace drills {

/// Step 4: the record of a drill in depth: design, objectives, posts, readiness, notices, head counts by group,
/// resources, documents, scenarios, corrections.
yanxun::Migration designStep();

} // namespace drills
