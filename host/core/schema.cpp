#include "core/schema.h"

namespace yanxun::host {

std::vector<Migration> schemaSteps() {
    return {
        {1,
         "profile of the bureau",
         {"CREATE TABLE host_profile (id {pk}, name {text} NOT NULL UNIQUE, value {text} NOT NULL, "
          "revision {int} NOT NULL DEFAULT 1)"}},
    };
}

} // namespace yanxun::host
