#pragma once
#include <directory/units.h>

namespace participation {

/// How this plugin's records follow units that become one.
directory::UnitUser unitUser();

} // namespace participation
