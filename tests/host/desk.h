#pragma once
#include "core/file_log.h"
#include "core/file_settings.h"
#include "core/plugins/plugin_host.h"
#include "core/program.h"
#include "support/test_database.h"

namespace yanxun::testing {

/// A person's home and an installation, both empty, and the fixture plugins that a test puts there.
class Desk {
public:
    Desk();
    ~Desk();
    /// Copies the plugins of a fixture («good», «wrong_abi») beside the program.
    void install(const std::string& fixture);
    /// The person's own plugin folder.
    void installForPerson(const std::string& fixture);
    std::filesystem::path pluginFolder() const { return places.prefix / "lib/yanxun/plugins"; }
    /// What the well-behaved plugins noted, a line each.
    std::string journal() const;
    std::filesystem::path file(const std::string& name) const { return home.path() / name; }

    ScratchFolder home;
    host::Places places;
};

std::string contentOf(const std::filesystem::path& file);

/// A plugin manager on a desk with a database of its own, as Program has it.
class ManagedPlugins {
public:
    explicit ManagedPlugins(Desk& desk);
    ~ManagedPlugins();
    /// Opens and starts all.
    void run();
    host::PluginInfo info(const std::string& id) const; ///< fails the test when there is none

    host::FileSettings settings;
    host::LogFile log;
    FixedClock clock{1'625'000'000'000};
    std::unique_ptr<Database> database;
    host::Registry registry;
    host::ServiceMap services;
    host::PluginManager manager;

private:
    Desk& desk_;
};

} // namespace yanxun::testing
