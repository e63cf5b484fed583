#pragma once
#include <yanxun/ui/export.h>

#include <wx/window.h>

#include <functional>
#include <string>

namespace yanxun {

/// What a page's window does for the workbench. Make the window derive from wxPanel and this.
class YANXUN_UI_EXPORT PageView {
public:
    virtual ~PageView();
    /// Somebody opened the page with an argument («id=12»). Empty when opened from the navigation.
    virtual void show(const std::string& argument);
    /// Records changed (by this or another program); called at most twice a second, only while visible.
    virtual void refresh();
};

struct Page {
    std::string id;
    std::string title;
    std::string icon;  ///< a name of assets/icons, the host's or the plugin's
    std::string group; ///< heading in the navigation: «演练», «基础数据»
    int order = 0;     ///< groups stand where their lowest page stands; below 0: not in the navigation, opened by others
    /// Makes the window, owned by `parent`; the host gets it and, when it has one, its view (same object).
    struct Made {
        wxWindow* window = nullptr;
        PageView* view = nullptr;
    };
    std::function<Made(wxWindow* parent)> make;
};

/// A page from its words and what makes its window, which is a PageView too. `group` empty: no heading.
template <class Make>
Page pageOf(std::string id, std::string title, std::string icon, std::string group, int order, Make make) {
    return {std::move(id), std::move(title), std::move(icon), std::move(group), order, [make](wxWindow* parent) {
                auto* const made = make(parent);
                return Page::Made{made, made};
            }};
}

} // namespace yanxun
