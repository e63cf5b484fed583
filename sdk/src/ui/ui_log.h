#pragma once
#include <string_view>

namespace yanxun::ui {

/// To the host's log, or the standard error output before there is one.
void logWarning(std::string_view line);

} // namespace yanxun::ui
