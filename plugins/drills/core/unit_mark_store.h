#pragma once
#include "core/unit_marks.h"

#include <yanxun/data/database.h>

namespace drills::marks {

/// Without duties, by name.
std::vector<UnitMark> of(yanxun::Reader& reader, int year);

} // namespace drills::marks
