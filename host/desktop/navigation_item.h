#pragma once
#include <yanxun/ui/theme.h>

class wxGraphicsContext;

namespace yanxun::desktop {

/// One line of the navigation: icon, title, perhaps a count in red. Enter, space and a click choose it.
class NavigationItem final : public wxWindow {
public:
    NavigationItem(wxWindow* parent, const std::string& id, const std::string& title, const std::string& icon);
    void setSelected(bool selected);
    void setBadge(std::int64_t count); ///< 0 = none
    void setNarrow(bool narrow);       ///< the icon alone
    std::int64_t badge() const { return badge_; }
    bool selected() const { return selected_; }
    std::function<void()> chosen;
    bool AcceptsFocus() const override { return true; }

private:
    void onPaint(wxPaintEvent&);
    void onKey(wxKeyEvent&);
    void choose();
    void announce();
    void paintBadge(wxGraphicsContext& gc, const wxRect& area);
    std::string title_, icon_;
    std::int64_t badge_ = 0;
    bool selected_ = false, hovered_ = false, narrow_ = false;
};

} // namespace yanxun::desktop
