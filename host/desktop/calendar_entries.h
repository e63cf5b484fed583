#pragma once
#include "core/registry.h"

#include <yanxun/calendar.h>

#include <vector>

namespace yanxun::desktop {

/// An entry with the page it leads to.
struct OpenEntry {
    CalendarEntry entry;
    std::string kind; ///< title of the kind
    std::string page;
};

struct OpenEntries {
    std::vector<OpenEntry> entries;    ///< by day, then title
    std::vector<std::string> problems; ///< a sentence per kind that could not answer
};

/// What all kinds (or one, by id) have in these days. Any thread, with its Reader.
OpenEntries collectEntries(const host::Registry& registry, Reader& reader, const Period& days, const std::string& only);

} // namespace yanxun::desktop
