#pragma once
#include <yanxun/ui/page.h>

namespace yanxun::desktop {

/// A page from its words and what makes its view: a window that is a PageView too.
template <class Make>
Page pageOf(std::string id, std::string title, std::string icon, std::string group, int order, Make make) {
    return {std::move(id), std::move(title), std::move(icon), std::move(group), order, [make](wxWindow* parent) {
                auto* const made = make(parent);
                return Page::Made{made, made};
            }};
}

} // namespace yanxun::desktop
