#pragma once
#include <filesystem>
#include <string>

namespace yanxun::desktop {

/// A path as UTF-8, for people and for windows; and back.
inline std::string shownPath(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}
inline std::filesystem::path pathOf(const std::string& utf8) {
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

} // namespace yanxun::desktop
