#pragma once
#include <wx/window.h>

#include <functional>

namespace yanxun::testing {

/// Pages with every widget that needs no database.
wxWindow* makeDashboard(wxWindow* parent);
wxWindow* makeFormPage(wxWindow* parent);
wxWindow* makeMonthPage(wxWindow* parent);
wxWindow* makeIconPage(wxWindow* parent);

} // namespace yanxun::testing
