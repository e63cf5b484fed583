#pragma once
#include "core/duty_records.h"

#include <yanxun/ui/record_table.h>

namespace drills {

/// The list of duties: its columns, and rows read from the computed ones.
std::vector<yanxun::ui::RecordColumn> dutyListColumns();
yanxun::ui::RecordSource dutyListSource(const DutyFilter& filter);

} // namespace drills
