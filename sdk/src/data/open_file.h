#pragma once
#include <string>

namespace yanxun::data {

/// Looks at a SQLite file before the connector does, which would retry a wrong path for seconds and name no cause.
/// Makes the folder when `create`. Throws Unavailable with a sentence.
void checkFile(const std::string& path, bool create);

} // namespace yanxun::data
