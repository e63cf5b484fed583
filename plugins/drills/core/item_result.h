#pragma once
#include "core/scoring.h"

namespace drills {

/// What the panel makes of one item: votes, disagreement, veto, settlement. The step below score().
ItemResult itemResult(const ScoreSection& section, const ScoreItem& item, const Panel& panel);

} // namespace drills
