#pragma once
#include "core/calendar_entries.h"
#include "core/program.h"
#include "desktop/collected.h"

#include <yanxun/ui/theme.h>

namespace yanxun::desktop {

/// Entries as a native list, readable by screen readers: beside month and week those of a day, alone those to come.
class CalendarList final : public wxPanel {
public:
    enum class Sort { beside, alone };
    CalendarList(wxWindow* parent, host::Program& program, Sort sort);
    void set(std::vector<host::KindEntry> entries, const std::string& title);
    /// Null when none is selected.
    const host::KindEntry* selected() const;
    std::function<void(const host::KindEntry&)> opened, moveAsked, menuAsked;
    wxSizer* titleRow() { return titleRow_; } ///< right of the title

private:
    void tell(const std::function<void(const host::KindEntry&)>& what);

    wxStaticText* title_ = nullptr;
    wxBoxSizer* titleRow_ = nullptr;
    ui::RecordTable* table_ = nullptr;
    wxButton *open_ = nullptr, *move_ = nullptr;
    Collected<host::KindEntry> shown_;
    Sort sort_;
};

} // namespace yanxun::desktop
