#pragma once
#include "core/duty_service.h"

#include <yanxun/figure.h>

namespace drills {

/// Numbers a bureau is asked for beside the counts: drills.duty_rate, plan_coverage, live_share, blind_share,
/// median_score, vetoes. All are borrowed and outlive the figures.
std::vector<yanxun::FigureKind> dutyFigures(const DutyService& service, const Vocabulary& words,
                                            const yanxun::Clock& clock);

} // namespace drills
