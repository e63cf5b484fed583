#pragma once
#include <wx/window.h>

#include <functional>
#include <string>

namespace yanxun {

/// A page of the settings dialog. `apply` is called on OK with the window `make` gave; it may throw Error.
struct SettingsPage {
    std::string id;
    std::string title;
    int order = 0;
    std::function<wxWindow*(wxWindow* parent)> make;
    std::function<void(wxWindow*)> apply;
};

} // namespace yanxun
