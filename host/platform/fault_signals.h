#pragma once
#include <string>

namespace yanxun::platform {

/// While one lives, a fault of this process (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) writes `record` into the file
/// before it kills as ever, and so does leaving by exit(). Signals that another process sent are not recorded: a kill
/// from outside blames nobody. One at a time, on the main thread.
class FaultWatch {
public:
    FaultWatch(const std::string& file, const std::string& record);
    ~FaultWatch();
    FaultWatch(const FaultWatch&) = delete;
    FaultWatch& operator=(const FaultWatch&) = delete;
};

} // namespace yanxun::platform
