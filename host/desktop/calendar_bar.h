#pragma once
#include "core/registry.h"

#include <yanxun/ui/theme.h>

#include <wx/choice.h>

#include <array>

class wxToggleButton;

namespace yanxun::desktop {

enum class CalendarMode { month, week, agenda };
/// «month», for the settings.
std::string idOf(CalendarMode mode);
CalendarMode calendarMode(const std::string& id); ///< the month when unknown

/// Above the calendar: how it is shown, which kind, and what the colours say.
class CalendarBar final : public wxPanel {
public:
    CalendarBar(wxWindow* parent, const host::Registry& registry, CalendarMode mode);
    CalendarMode mode() const { return mode_; }
    void setMode(CalendarMode mode); ///< tells nobody
    std::string kind() const;        ///< id of the kind; "" = all
    std::function<void()> modeChanged, kindChanged;

private:
    void addModes(wxBoxSizer* row);
    void addKinds(wxBoxSizer* row);
    wxSizer* legend();

    const host::Registry& registry_;
    CalendarMode mode_;
    std::array<wxToggleButton*, 3> modes_{};
    wxChoice* kinds_ = nullptr;
};

} // namespace yanxun::desktop
