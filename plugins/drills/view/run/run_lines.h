#pragma once
#include "view/view_context.h"

#include <yanxun/ui/record_table.h>

namespace drills {

std::vector<yanxun::ui::RecordColumn> runColumns();
/// The lines of one drill in the order of their due times; records are the lines' ids.
yanxun::ui::RecordSource runSource(const yanxun::Clock& clock, std::int64_t drill);

} // namespace drills
