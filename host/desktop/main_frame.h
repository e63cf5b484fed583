#pragma once
#include "core/program.h"
#include "desktop/data_watch.h"
#include "desktop/window_workbench.h"

#include <wx/frame.h>

#include <memory>

namespace yanxun::desktop {

class Navigation;
class PageBook;
class StatusLine;

/// What the window asks of the program around it.
struct AppCalls {
    std::function<void()> closed;                                ///< the person closed the window
    std::function<void(const std::string& target)> openDatabase; ///< another one, instead of this
    std::function<void()> openDemonstration;
    std::function<bool()> raiseAsked; ///< another start wants this window in front
};

/// The window: navigation, pages, status line, menus. What stands in them was added to its workbench.
class MainFrame final : public wxFrame {
public:
    MainFrame(host::Program& program, AppCalls calls);
    ~MainFrame() override;

    /// Where host and plugins add, before fill().
    WindowWorkbench& workbench() { return workbench_; }
    /// Makes navigation and menus of what was added, shows the window and opens `page`, perhaps with an argument
    /// («host.calendar?day=2021-06-16»); the one shown last when empty.
    void fill(const std::string& page);
    /// Takes no more commands, remembers where things stood, destroys the pages.
    void letGo();

    host::Program& program() { return program_; }
    const AppCalls& calls() const { return calls_; }
    Navigation& navigation() { return *navigation_; }
    PageBook& book() { return *book_; }
    StatusLine& status() { return *status_; }
    /// Name of the bureau or operator, last backup: what the person changed shows at once.
    void refreshNames();

private:
    void layOut();
    void open(const std::string& page, const std::string& argument);
    void openFirst(const std::string& page);
    void dataChanged();
    void refreshBadges();
    void showPlugins();
    void fit();
    void onClose(wxCloseEvent& event);

    host::Program& program_;
    AppCalls calls_;
    WindowWorkbench workbench_;
    Navigation* navigation_ = nullptr;
    PageBook* book_ = nullptr;
    StatusLine* status_ = nullptr;
    std::unique_ptr<DataWatch> watch_;
    bool gone_ = false;
};

} // namespace yanxun::desktop
