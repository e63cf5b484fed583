#pragma once
#include <yanxun/ui/theme.h>

#include <wx/dialog.h>

namespace yanxun::desktop {

/// The foot of a dialog: 取消 (Esc) and the primary button with the deed's name (Enter), which gives wxID_OK.
struct DialogButtons {
    wxSizer* sizer = nullptr;
    wxButton *ok = nullptr, *cancel = nullptr;
};
DialogButtons dialogButtons(wxDialog* dialog, const std::string& deed, const std::string& leave = {});

/// Puts the content with the usual room around it and the buttons below, fits and centres.
void layOutDialog(wxDialog* dialog, wxSizer* content, wxSizer* buttons, wxSize leastDip);

} // namespace yanxun::desktop
