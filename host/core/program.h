#pragma once
#include "core/places.h"
#include "core/plugins/plugin_manager.h"
#include "core/registry.h"

#include <yanxun/clock.h>
#include <yanxun/data/database.h>
#include <yanxun/log.h>
#include <yanxun/settings.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yanxun::host {

struct ProgramOptions {
    std::string target;       ///< database; Places::database() when empty
    std::string who;          ///< for the change log; the operator of the settings, then the login name, when empty
    std::optional<Millis> at; ///< fixes the clock
    bool createDatabase = false;
    /// Nobody's data is touched: the plugins start on an empty database that is thrown away (help, list of plugins).
    bool pluginsOnly = false;
};

/// A part of the schema: the layer's, the host's or a plugin's.
struct SchemaVersion {
    std::string owner;
    int version = 0;
};

/// One run of Yanxun, the same for console and desktop: places, clock, database, plugins and what they contributed.
/// Main thread; the database may be used from any.
class Program {
public:
    /// Opens the plugins' libraries, opens the database, brings an older one up to date (under its exclusive lock and,
    /// when it holds records, after a backup beside it), starts the plugins. A plugin that fails is listed with its
    /// reason and stops nobody. Throws Unavailable when the database is missing and not to be created (or whatever else
    /// Database::open throws), Error when it is newer than the program, Conflict when an older one is in use elsewhere.
    Program(Places places, const ProgramOptions& options);
    ~Program(); ///< shutdown() if nobody did
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    const Places& places() const;
    const Clock& clock() const;
    Database& database();
    bool hasDatabase() const; ///< false with pluginsOnly
    PluginManager& plugins();
    Registry& registry();
    Settings& settings();   ///< the host's own group
    Settings& settings(const std::string& group);
    Log& log();
    /// Folders of the templates of a sort over all: the plugins' own, then the program's.
    std::vector<std::filesystem::path> templates(std::string_view sort) const;

    /// Bureau's profile in the database («name», «region»); "" when unset.
    std::string profile(const std::string& name);
    void setProfile(const std::string& name, const std::string& value);

    /// The steps of every owner of tables that this program knows.
    std::vector<PluginManager::Schema> schemas() const;
    /// What the database's parts stand at now.
    std::vector<SchemaVersion> schemaVersions();
    /// The backup that was made because the database was older; empty when none was needed.
    const std::filesystem::path& backupBeforeMigration() const;

    /// stop() in reverse order, forget contributions, destroy plugins, close the database. The desktop destroys the
    /// plugins' windows first.
    void shutdown() noexcept;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace yanxun::host
