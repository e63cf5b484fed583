#pragma once
#include "core/duty.h"

#include <string>
#include <vector>

namespace drills {

/// A duty an item was planned for, as the item's `covers` keeps it: one line each.
struct Cover {
    std::string rule;
    std::int64_t unitId = 0, planId = 0;
    std::string part;
    std::int64_t windowYmd = 0; ///< first day of the window

    bool operator==(const Cover&) const = default;
};

Cover coverOf(const Duty& duty);
/// A line is «rule, unit, plan, first day of the window, part» with «|» between; lines that are none are passed over.
std::vector<Cover> coversOf(const std::string& lines);
std::string coverLine(const Cover& cover);

} // namespace drills
