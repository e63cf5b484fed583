#pragma once
#include "core/result_store.h"

#include <yanxun/verb.h>

namespace drills {

/// total, coverage, grade, verdict, veto, … as fields; disputed, notes and items as tables.
void putResult(yanxun::VerbOutput& out, const ScoreResult& result);
/// The same of a frozen result, with its version and what it was made from.
void putStored(yanxun::VerbOutput& out, const StoredResult& stored);
std::string joined(const std::vector<std::string>& words);

} // namespace drills
