#include "core/design/record_parts.h"

#include "core/design/design_record.h"
#include "core/improve/improve_part.h"
#include "core/run/run_record.h"

namespace drills {

const std::vector<RecordPart>& recordParts() {
    // A function's own: made at first use, and without a destructor that outlives the library's users.
    static const std::vector<RecordPart>& parts = *new std::vector<RecordPart>{
        plannedPart(),   designPart(),    objectivePart(), planPart(),     unitPart(),  postPart(),     checkPart(), resourcePart(),
        documentPart(),  scenarioPart(),  noticePart(),   scriptPart(), runPart(),     groupPart(), peoplePart(),
        correctionPart(), evaluationPart(), findingPart(), improvePart()};
    return parts;
}

} // namespace drills
