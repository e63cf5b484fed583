#pragma once
#include "core/certificate_service.h"
#include "core/hours_service.h"
#include "core/roster_service.h"

namespace training {

/// Units that are merged take along their classes, learners, trainees, certificates and archive parts. Borrowed
/// services outlive what these return.
directory::UnitUser unitUser(ClassService& classes, RosterService& roster, HoursService& hours,
                             CertificateService& certificates);
directory::PersonUser personUser();
/// How participation knows classes.
participation::SubjectKind subjectKind(ClassService& classes);

} // namespace training
