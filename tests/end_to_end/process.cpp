#include "end_to_end/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace yanxun::testing {
namespace {

std::string read(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

void redirect(const std::filesystem::path& path, int to) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || ::dup2(file, to) < 0) std::_Exit(125);
    ::close(file);
}

} // namespace

Process::Process(const std::filesystem::path& home, const std::vector<std::string>& arguments, const Around& around) {
    static std::atomic<int> number = 0;
    const std::string name = "process" + std::to_string(++number);
    out_ = home / (name + ".out");
    err_ = home / (name + ".err");
    const char* const installed = std::getenv("YANXUN_TEST_PROGRAM"); // the same tests for an installed package
    const std::string program = installed ? installed : (std::filesystem::path(YANXUN_BINARY_DIR) / "bin/yanxunctl").string();

    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);

    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("fork");
    if (pid_ > 0) return;
    ::setenv("HOME", home.c_str(), 1);
    for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_HOME", "data"},
                                           {"XDG_CACHE_HOME", "cache"}, {"XDG_STATE_HOME", "state"}}) {
        ::setenv(variable, (home / folder).c_str(), 1);
    }
    ::unsetenv("YANXUN_PLUGIN_PATH");
    ::unsetenv("DISPLAY");
    for (const auto& [name, value] : around.environment) ::setenv(name.c_str(), value.c_str(), 1);
    redirect("/dev/null", STDIN_FILENO);
    redirect(out_, STDOUT_FILENO);
    redirect(err_, STDERR_FILENO);
    if (around.largestFile > 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{around.largestFile, around.largestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ::execv(program.c_str(), pointers.data());
    std::_Exit(126);
}

Process::~Process() {
    if (ended_) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, &status_, 0);
}

void Process::signal(int number) {
    if (!ended_) ::kill(pid_, number);
}

bool Process::running() {
    if (!ended_) ended_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
    return !ended_;
}

Outcome Process::wait() {
    if (!ended_) ::waitpid(pid_, &status_, 0);
    ended_ = true;
    return {WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_), read(out_), read(err_)};
}

Outcome yanxunctl(const std::filesystem::path& home, const std::vector<std::string>& arguments, const Around& around) {
    return Process(home, arguments, around).wait();
}

} // namespace yanxun::testing
