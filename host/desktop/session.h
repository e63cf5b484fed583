#pragma once
#include "desktop/main_frame.h"

#include <memory>

namespace yanxun::desktop {

/// One database, its plugins and the window over them. Main thread.
class Session {
public:
    /// Adds the host's pages and the plugins', shows the window and opens `page`.
    Session(std::unique_ptr<host::Program> program, AppCalls calls, const std::string& page);
    ~Session(); ///< close() if nobody did
    MainFrame& frame() { return *frame_; }
    host::Program& program() { return *program_; }
    /// Everything in the one right order; never from a handler of the window itself.
    void close() noexcept;

private:
    std::unique_ptr<host::Program> program_;
    MainFrame* frame_ = nullptr; ///< a window: destroyed in close()
};

} // namespace yanxun::desktop
