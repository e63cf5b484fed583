#include "core/rollup/index_schema.h"

namespace drills {

yanxun::Migration fewRowsStep() {
    return {9,
            "indexes of practice drills and vetoes",
            {"CREATE INDEX drills_drill_practice ON drills_drill (id) WHERE is_practice = 1",
             "CREATE INDEX drills_result_vetoed ON drills_result (drill_id, version) WHERE verdict = 4"}};
}

} // namespace drills
