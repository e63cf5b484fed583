#include "desktop/session.h"

#include "desktop/host_pages.h"

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/app.h>

namespace yanxun::desktop {

Session::Session(std::unique_ptr<host::Program> program, AppCalls calls, const std::string& page)
    : program_(std::move(program)) {
    ui::setLog(&program_->log());
    for (const std::filesystem::path& folder : program_->plugins().folders()) {
        if (std::filesystem::is_directory(folder / "assets/icons")) ui::addIconFolder(folder / "assets/icons");
    }
    frame_ = new MainFrame(*program_, std::move(calls));
    try {
        addHostPages(*frame_);
        program_->plugins().show(frame_->workbench());
        frame_->fill(page);
    } catch (...) {
        close();
        throw;
    }
}

Session::~Session() { close(); }

void Session::close() noexcept {
    if (!program_) return;
    frame_->letGo();
    delete frame_; // at once and not when idle: nothing of a plugin's windows may outlive the plugin
    frame_ = nullptr;
    wxTheApp->ProcessPendingEvents();
    ui::setLog(nullptr);
    program_->shutdown();
    program_.reset();
}

} // namespace yanxun::desktop
