#pragma once
#include <yanxun/progress.h>

#include <chrono>
#include <mutex>

namespace yanxun::console {

/// Long work on a terminal: one line of standard error, written over at most ten times a second. Silent when standard
/// error is no terminal. Cancelled when the person pressed Ctrl-C. Any thread.
class ProgressLine final : public Progress {
public:
    ProgressLine();
    ~ProgressLine() override;
    void step(std::int64_t done, std::int64_t total, std::string_view what) override;
    bool cancelled() const override;
    /// Removes the line, before anything else is written.
    void clear();

private:
    bool terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_;
    std::mutex guard_;
};

/// From now on Ctrl-C and SIGTERM ask to stop; the second one kills.
void catchInterrupts();

} // namespace yanxun::console
