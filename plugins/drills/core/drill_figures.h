#pragma once
#include "core/vocabulary.h"

#include <yanxun/figure.h>

#include <vector>

namespace drills {

/// drills.held, participants, by_month, by_hazard, by_region, by_mode, scores. The vocabulary outlives them.
std::vector<yanxun::FigureKind> figures(const Vocabulary& words);

} // namespace drills
