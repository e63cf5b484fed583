#pragma once
#include "core/coverage.h"

#include <yanxun/report/reports.h>

namespace campaigns {

/// Report «campaigns.coverage»: R11 五进覆盖率统计表. The coverage outlives it.
yanxun::ReportKind coverageReport(const Coverage& coverage);
/// Report «campaigns.not_reached»: R12 未覆盖单位清单.
yanxun::ReportKind notReachedReport(const Coverage& coverage);

} // namespace campaigns
