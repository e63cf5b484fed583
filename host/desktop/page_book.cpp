#include "desktop/page_book.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

PageBook::PageBook(wxWindow* parent) : wxSimplebook(parent) { SetName("pages"); }

void PageBook::setPages(std::vector<Page> pages) { pages_ = std::move(pages); }

wxWindow* PageBook::window(const std::string& id) const {
    const auto found = made_.find(id);
    return found == made_.end() ? nullptr : found->second.page.window;
}

PageBook::Made& PageBook::make(const Page& page) {
    if (const auto known = made_.find(page.id); known != made_.end()) return known->second;
    const Page::Made fresh = page.make(this);
    AddPage(fresh.window, wx(page.title));
    publishNames(fresh.window);
    return made_[page.id] = {GetPageCount() - 1, fresh};
}

void PageBook::open(const std::string& id, const std::string& argument) {
    const auto page = std::find_if(pages_.begin(), pages_.end(), [&](const Page& p) { return p.id == id; });
    if (page == pages_.end()) throw NotFound(tr("没有页面“{}”。提供它的插件可能没有运行，请到“插件”页查看原因。", id));
    const Made& made = make(*page);
    SetSelection(made.index);
    current_ = id;
    if (stale_.erase(id)) tell(id, [](PageView& view) { view.refresh(); });
    tell(id, [&](PageView& view) { view.show(argument); });
}

/// What goes wrong in a page is shown; the window lives on.
void PageBook::tell(const std::string& id, const std::function<void(PageView&)>& what) {
    const auto made = made_.find(id);
    if (made == made_.end() || !made->second.page.view) return;
    guarded(this, [&] { what(*made->second.page.view); });
}

void PageBook::dataChanged() {
    for (const auto& [id, made] : made_) {
        if (id != current_) stale_.insert(id);
    }
    tell(current_, [](PageView& view) { view.refresh(); });
}

void PageBook::drop() {
    pages_.clear();
    made_.clear();
    current_.clear();
    DeleteAllPages();
}

} // namespace yanxun::desktop
