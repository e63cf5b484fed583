#pragma once
#include "core/calendar_entries.h"

#include <yanxun/date.h>

#include <string>

namespace yanxun::host {

/// The entries as one calendar of RFC 5545, for other calendar programs. Entries without a uid are left out: a second
/// import of the file could not find them again. Days are dates, times stand in UTC, which every program understands
/// without a time zone of ours. `made` is the clock's time, `name` what the calendar is called.
std::string icalendar(const std::vector<KindEntry>& entries, Millis made, const std::string& name);

/// How many of them have a uid.
std::size_t exported(const std::vector<KindEntry>& entries);

} // namespace yanxun::host
