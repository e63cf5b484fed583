#pragma once
#include <yanxun/settings.h>

#include <wx/frame.h>

namespace yanxun::desktop {

/// Puts the window where it was left, whole on a screen there is now; 1320 × 840 in the middle the first time.
void restorePlace(wxFrame* frame, const Settings& settings);
void keepPlace(const wxFrame* frame, Settings& settings);
/// Column widths of all tables are remembered in this group from now on. It must outlive the windows.
void keepWidths(Settings& settings);
void keepWidthsNoMore();

} // namespace yanxun::desktop
