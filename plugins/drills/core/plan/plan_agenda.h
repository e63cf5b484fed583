#pragma once
#include "core/plan/plan_service.h"

#include <yanxun/calendar.h>
#include <yanxun/task.h>

namespace drills {

/// Planned occurrences that have no drill yet in the common calendar; may be moved, with a reason once issued.
yanxun::CalendarKind planCalendar(const PlanService& service);
/// What waits: a plan that is not issued, an occurrence that comes within two weeks and has no drill.
std::vector<yanxun::TaskKind> planTasks();
/// Sentences to think of before a drill or occurrence goes to a day: days off, exams, conflicts.
std::vector<std::string> dayWarnings(const PlanService& service, yanxun::Reader& reader, std::int64_t date, std::int64_t drill,
                                     yanxun::Date day);

} // namespace drills
