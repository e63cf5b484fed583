#include "host/desk.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace yanxun::testing {
namespace {

void copyFixture(const std::string& fixture, const std::filesystem::path& to) {
    std::filesystem::create_directories(to);
    std::filesystem::copy(std::filesystem::path(YANXUN_BINARY_DIR) / "tests/fixtures" / fixture, to,
                          std::filesystem::copy_options::recursive);
}

OpenOptions quickly() {
    OpenOptions options;
    options.create = true;
    options.durable = false;
    return options;
}

} // namespace

Desk::Desk() {
    const std::filesystem::path root = home.path();
    places = {root / "program", root / "config", root / "data", root / "cache"};
    std::filesystem::create_directories(places.data);
    ::setenv("YANXUN_TEST_JOURNAL", (root / "journal").c_str(), 1);
    ::unsetenv("YANXUN_PLUGIN_PATH");
}

Desk::~Desk() { ::unsetenv("YANXUN_TEST_JOURNAL"); }

void Desk::install(const std::string& fixture) { copyFixture(fixture, pluginFolder()); }
void Desk::installForPerson(const std::string& fixture) { copyFixture(fixture, places.data / "plugins"); }
std::string Desk::journal() const { return contentOf(home.path() / "journal"); }

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

ManagedPlugins::ManagedPlugins(Desk& desk)
    : settings(desk.places.settingsFile()), log(desk.places.logFile()),
      database(Database::open((desk.places.data / "managed.db").string(), clock, quickly())),
      manager({desk.places.pluginFolders(), desk.places.crashFolder(), settings, log}), desk_(desk) {}

ManagedPlugins::~ManagedPlugins() { manager.stop(); }

void ManagedPlugins::run() {
    manager.open();
    manager.start({desk_.places, *database, clock, registry, services, settings, log},
                  [&](const host::PluginManager::Schema& schema) { database->migrate(schema.plugin, schema.steps); });
}

host::PluginInfo ManagedPlugins::info(const std::string& id) const {
    for (const host::PluginInfo& plugin : manager.list()) {
        if (plugin.id == id) return plugin;
    }
    throw std::runtime_error("no plugin " + id);
}

} // namespace yanxun::testing
