#pragma once
#include <wx/defs.h>
#include <wx/snglinst.h>

#include <filesystem>
#include <memory>
#include <string>

namespace yanxun::desktop {

/// One window per database and person: the second start brings the first window to the front instead.
class InstanceLock {
public:
    InstanceLock(const std::filesystem::path& folder, const std::string& target);
    /// True when another program of this person has the database open in a window.
    bool taken() const { return taken_; }
    /// Asks that other one to show itself.
    void callOther() const;
    /// True once after somebody called.
    bool called() const;

private:
    std::filesystem::path call_;
    std::unique_ptr<wxSingleInstanceChecker> checker_;
    bool taken_ = false;
};

} // namespace yanxun::desktop
