#pragma once
#include <filesystem>

namespace yanxun::platform {

/// True when every part the file's own tables speak of lies inside the file. Mapping a library that was cut off half-way
/// kills the process instead of failing, so it is looked at before it is opened.
bool isWholeLibrary(const std::filesystem::path& file);

} // namespace yanxun::platform
