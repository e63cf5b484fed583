#pragma once
#include "core/program.h"

#include <wx/window.h>

#include <optional>

namespace yanxun::desktop {

/// What of the calendar goes into a file.
struct CalendarExport {
    Period days;
    std::string kind; ///< id; "" = all
    std::filesystem::path file;
};

/// Asks for days, kind and file, beginning with `usual`. Empty when the person let it be.
std::optional<CalendarExport> askCalendarExport(wxWindow* parent, const host::Registry& registry,
                                                const CalendarExport& usual);

/// Writes it. Returns the sentence for the person. Any thread.
std::string writeCalendar(host::Program& program, const CalendarExport& what, const std::string& name);

} // namespace yanxun::desktop
