#include "desktop/window_workbench.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace yanxun::desktop {
namespace {

template <class Thing>
void refuseTaken(const std::vector<Thing>& all, const std::string& id) {
    const bool taken = std::any_of(all.begin(), all.end(), [&](const Thing& other) { return other.id == id; });
    if (taken) throw Error(tr("“{}”已由别的插件加入窗口。请停用其中一个插件。", id));
}

/// Groups stand where their lowest page stands; those without a group come first.
void arrange(std::vector<Page>& pages) {
    std::map<std::string, int> lowest;
    for (const Page& page : pages) {
        const auto [group, first] = lowest.try_emplace(page.group, page.order);
        if (!first) group->second = std::min(group->second, page.order);
    }
    std::stable_sort(pages.begin(), pages.end(), [&](const Page& a, const Page& b) {
        const auto place = [&](const Page& page) {
            return std::tuple(!page.group.empty(), lowest[page.group], page.group, page.order, page.id);
        };
        return place(a) < place(b);
    });
}

} // namespace

void WindowWorkbench::add(Page page) {
    refuseTaken(pages_, page.id);
    pages_.push_back(std::move(page));
    arrange(pages_);
}

void WindowWorkbench::add(Command command) {
    refuseTaken(commands_, command.id);
    commands_.push_back(std::move(command));
}

void WindowWorkbench::add(SettingsPage page) {
    refuseTaken(settingsPages_, page.id);
    settingsPages_.push_back(std::move(page));
    std::stable_sort(settingsPages_.begin(), settingsPages_.end(),
                     [](const SettingsPage& a, const SettingsPage& b) { return a.order < b.order; });
}

void WindowWorkbench::open(const std::string& pageId, const std::string& argument) {
    if (onOpen) onOpen(pageId, argument);
}

void WindowWorkbench::import(const std::string& kind) {
    if (onImport) onImport(kind);
}

void WindowWorkbench::notify(const std::string& text) {
    if (onNotify) onNotify(text);
}

} // namespace yanxun::desktop
