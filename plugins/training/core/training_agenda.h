#pragma once
#include "core/hours_service.h"

#include <yanxun/task.h>

#include <vector>

namespace training {

/// Classes, certificates and sessions' days in the common calendar. The rules outlive it.
std::vector<yanxun::CalendarKind> calendars(const Rules& rules);
/// Certificates that end soon, hours that are short, classes nobody closed. The service outlives them.
std::vector<yanxun::TaskKind> tasks(const HoursService& hours);

} // namespace training
