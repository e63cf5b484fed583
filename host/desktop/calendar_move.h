#pragma once
#include "core/calendar_entries.h"
#include "core/program.h"

#include <wx/window.h>

#include <optional>

namespace yanxun::desktop {

/// Moves an entry to another day. Dropped on `to` with nothing to warn of and no reason needed, it goes at once; else a
/// dialog shows the warnings and asks for day and reason. Returns the new day; empty when the person let it be. Throws
/// Error with a sentence when it may not be moved.
std::optional<Date> moveEntry(wxWindow* parent, host::Program& program, const host::KindEntry& what,
                              std::optional<Date> to);

} // namespace yanxun::desktop
