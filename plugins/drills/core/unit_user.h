#pragma once
#include "core/drill_service.h"

namespace drills {

/// How drills follow units that become one, and keep units from being removed. The service outlives it.
directory::UnitUser unitUser(DrillService& service);
/// The kind under which participation knows drills.
participation::SubjectKind subjectKind(DrillService& service);

} // namespace drills
