#pragma once
#include <yanxun/data/database.h>
#include <yanxun/progress.h>
#include <yanxun/ui/export.h>

#include <functional>
#include <memory>
#include <string>

namespace yanxun::ui {

/// One piece of work on its own thread. Keep it in a member: its destructor asks to stop and waits. `progressed` and
/// `done` come on the main thread, and only while the Task lives.
class YANXUN_UI_EXPORT Task {
public:
    /// `work` runs on the worker; what it throws goes to `done` (null = well; a Cancelled when stopped).
    Task(std::function<void(Progress&)> work, std::function<void(std::exception_ptr)> done,
         std::function<void(std::int64_t done, std::int64_t total, const std::string& what)> progressed = {});
    ~Task();
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    void cancel();
    bool running() const;

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

} // namespace yanxun::ui
