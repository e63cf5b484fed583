#include "week_lanes.h"

#include <algorithm>

namespace yanxun::ui {

std::vector<Lane> lanesOf(const std::vector<DayTime>& times, int least) {
    std::vector<Lane> all(times.size());
    std::vector<int> ends; // of the lanes of the group: entries that overlap, directly or by others between
    std::size_t groupFirst = 0;
    int groupEnd = 0;
    const auto closeGroup = [&](std::size_t end) {
        for (std::size_t i = groupFirst; i < end; ++i)
            all[i].lanes = int(ends.size());
        groupFirst = end;
        ends.clear();
    };
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i].from >= groupEnd) closeGroup(i);
        const int end = std::max(times[i].to, times[i].from + least);
        const auto free = std::find_if(ends.begin(), ends.end(), [&](int busy) { return busy <= times[i].from; });
        all[i].lane = int(free - ends.begin());
        if (free == ends.end()) ends.push_back(end);
        else *free = end;
        groupEnd = std::max(groupEnd, end);
    }
    closeGroup(times.size());
    return all;
}

} // namespace yanxun::ui
