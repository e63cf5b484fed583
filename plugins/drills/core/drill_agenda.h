#pragma once
#include <yanxun/calendar.h>
#include <yanxun/task.h>

#include <vector>

namespace drills {

class PlanService;

/// Drills in the common calendar. One that is not held yet may be moved; when it stems from an issued plan, with a reason.
yanxun::CalendarKind drillCalendar(const PlanService& plans);
/// What waits for somebody: findings that are not closed, drills without a score.
std::vector<yanxun::TaskKind> drillTasks();

} // namespace drills
