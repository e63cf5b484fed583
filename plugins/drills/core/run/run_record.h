#pragma once
#include "core/design/record_parts.h"

namespace drills {

/// The script with its approval, in the record of a drill; copied with it as a draft.
RecordPart scriptPart();
/// What was run: clock, deeds, stage times, observations. Never copied.
RecordPart runPart();

} // namespace drills
