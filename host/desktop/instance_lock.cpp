#include "desktop/instance_lock.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

#include <wx/log.h>

#include <fstream>

namespace yanxun::desktop {
namespace {

std::string nameOf(const std::string& target) {
    std::error_code none;
    const bool server = target.starts_with("postgresql:") || target.starts_with("postgres:");
    const std::string known = server ? target : std::filesystem::weakly_canonical(target, none).string();
    return "window-" + text::sha256(none ? target : known).substr(0, 16);
}

} // namespace

InstanceLock::InstanceLock(const std::filesystem::path& folder, const std::string& target) {
    std::error_code none;
    std::filesystem::create_directories(folder, none);
    const std::string name = nameOf(target);
    call_ = folder / (name + ".call");
    checker_ = std::make_unique<wxSingleInstanceChecker>();
    const wxLogNull quiet; // a lock left by a killed program is no news for anybody
    const bool made = checker_->Create(ui::wx(name), ui::wx(folder.string()));
    taken_ = made && checker_->IsAnotherRunning();
}

void InstanceLock::callOther() const { std::ofstream(call_) << '\n'; }

bool InstanceLock::called() const {
    std::error_code none;
    return std::filesystem::remove(call_, none);
}

} // namespace yanxun::desktop
