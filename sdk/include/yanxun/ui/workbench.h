#pragma once
#include <yanxun/contributions.h>
#include <yanxun/host.h>
#include <yanxun/ui/command.h>
#include <yanxun/ui/page.h>
#include <yanxun/ui/settings_page.h>

namespace yanxun {

/// The window as a plugin sees it. Main thread only. Never bind handlers on the frame or wxTheApp: ask here.
class YANXUN_UI_EXPORT Workbench {
public:
    virtual ~Workbench();
    virtual void add(Page page) = 0;
    virtual void add(Command command) = 0;
    virtual void add(SettingsPage page) = 0;
    /// Shows a page, made when first opened; `argument` goes to its view («id=12», «hazard=火灾»).
    virtual void open(const std::string& pageId, const std::string& argument = {}) = 0;
    /// Opens the import wizard for a kind.
    virtual void import(const std::string& kind) = 0;
    /// A line that appears for a while and needs no click.
    virtual void notify(const std::string& text) = 0;
};

} // namespace yanxun
