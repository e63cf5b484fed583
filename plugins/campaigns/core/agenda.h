#pragma once
#include "core/activity_service.h"
#include "core/key_dates.h"
#include "core/target.h"

#include <yanxun/calendar.h>
#include <yanxun/task.h>

#include <vector>

namespace campaigns {

/// Activities, and key dates that are switched on, in the common calendar. What is given outlives them.
std::vector<yanxun::CalendarKind> calendars(const KeyDates& dates, ActivityService& activities);
/// What waits for somebody: units not reached yet, targets behind, plans whose day has passed.
std::vector<yanxun::TaskKind> tasks(const Coverage& coverage);

} // namespace campaigns
