#include "platform/system.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace yanxun::platform {

std::filesystem::path programFile() { return std::filesystem::read_symlink("/proc/self/exe"); }

std::filesystem::path homeFolder() {
    if (const char* home = std::getenv("HOME"); home && *home) return home;
    if (const passwd* person = getpwuid(getuid()); person && person->pw_dir) return person->pw_dir;
    return std::filesystem::temp_directory_path();
}

bool errorsGoToTerminal() { return isatty(STDERR_FILENO) == 1; }

std::uintmax_t freeBytes(const std::filesystem::path& folder) {
    std::error_code wrong;
    const std::filesystem::space_info space = std::filesystem::space(folder, wrong);
    return wrong ? static_cast<std::uintmax_t>(-1) : space.available;
}

} // namespace yanxun::platform
