#pragma once
#include "core/plugins/plugin_manager.h"
#include "core/registry.h"

#include <yanxun/clock.h>
#include <yanxun/data/database.h>

#include <filesystem>
#include <memory>
#include <string>

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
    /// Beside the program, the person's own, YANXUN_PLUGIN_PATH, in this order.
    std::vector<std::filesystem::path> pluginFolders() const;
    static Places ofThisProgram();
};

struct ProgramOptions {
    std::string target;      ///< database; Places::database() when empty
    std::string who;
    std::optional<Millis> at; ///< fixes the clock
    bool createDatabase = false;
    bool migrate = false;    ///< bring an older database up to date (after a backup when it holds anything)
    bool pluginsOnly = false; ///< no database: `plugins`, `--help`
};

/// One run of Yanxun, the same for console and desktop: places, clock, database, plugins and what they contributed.
/// Main thread; the database may be used from any.
class Program {
public:
    /// Discovers and opens the plugins' libraries, opens and (when asked) migrates the database, starts the plugins.
    /// A plugin that fails is listed with its reason and stops nobody. Throws what Database::open throws; an older
    /// database without `migrate` is brought up to date after a backup, a newer one refused.
    Program(Places places, const ProgramOptions& options);
    ~Program(); ///< shutdown() if nobody did
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    const Places& places() const;
    const Clock& clock() const;
    Database& database();
    bool hasDatabase() const;
    PluginManager& plugins();
    Registry& registry();
    Settings& settings();   ///< the host's own group
    Settings& settings(const std::string& group);
    Log& log();
    /// Templates of a sort over all: the bureau's edits first, then plugins', then the program's.
    std::vector<std::filesystem::path> templates(std::string_view sort) const;

    /// Bureau's profile in the database («name», «region»); "" when unset.
    std::string profile(const std::string& key);
    void setProfile(const std::string& key, const std::string& value);

    /// stop() in reverse order, forget contributions, destroy plugins, close the database. The desktop destroys the
    /// plugins' windows first.
    void shutdown() noexcept;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace yanxun::host
