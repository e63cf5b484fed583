#pragma once
#include <wx/dataview.h>

#include <string>
#include <utility>

namespace yanxun::ui::platform {

/// Shows a value made by `pillValue` as a soft status; screen readers read its text.
wxDataViewRenderer* newPillRenderer();

/// Room at both sides of the cells of a text column, in pixels.
void padCells(wxDataViewRenderer* renderer, int pixels);
/// Takes what the other columns leave; `width` is the least.
void expandColumn(wxDataViewColumn* column);
/// Pixels the list is scrolled down.
double scrolledDown(wxDataViewCtrl* list);
void scrollDown(wxDataViewCtrl* list, double pixels);
/// The rows that can be seen, first and last; the last below the first when there are none.
std::pair<int, int> visibleRows(wxDataViewCtrl* list);
void setListName(wxDataViewCtrl* list, const std::string& name);

} // namespace yanxun::ui::platform
