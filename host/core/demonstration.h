#pragma once
#include "core/program.h"

#include <yanxun/demo.h>

namespace yanxun::host {

/// True when anybody ever wrote a record.
bool holdsRecords(Database& database);

/// Fills the program's database with the demonstration district of every plugin, in one transaction. Throws Conflict
/// when it already holds records, Error when no plugin has anything to show, Cancelled.
void fillDemonstration(Program& program, const DemoRequest& request, Progress& progress = Progress::none());

} // namespace yanxun::host
