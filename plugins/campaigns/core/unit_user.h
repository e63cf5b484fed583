#pragma once
#include "core/activity_service.h"

namespace campaigns {

/// How activities, reach, targets and campaigns follow units that become one, and keep units from being removed. The
/// names of the day stay.
directory::UnitUser unitUser();
/// The kind under which participation knows activities.
participation::SubjectKind subjectKind(ActivityService& service);

} // namespace campaigns
