#pragma once
#include "desktop/navigation_item.h"

#include <yanxun/ui/page.h>

#include <wx/scrolwin.h>

#include <map>

namespace yanxun::desktop {

/// The dark bar at the left: name of the program and of the bureau, the pages by groups, who works here. It has two
/// widths.
class Navigation final : public wxPanel {
public:
    explicit Navigation(wxWindow* parent);
    void setPages(const std::vector<Page>& pages);
    void setBureau(const std::string& name);
    void setOperator(const std::string& name);
    void select(const std::string& pageId);
    void setBadge(const std::string& pageId, std::int64_t count);
    void setNarrow(bool narrow);
    bool narrow() const { return narrow_; }
    NavigationItem* item(const std::string& pageId) const; ///< null when there is none
    std::function<void(const std::string& pageId)> chosen;
    std::function<void()> searched;

private:
    wxStaticText* words(wxWindow* parent, ui::TextStyle style, bool muted);
    wxSizer* makeBrand();
    void heading(const std::string& title);

    wxScrolledWindow* list_ = nullptr;
    NavigationItem* search_ = nullptr;
    wxStaticText *bureau_ = nullptr, *operator_ = nullptr;
    std::vector<wxWindow*> wideOnly_;
    std::vector<wxWindow*> headings_;
    std::map<std::string, NavigationItem*> items_;
    bool narrow_ = false;
};

} // namespace yanxun::desktop
