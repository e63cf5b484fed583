#pragma once
#include "core/certificate_service.h"
#include "core/hours_service.h"
#include "core/roster_service.h"

#include <yanxun/demo.h>

namespace training {

/// The year's classes: 203 offline and 402 online × scale with 38,025 × scale attended, half of them held by the
/// bureau. The same units and request give the same classes. Throws Error without units.
std::vector<TrainingClass> demoClasses(const std::vector<directory::UnitRef>& units,
                                       const yanxun::DemoRequest& request);

/// One person the demonstration trains: a duty, what was credited, a certificate.
struct DemoPerson {
    std::string name;
    Trainee duty;
    std::vector<Credit> credits;
    std::optional<Certificate> certificate;
};
/// Five people of each of the first 24 × scale enterprises: 负责人, 安管, 员工, 新员工, 电工; about a third short of
/// hours, some certificates near their end.
std::vector<DemoPerson> demoPeople(const std::vector<directory::UnitRef>& units, const yanxun::DemoRequest& request,
                                   const Rules& rules);

/// What the demonstration writes with.
struct DemoParts {
    directory::Units& units;
    directory::People& people;
    participation::Records& records;
    ClassService& classes;
    RosterService& roster;
    const Rules& rules;
};
/// Contribution «training.demo». The parts outlive it.
yanxun::DemoKind demoTraining(const DemoParts& parts);

} // namespace training
