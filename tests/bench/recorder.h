#pragma once
#include "bench/raw_sqlite.h"

#include <functional>
#include <vector>

namespace yanxun::bench {

/// Writes down which statements SQLite runs, with their values put in, so that the very same SQL can be given to the C
/// interface afterwards. Hears every connection that is opened after install().
namespace recorder {

void install();
/// The statements that `work` ran, in order, without those of transactions and settings.
std::vector<std::string> statementsOf(const std::function<void()>& work);

} // namespace recorder

/// Runs the statements one after the other in one snapshot, as our layer does, touching every cell; the number of rows.
/// They stay prepared.
long replay(RawDatabase& raw, const std::vector<std::string>& statements);

} // namespace yanxun::bench
