// From the start of the desktop to its painted home page, against an empty wx frame: the moment after which the screen
// does not change any more. Runs under a display of its own (run.sh).
#include "bench/ratio.h"
#include "bench/scratch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace yanxun::bench;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLook{8}, kRest{1'500};
constexpr std::chrono::seconds kGiveUp{60};

/// The whole screen as a number.
class Screen {
public:
    Screen() : display_(XOpenDisplay(nullptr)) {
        if (!display_) throw std::runtime_error("no display; run tests/bench/run.sh");
    }
    ~Screen() { XCloseDisplay(display_); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    std::size_t look() {
        const int number = DefaultScreen(display_);
        XImage* image = XGetImage(display_, RootWindow(display_, number), 0, 0, unsigned(DisplayWidth(display_, number)),
                                  unsigned(DisplayHeight(display_, number)), AllPlanes, ZPixmap);
        if (!image) throw std::runtime_error("the screen cannot be read");
        const std::string_view bytes(image->data, std::size_t(image->bytes_per_line) * std::size_t(image->height));
        const std::size_t seen = std::hash<std::string_view>{}(bytes);
        XDestroyImage(image);
        return seen;
    }

private:
    Display* display_;
};

class Program {
public:
    explicit Program(const std::vector<std::string>& words) {
        std::vector<char*> pointers;
        for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
        pointers.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ != 0) return;
        const int nowhere = ::open("/dev/null", O_RDWR);
        for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
        ::execv(pointers[0], pointers.data());
        std::_Exit(126);
    }
    ~Program() {
        ::kill(pid_, SIGTERM);
        int status = 0;
        ::waitpid(pid_, &status, 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    bool ended() const {
        int status = 0;
        return ::waitpid(pid_, &status, WNOHANG) == pid_;
    }

private:
    pid_t pid_ = 0;
};

/// Seconds until the last change of the screen.
double painted(const std::vector<std::string>& words) {
    Screen screen;
    std::size_t seen = screen.look();
    const auto from = Clock::now();
    auto changed = from;
    const Program program(words);
    while (changed == from || Clock::now() - changed < kRest) {
        if (program.ended() || Clock::now() - from > kGiveUp) throw std::runtime_error(words[0] + " shows nothing");
        std::this_thread::sleep_for(kLook);
        const std::size_t now = screen.look();
        if (now != seen) changed = Clock::now();
        seen = now;
    }
    return std::chrono::duration<double>(changed - from).count();
}

} // namespace

int main() {
    const Scratch scratch("start");
    for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_HOME", "data"},
                                           {"XDG_CACHE_HOME", "cache"}, {"XDG_STATE_HOME", "state"}}) {
        ::setenv(variable, scratch.file(folder).c_str(), 1);
    }
    const std::string bin = YANXUN_BINARY_DIR "/bin/", data = scratch.file("demo.db").string();
    if (std::system((bin + "yanxunctl --data '" + data + "' demo >/dev/null 2>&1").c_str()) != 0) return 1;
    const auto ours = [&] { return painted({bin + "yanxun", "--data", data, "--as", "bench"}); };
    const auto peer = [&] { return painted({YANXUN_BINARY_DIR "/bench/empty_frame"}); };
    return runTimed({{"start to the painted home page / empty wx frame", ours, peer}}) > 0 ? 1 : 0;
}
