#pragma once
#include <filesystem>
#include <string>

namespace yanxun::platform {

/// The running program's own file, links resolved.
std::filesystem::path programFile();
/// The person's home, from the environment or else the system's list of users.
std::filesystem::path homeFolder();
/// True when the person's screen is at the end of standard error.
bool errorsGoToTerminal();
/// Bytes a person of ordinary rights may still write where `folder` lies; the largest number when nobody knows.
std::uintmax_t freeBytes(const std::filesystem::path& folder);

} // namespace yanxun::platform
