#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace yanxun::testing {

struct Outcome {
    int exitCode = -1; ///< 128 + signal when killed
    std::string out, err;
};

/// A program running beside the test, with a private home so that nothing of the person's is touched.
class Process {
public:
    /// Starts `yanxunctl` of the build with `arguments`; `home` becomes HOME and the XDG folders' parent.
    Process(const std::filesystem::path& home, const std::vector<std::string>& arguments);
    ~Process(); ///< kills it when it still runs
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void signal(int number);
    bool running();
    Outcome wait();

private:
    int pid_ = 0;
    int status_ = 0;
    bool ended_ = false;
    std::filesystem::path out_, err_;
};

/// Runs yanxunctl to its end.
Outcome yanxunctl(const std::filesystem::path& home, const std::vector<std::string>& arguments);

} // namespace yanxun::testing
