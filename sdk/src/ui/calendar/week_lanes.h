#pragma once
#include <yanxun/calendar.h>

#include <vector>

namespace yanxun::ui {

/// Where a timed entry stands beside those that overlap it: lane `lane` of `lanes`.
struct Lane {
    int lane = 0, lanes = 1;
};

/// For times in the order they begin. An entry shorter than `least` minutes is laid out as that long, so that its words
/// have room.
std::vector<Lane> lanesOf(const std::vector<DayTime>& times, int least);

} // namespace yanxun::ui
