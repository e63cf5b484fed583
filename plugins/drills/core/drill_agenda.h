#pragma once
#include <yanxun/calendar.h>
#include <yanxun/task.h>

#include <vector>

namespace drills {

/// Drills in the common calendar.
yanxun::CalendarKind drillCalendar();
/// What waits for somebody: findings that are not closed, drills without a score.
std::vector<yanxun::TaskKind> drillTasks();

} // namespace drills
