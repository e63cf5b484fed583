#include "core/plugins/crash_guard.h"

#include "platform/fault_signals.h"

#include <array>
#include <fstream>

namespace yanxun::host {
namespace {

constexpr std::array<std::string_view, 4> kDeeds{"open", "create", "start", "show"};

} // namespace

struct CrashGuard::Inside::Watch {
    Watch(const std::string& file, const std::string& record) : faults(file, record) {}
    platform::FaultWatch faults;
};

CrashGuard::CrashGuard(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code ignored; // an unwritable folder means no guard, not no program
    std::filesystem::create_directories(folder_, ignored);
}

CrashGuard::Inside::Inside(const CrashGuard& guard, const std::string& plugin, std::string_view doing)
    : watch_(std::make_unique<Watch>(guard.fileOf(plugin, doing).string(), std::string(doing))) {}

CrashGuard::Inside::~Inside() = default;

std::filesystem::path CrashGuard::fileOf(const std::string& plugin, std::string_view doing) const {
    return folder_ / (plugin + "." + std::string(doing));
}

bool CrashGuard::blames(const std::string& plugin) const {
    for (const std::string_view doing : kDeeds) {
        std::ifstream in(fileOf(plugin, doing));
        int exits = 0;
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with("fault")) return true;
            if (line.starts_with("exit")) ++exits;
        }
        if (exits >= 2) return true;
    }
    return false;
}

void CrashGuard::clear(const std::string& plugin, std::string_view doing) const {
    std::error_code ignored;
    std::filesystem::remove(fileOf(plugin, doing), ignored);
}

void CrashGuard::clear(const std::string& plugin) const {
    for (const std::string_view doing : kDeeds) clear(plugin, doing);
}

} // namespace yanxun::host
