#pragma once
#include "core/statistics_store.h"

#include <yanxun/table/rows.h>

namespace drills {

/// The drills of a scope as a table: what stands behind a figure, and the list of the yearly report. Grades of ledger
/// scores are read from the vocabulary.
yanxun::RowSource drillRows(yanxun::Reader& reader, const StatisticScope& scope, const Vocabulary& words);

/// What people read for a key that tells nothing: «未填写».
std::string shownKey(const std::string& key);

} // namespace drills
