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
/// drills.sheets, sheet, rate, result, and those of the two below.
std::vector<yanxun::Verb> ratingVerbs(RatingService& service);
/// drills.panel, panel-open, panel-evaluator, … : the evaluation by several evaluators.
std::vector<yanxun::Verb> panelVerbs(RatingService& service);
/// drills.score: from files alone, without a database.
yanxun::Verb scoreVerb();

} // namespace drills
