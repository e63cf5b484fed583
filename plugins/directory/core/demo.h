#pragma once
#include "core/verbs.h"

#include <yanxun/demo.h>

namespace directory {

/// The made-up district 云溪区: 8 townships and about 540 units of all kinds, with facts, people and teams. Its
/// region codes begin with 99, which no province has; every name and number is invented. Units grow with the root of
/// the scale.
yanxun::DemoKind demoDistrict(const Parts& parts);

} // namespace directory
