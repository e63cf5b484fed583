#pragma once
#include "core/design/record_parts.h"

namespace drills {

// The parts of a record that stand in tables of step 4 and before it.
RecordPart designPart();
RecordPart objectivePart();
RecordPart planPart();
RecordPart unitPart();
RecordPart postPart();
RecordPart checkPart();
RecordPart resourcePart();
RecordPart documentPart();
RecordPart scenarioPart();
RecordPart noticePart();
RecordPart groupPart();
RecordPart peoplePart();
RecordPart correctionPart();
RecordPart evaluationPart();
RecordPart findingPart();
/// The item of the year's plan it came from.
RecordPart plannedPart();

} // namespace drills
