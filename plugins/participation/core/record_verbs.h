#pragma once
#include "core/record_service.h"

#include <yanxun/contributions.h>

namespace directory {
class Units;
}

namespace participation {

/// What the console can do: list, differences, show, put, names, remove. The objects must outlive the contributions.
void addVerbs(yanxun::Contributions& contributions, RecordService& records, directory::Units& units);
/// Entries whose headcount and names differ, as something waiting for somebody.
yanxun::TaskKind differenceTasks(const RecordService& records);

} // namespace participation
