#include "desktop/calendar_entries.h"

#include "desktop/kind_problem.h"

#include <algorithm>

namespace yanxun::desktop {

OpenEntries collectEntries(const host::Registry& registry, Reader& reader, const Period& days,
                           const std::string& only) {
    OpenEntries all;
    for (const CalendarKind& kind : registry.calendars()) {
        if (!only.empty() && kind.id != only) continue;
        const std::string problem = problemOf(kind.title, [&] {
            kind.entries(reader, days, [&](const CalendarEntry& entry) {
                all.entries.push_back({entry, kind.title, kind.page});
            });
        });
        if (!problem.empty()) all.problems.push_back(problem);
    }
    std::stable_sort(all.entries.begin(), all.entries.end(), [](const OpenEntry& a, const OpenEntry& b) {
        return std::tie(a.entry.first, a.entry.title) < std::tie(b.entry.first, b.entry.title);
    });
    return all;
}

} // namespace yanxun::desktop
