#pragma once
#include <yanxun/ui/page.h>

#include <wx/simplebook.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace yanxun::desktop {

/// The pages, each made when it is first opened. One that was not seen while records changed is refreshed when it is
/// seen again.
class PageBook final : public wxSimplebook {
public:
    explicit PageBook(wxWindow* parent);
    void setPages(std::vector<Page> pages);
    /// Shows the page and gives its view the argument. Throws NotFound for an id nobody added.
    void open(const std::string& id, const std::string& argument);
    /// Records changed.
    void dataChanged();
    const std::string& current() const { return current_; } ///< "" before the first
    wxWindow* window(const std::string& id) const;          ///< null when not made yet
    /// Destroys every page; nothing can be opened any more.
    void drop();

private:
    struct Made {
        std::size_t index = 0;
        Page::Made page;
    };
    Made& make(const Page& page);
    void tell(const std::string& id, const std::function<void(PageView&)>& what);
    std::vector<Page> pages_;
    std::map<std::string, Made> made_;
    std::set<std::string> stale_;
    std::string current_;
};

} // namespace yanxun::desktop
