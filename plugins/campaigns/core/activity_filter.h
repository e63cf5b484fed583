#pragma once
#include "core/activity.h"

namespace campaigns {

/// Which activities a list shows; empty parts do not narrow.
struct ActivityFilter {
    int year = 0;
    std::int64_t ym = 0;                  ///< 202105; wins over the year
    std::optional<yanxun::Period> period; ///< wins over both
    std::int64_t category = 0;            ///< term; any of the activity's
    std::int64_t primary = 0;             ///< term; the primary one
    std::optional<std::string> region;    ///< "" = those that do not tell
    std::optional<ActivityStatus> status;
    bool countedOnly = false; ///< those that statistics count
    std::string text;         ///< words to be found
    std::int64_t unit = 0;    ///< reached
    std::int64_t campaign = 0;
    std::int64_t id = 0; ///< the activity to be shown; does not narrow

    bool operator==(const ActivityFilter&) const = default;
};

/// «year=2021&category=3»: how figures, search and calendar ask for a page. Unknown parts are passed over.
ActivityFilter parseArgument(const std::string& argument);
std::string argumentOf(const ActivityFilter& filter);

} // namespace campaigns
