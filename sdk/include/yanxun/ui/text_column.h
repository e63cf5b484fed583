#pragma once
#include <yanxun/ui/export.h>

#include <wx/dataview.h>

#include <string>

namespace yanxun::ui {

/// Adds a column of text to a short list, as those of RecordTable look: cells in line with the heading, «…» where a
/// text is too long, never narrower than its heading. `width` in DIP; 0 takes what the other columns leave.
YANXUN_UI_EXPORT wxDataViewColumn* addTextColumn(wxDataViewListCtrl* list, const std::string& title, int width,
                                                 wxAlignment align = wxALIGN_LEFT);

} // namespace yanxun::ui
