#include "console/progress_line.h"

#include "platform/system.h"

#include <yanxun/text.h>

#include <csignal>
#include <iostream>

namespace yanxun::console {
namespace {

volatile std::sig_atomic_t asked = 0;

extern "C" void yanxunctlInterrupted(int signal) {
    asked = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

void catchInterrupts() {
    std::signal(SIGINT, yanxunctlInterrupted);
    std::signal(SIGTERM, yanxunctlInterrupted);
}

ProgressLine::ProgressLine() : terminal_(platform::errorsGoToTerminal()) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::step(std::int64_t done, std::int64_t total, std::string_view what) {
    if (!terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(guard_);
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(100);
    shown_ = true;
    std::cerr << "\r\033[K" << what << " " << text::grouped(done);
    if (total > 0) std::cerr << " / " << text::grouped(total) << " (" << done * 100 / total << "%)";
    std::cerr << std::flush;
}

bool ProgressLine::cancelled() const { return asked != 0; }

void ProgressLine::clear() {
    const std::lock_guard lock(guard_);
    if (shown_) std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
}

} // namespace yanxun::console
