#pragma once
#include "core/coverage.h"

#include <yanxun/ui/heat_map.h>

namespace campaigns {

/// The coverage table as a heat map shows it: each cell darker the more was reached; a dash where nothing is expected.
yanxun::ui::HeatTable heatTable(const CoverageTable& coverage);

} // namespace campaigns
