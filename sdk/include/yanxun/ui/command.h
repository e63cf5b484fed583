#pragma once
#include <wx/window.h>

#include <functional>
#include <string>

namespace yanxun {

/// Something a person can do from a menu or by keys. The host runs it inside a catch and shows what went wrong.
struct Command {
    std::string id;       ///< «drills.new»
    std::string label;
    std::string menu;     ///< title of the menu it stands in
    int order = 0;
    std::string shortcut; ///< «Ctrl+N»; empty = none
    std::function<bool()> enabled; ///< empty = always
    std::function<void(wxWindow* parent)> run;
};

} // namespace yanxun
