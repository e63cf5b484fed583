#include "core/places.h"

#include "platform/system.h"

#include <cstdlib>
#include <sstream>

namespace yanxun::host {
namespace {

/// An XDG folder; a relative one is to be ignored (freedesktop.org, basedir 0.8).
std::filesystem::path xdg(const char* variable, const char* below) {
    const char* value = std::getenv(variable);
    if (value && *value == '/') return std::filesystem::path(value) / "yanxun";
    return platform::homeFolder() / below / "yanxun";
}

} // namespace

std::vector<std::filesystem::path> Places::pluginFolders() const {
    std::vector<std::filesystem::path> folders{prefix / YANXUN_LIBDIR "/yanxun/plugins", data / "plugins"};
    if (const char* more = std::getenv("YANXUN_PLUGIN_PATH")) {
        std::istringstream parts(more);
        for (std::string part; std::getline(parts, part, ':');) {
            if (!part.empty()) folders.emplace_back(part);
        }
    }
    return folders;
}

Places Places::ofThisProgram() {
    Places places;
    places.prefix = platform::programFile().parent_path().parent_path();
    places.settings = xdg("XDG_CONFIG_HOME", ".config");
    places.data = xdg("XDG_DATA_HOME", ".local/share");
    places.cache = xdg("XDG_CACHE_HOME", ".cache");
    return places;
}

} // namespace yanxun::host
