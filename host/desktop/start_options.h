#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>

namespace yanxun::desktop {

/// What stands behind `yanxun` on the command line.
struct StartOptions {
    std::string data; ///< database; empty = the one used last
    std::string who;  ///< operator of this run
    std::string page; ///< id of the page to open, perhaps with «?argument»; empty = the one shown last
    std::optional<Millis> at;
    bool help = false, version = false;
};

/// Throws Error with a sentence.
StartOptions readStartOptions(int count, const char* const* words);
std::string usageText();

} // namespace yanxun::desktop
