#pragma once
#include "core/registry.h"

#include <yanxun/calendar.h>
#include <yanxun/data/database.h>

#include <functional>
#include <vector>

namespace yanxun::host {

/// An entry with the kind it comes from. The kind is the registry's and stands as long as its plugin runs.
struct KindEntry {
    CalendarEntry entry;
    const CalendarKind* kind = nullptr;
};

/// The kind of that id. Throws NotFound with a sentence that lists what there is.
const CalendarKind& calendarKind(const Registry& registry, const std::string& id);

/// Runs `ask`, which reads one kind: how a caller keeps the others when it throws.
using AskKind = std::function<void(const CalendarKind&, const std::function<void()>& ask)>;
/// What all kinds (or one, by id) have in these days, by day, then what takes the whole day, then by time and title. Any
/// thread, with its Reader. Without `each` what a kind throws goes to the caller.
std::vector<KindEntry> calendarEntries(const Registry& registry, Reader& reader, const Period& days,
                                       const std::string& only = {}, const AskKind& each = {});

/// Throws Error with a sentence when it cannot be moved at all.
void requireMovable(const KindEntry& what);
/// What moving it asks for. Throws Error with a sentence when it may not be moved there.
MoveQuestion mayMove(Reader& reader, const KindEntry& what, Date first);
/// Moves it as its plugin does. Throws Conflict when it is not any more what the person saw, Error when a reason is
/// asked for and `reason` is empty, and whatever the plugin refuses.
void moveEntry(Writer& writer, const KindEntry& what, Date first, const std::string& reason);

} // namespace yanxun::host
