#include "end_to_end/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace yanxun::testing {
namespace {

std::string read(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<std::string> environmentOf(const std::filesystem::path& home, const Around& around) {
    std::map<std::string, std::string> all;
    for (char** at = environ; *at; ++at) {
        const std::string line = *at;
        const std::size_t equals = line.find('=');
        if (equals != std::string::npos) all[line.substr(0, equals)] = line.substr(equals + 1);
    }
    all["HOME"] = home.string();
    for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_HOME", "data"},
                                           {"XDG_CACHE_HOME", "cache"}, {"XDG_STATE_HOME", "state"}}) {
        all[variable] = (home / folder).string();
    }
    all.erase("YANXUN_PLUGIN_PATH");
    all.erase("DISPLAY");
    for (const auto& [name, value] : around.environment) all[name] = value;
    std::vector<std::string> lines;
    for (const auto& [name, value] : all) lines.push_back(name + "=" + value);
    return lines;
}

/// No file of this process and of those it starts grows beyond `largest` bytes meanwhile; 0 = any.
class LimitedFiles {
public:
    explicit LimitedFiles(rlim_t largest) {
        if (largest == 0) return;
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{largest, before_.rlim_max};
        isSet_ = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~LimitedFiles() {
        if (!isSet_) return;
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    bool isSet_ = false;
    void (*handler_)(int) = SIG_DFL;
};

std::vector<char*> pointersTo(std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    for (std::string& string : strings) pointers.push_back(string.data());
    pointers.push_back(nullptr);
    return pointers;
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
    std::vector<std::string> environment = environmentOf(home, around);
    const std::vector<char*> variables = pointersTo(environment), pointers = pointersTo(words);

    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const LimitedFiles limited(around.largestFile); // the child inherits it
    // Tests with windows have threads: a child of fork() would have to take no lock before it is another program.
    const int failed = ::posix_spawn(&pid_, program.c_str(), &files, nullptr, pointers.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&files);
    if (failed) throw std::runtime_error("cannot start " + program);
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
