#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace yanxun::testing {

struct Outcome {
    int exitCode = -1; ///< 128 + signal when killed
    std::string out, err;
};

/// What a program finds around it.
struct Around {
    std::map<std::string, std::string> environment;
    std::uint64_t largestFile = 0; ///< bytes a file may have, as on a full disk; 0 = no limit
};

/// A program running beside the test, with a private home so that nothing of the person's is touched.
class Process {
public:
    /// Starts `yanxunctl` of the build with `arguments`; `home` becomes HOME and the XDG folders' parent.
    Process(const std::filesystem::path& home, const std::vector<std::string>& arguments, const Around& around = {});
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
Outcome yanxunctl(const std::filesystem::path& home, const std::vector<std::string>& arguments, const Around& around = {});

} // namespace yanxun::testing
