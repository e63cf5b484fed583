#pragma once
#include "core/vocabulary.h"

#include <yanxun/report/reports.h>

namespace drills {

/// Report «drills.annual»: R1 年度应急演练统计表. The vocabulary outlives it.
yanxun::ReportKind annualReport(const Vocabulary& words);

} // namespace drills
