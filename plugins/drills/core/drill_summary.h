#pragma once
#include "core/vocabulary.h"

#include <yanxun/report/reports.h>

namespace drills {

/// The drills' part of 年度总结: how many drills by the ledger's own words of form, participants, scores.
yanxun::SummaryKind drillSummary(const Vocabulary& words);

} // namespace drills
