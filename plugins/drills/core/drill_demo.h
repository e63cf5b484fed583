#pragma once
#include "core/drill.h"
#include "core/finding.h"

#include <directory/units.h>
#include <participation/records.h>
#include <yanxun/demo.h>

namespace drills {

class RatingService;

/// A drill of the demonstration district with the problem it showed.
struct DemoDrill {
    Drill drill;
    std::optional<Finding> finding;
};

/// The year's drills: 529 × scale, spread over townships, hazards, months and modes like a real district's year, with
/// 11,046 × scale participants. The same units and request give the same drills. Throws Error without units.
std::vector<DemoDrill> demoYear(const std::vector<directory::UnitRef>& units, const yanxun::DemoRequest& request);

/// A name that is the same whenever the demonstration is made.
std::string demoUid(const std::string& what, std::size_t number);

/// Contribution «drills.demo». All are borrowed and outlive it.
yanxun::DemoKind demoDrills(directory::Units& units, participation::Records& records, const RatingService& rating);

} // namespace drills
