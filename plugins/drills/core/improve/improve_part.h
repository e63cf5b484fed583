#pragma once
#include "core/design/record_parts.h"

namespace drills {

/// 整改, lessons, plan revisions and evidence in the record of a drill; never copied.
RecordPart improvePart();

} // namespace drills
