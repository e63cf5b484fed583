#pragma once
#include "core/archive_service.h"

#include <yanxun/figure.h>
#include <yanxun/report/reports.h>

#include <vector>

namespace training {

/// training.offline, online, attended, by_month. The service outlives them.
std::vector<yanxun::FigureKind> figures(const ArchiveService& archives);
/// Section of the yearly summary; its numbers come from the figures above.
yanxun::SummaryKind summary(const ArchiveService& archives);

} // namespace training
