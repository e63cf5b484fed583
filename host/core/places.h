#pragma once
#include <filesystem>
#include <vector>

namespace yanxun::host {

/// Where things lie: contract «Places».
struct Places {
    std::filesystem::path prefix;        ///< the installation (or build tree) the program runs from
    std::filesystem::path settings;      ///< $XDG_CONFIG_HOME/yanxun
    std::filesystem::path data;          ///< $XDG_DATA_HOME/yanxun
    std::filesystem::path cache;         ///< $XDG_CACHE_HOME/yanxun
    std::filesystem::path database() const { return data / "yanxun.db"; }
    std::filesystem::path demoDatabase() const { return data / "demo.db"; }
    std::filesystem::path assets() const { return prefix / "share/yanxun/assets"; }
    std::filesystem::path templates() const { return prefix / "share/yanxun/templates"; }
    std::filesystem::path catalogues() const { return prefix / "share/locale"; }
    std::filesystem::path settingsFile() const { return settings / "settings.xml"; }
    std::filesystem::path logFile() const { return cache / "yanxun.log"; }
    std::filesystem::path crashFolder() const { return data / "plugin-crashes"; }
    /// Beside the program, the person's own, YANXUN_PLUGIN_PATH, in this order.
    std::vector<std::filesystem::path> pluginFolders() const;
    static Places ofThisProgram();
};

} // namespace yanxun::host
