#pragma once
#include <functional>
#include <string>

namespace yanxun::desktop {

/// Calls what a plugin contributed; what it throws stays with it: a sentence naming `title`, "" when all went well.
/// Cancelled passes through.
std::string problemOf(const std::string& title, const std::function<void()>& ask);

} // namespace yanxun::desktop
