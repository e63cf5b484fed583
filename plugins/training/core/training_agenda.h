#pragma once
#include "core/class_service.h"
#include "core/hours_service.h"

#include <yanxun/task.h>

#include <vector>

namespace training {

/// Classes and the days on which certificates end in the common calendar. What is given outlives it.
std::vector<yanxun::CalendarKind> calendars(const Rules& rules, ClassService& service);
/// Certificates that end soon, hours that are short, classes nobody closed. The service outlives them.
std::vector<yanxun::TaskKind> tasks(const HoursService& hours);

} // namespace training
