#pragma once
#include "core/design/record_parts.h"

namespace drills {

/// One drill with everything that belongs to it, as XML under the root «drill», one element a part. `stable`: without uids, numbers of rows, instants and logins, so that two runs of the same deeds
/// give the same bytes.
std::string recordXml(yanxun::Reader& reader, const Drill& drill, bool stable);

} // namespace drills
