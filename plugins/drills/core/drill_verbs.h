#pragma once
#include "core/drill_service.h"
#include "core/rating_service.h"

#include <yanxun/verb.h>

#include <vector>

namespace drills {

/// drills.list, show, add, edit, step, cancel, remove, participants. Borrowed objects outlive the verbs.
std::vector<yanxun::Verb> drillVerbs(DrillService& service, const Vocabulary& words);
/// drills.findings, finding-add, finding-edit, finding-close, finding-remove.
std::vector<yanxun::Verb> findingVerbs(DrillService& service);
/// drills.sheets, sheet, rate, result. («drills.score» is kept for scoring files without a database.)
std::vector<yanxun::Verb> ratingVerbs(RatingService& service);

} // namespace drills
