#pragma once
#include <yanxun/ui/workbench.h>

#include <functional>
#include <string>
#include <vector>

namespace yanxun::desktop {

/// Collects what host and plugins add to the window, and hands on what they ask of it. Main thread.
class WindowWorkbench final : public Workbench {
public:
    /// An id taken throws Error.
    void add(Page page) override;
    void add(Command command) override;
    void add(SettingsPage page) override;
    void open(const std::string& pageId, const std::string& argument = {}) override;
    void import(const std::string& kind) override;
    void notify(const std::string& text) override;

    const std::vector<Page>& pages() const { return pages_; } ///< as the navigation shows them
    const std::vector<Command>& commands() const { return commands_; }
    const std::vector<SettingsPage>& settingsPages() const { return settingsPages_; } ///< by order

    /// Set by the window; empty ones are passed over.
    std::function<void(const std::string& page, const std::string& argument)> onOpen;
    std::function<void(const std::string& kind)> onImport;
    std::function<void(const std::string& text)> onNotify;

private:
    std::vector<Page> pages_;
    std::vector<Command> commands_;
    std::vector<SettingsPage> settingsPages_;
};

} // namespace yanxun::desktop
