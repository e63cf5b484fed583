#pragma once
#include "core/attribute_service.h"
#include "core/merge_service.h"
#include "core/people_service.h"
#include "core/scope_service.h"
#include "core/unit_directory.h"

#include <yanxun/contributions.h>
#include <yanxun/verb_values.h>

namespace directory {

/// The services of this plugin; whoever gets this must not outlive them.
struct Parts {
    const RegionService& regions;
    const UnitService& units;
    UnitDirectory& directory;
    const AttributeService& attributes;
    const MergeService& merges;
    const PeopleService& people;
    const ScopeService& scope;
};

// What the console can do, one verb for each service action: «directory.units.list», «directory.regions.add» …
void addUnitVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addUnitEditVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addAttributeVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addRegionVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addPeopleVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addTeamVerbs(yanxun::Contributions& contributions, const Parts& parts);
void addScopeVerbs(yanxun::Contributions& contributions, const Parts& parts);

/// A unit as a person names it: id, name, alias or valid code. Throws NotFound naming those alike.
Unit unitCalled(yanxun::Reader& reader, const Parts& parts, std::string_view called);
using yanxun::rowsOf;

} // namespace directory
