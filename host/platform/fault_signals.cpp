#include "platform/fault_signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace yanxun::platform {
namespace {

constexpr std::array<int, 5> kFaults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// What a signal handler may touch: plain memory, filled before the handlers are set.
char file[4096];
char record[256];
volatile sig_atomic_t watching = 0;
std::array<struct sigaction, kFaults.size()> before;
stack_t stackBefore;

std::size_t lengthOf(const char* text) {
    std::size_t length = 0;
    while (text[length]) ++length;
    return length;
}

void copyInto(char* into, std::size_t room, const std::string& text) {
    const std::size_t length = std::min(room - 1, text.size());
    for (std::size_t i = 0; i < length; ++i) into[i] = text[i];
    into[length] = '\0';
}

/// Async-signal-safe: open, write, close and nothing else.
void writeRecord(const char* how) {
    const int out = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (out < 0) return;
    for (const char* part : {how, " ", static_cast<const char*>(record), "\n"}) {
        if (write(out, part, lengthOf(part)) < 0) break;
    }
    close(out);
}

void caught(int signal, siginfo_t* info, void*) {
    const bool sent = info->si_code == SI_USER || info->si_code == SI_QUEUE || info->si_code == SI_TKILL;
    const bool fromOutside = sent && info->si_pid != getpid();
    if (watching && !fromOutside) {
        watching = 0;
        writeRecord("fault");
    }
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    sigaction(signal, &usual, nullptr);
    raise(signal); // delivered when the handler returns: the process ends as if nobody had watched
}

void left() {
    if (!watching) return;
    watching = 0;
    writeRecord("exit");
}

} // namespace

FaultWatch::FaultWatch(const std::string& toFile, const std::string& what) {
    static const bool registered = std::atexit(left) == 0 && std::at_quick_exit(left) == 0;
    // Never given back: a stack overflow needs a stack of its own for its handler.
    static std::vector<char>& spare = *new std::vector<char>(64 * 1024);
    static_cast<void>(registered);
    copyInto(file, sizeof file, toFile);
    copyInto(record, sizeof record, what);
    const stack_t stack{.ss_sp = spare.data(), .ss_flags = 0, .ss_size = spare.size()};
    sigaltstack(&stack, &stackBefore);
    struct sigaction action {};
    action.sa_sigaction = caught;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (std::size_t i = 0; i < kFaults.size(); ++i) sigaction(kFaults[i], &action, &before[i]);
    watching = 1;
}

FaultWatch::~FaultWatch() {
    watching = 0;
    for (std::size_t i = 0; i < kFaults.size(); ++i) sigaction(kFaults[i], &before[i], nullptr);
    sigaltstack(&stackBefore, nullptr);
}

} // namespace yanxun::platform
