#pragma once
#include <yanxun/date.h>
#include <yanxun/ui/record_table.h>

namespace drills {

/// Items over the months: twelve small columns, each with the day and how it has come.
std::vector<yanxun::ui::RecordColumn> planYearColumns();
yanxun::ui::RecordSource planYearSource(std::int64_t plan, yanxun::Date today);

} // namespace drills
