#pragma once
#include <yanxun/data/database.h>

#include <wx/timer.h>

#include <functional>

namespace yanxun::desktop {

/// Notices, at most twice a second, that somebody wrote: this program or another. Main thread.
class DataWatch {
public:
    struct Calls {
        std::function<void()> changed;
        std::function<void(const std::string& sentence)> lost; ///< once, when the database cannot be reached
        std::function<void()> back;
        std::function<void()> tick; ///< every time
    };
    DataWatch(Database& database, Calls calls);
    ~DataWatch();

private:
    void look();
    Database& database_;
    Calls calls_;
    wxTimer timer_;
    std::int64_t version_ = 0;
    bool lost_ = false;
};

} // namespace yanxun::desktop
