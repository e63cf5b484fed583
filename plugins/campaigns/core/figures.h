#pragma once
#include "core/coverage.h"

#include <yanxun/figure.h>
#include <yanxun/report/reports.h>
#include <yanxun/table/export.h>

#include <vector>

namespace campaigns {

/// campaigns.activities, by_category, by_month, coverage, videos. The coverage outlives them.
std::vector<yanxun::FigureKind> figures(const Coverage& coverage);
/// «campaigns.summary»: what the yearly summary says of publicity.
yanxun::SummaryKind summarySection();
/// «campaigns.activities» and «campaigns.posts» as files.
std::vector<yanxun::TableKind> tableExports();

} // namespace campaigns
