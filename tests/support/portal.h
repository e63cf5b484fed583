#pragma once
#include <memory>

namespace yanxun::testing {

/// Stands in for the desktop's settings portal on the session bus, which with_display.sh makes a private one.
class Portal {
public:
    explicit Portal(bool dark);
    ~Portal();
    /// The person changes the desktop: answers change and the signal goes out.
    void change(bool dark);

private:
    struct Room;
    std::unique_ptr<Room> room_;
};

} // namespace yanxun::testing
