#pragma once
#include "core/duty/spot_check_service.h"

#include <yanxun/figure.h>
#include <yanxun/table/export.h>
#include <yanxun/task.h>
#include <yanxun/verb.h>

namespace drills {

/// drills.spot-draw, spot-checks, spot-conclude, spot-close, spot-withdraw. The service outlives all of these.
std::vector<yanxun::Verb> spotCheckVerbs(const SpotCheckService& service);
/// drills.spot_checks: the list as a file.
yanxun::TableKind spotCheckExport(const yanxun::Clock& clock);
/// Drawn and not checked; ordered to be put right and not closed.
std::vector<yanxun::TaskKind> spotCheckTasks();
/// drills.spot_checks: how many units were looked at.
yanxun::FigureKind spotCheckFigure(const yanxun::Clock& clock);

} // namespace drills
