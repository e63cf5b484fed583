#pragma once
#include "core/training_class.h"

#include <yanxun/data/database.h>

#include <vector>

namespace training::statistics {

/// Sums over the classes that count (isCounted), read from one covering index.
struct Totals {
    std::int64_t classes = 0;
    std::int64_t offline = 0; ///< mixed ones and those that do not tell included
    std::int64_t online = 0;
    std::int64_t attended = 0;
    std::int64_t mixed = 0, offlineAttended = 0; ///< parts of the above
};
Totals totals(yanxun::Reader& reader, const yanxun::Period& period);

struct Month {
    std::int64_t ym = 0, classes = 0, attended = 0;
};
/// Months without a class are left out.
std::vector<Month> months(yanxun::Reader& reader, const yanxun::Period& period);

/// What the head of the register says beyond the totals.
struct Register {
    std::int64_t invited = 0, attendedOfInvited = 0; ///< over the classes that tell 应到
    std::int64_t passed = 0, attendedOfPassed = 0;   ///< over the classes that tell 合格
};
Register registerSums(yanxun::Reader& reader, const yanxun::Period& period);

/// The statement behind months(), for the test that looks at its plan.
yanxun::SearchCondition monthStatement(const yanxun::Period& period);

} // namespace training::statistics
