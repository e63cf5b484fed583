#include "core/program.h"

#include "core/annual_summary.h"
#include "core/backup/backup.h"
#include "core/file_log.h"
#include "core/file_settings.h"
#include "core/plugins/plugin_host.h"
#include "core/profile_store.h"
#include "core/schema.h"

#include <yanxun/id.h>
#include <yanxun/table/import.h>
#include <yanxun/text.h>

#include <chrono>
#include <thread>

namespace yanxun::host {
namespace {

/// How long a start waits for another program that is bringing the same database up to date.
constexpr int kLockTries = 20;
constexpr std::chrono::milliseconds kLockPause{250};

std::unique_ptr<Clock> makeClock(const std::optional<Millis>& at) {
    if (at) return std::make_unique<FixedClock>(*at);
    return std::make_unique<SystemClock>();
}

int newest(const std::vector<Migration>& steps) { return steps.empty() ? 0 : steps.back().version; }

/// A folder for the database of a run without one; gone with the object.
class Scratch {
public:
    Scratch()
        : folder_(std::filesystem::temp_directory_path() / ("yanxun-" + newUid(SystemClock().now()))) {
        std::filesystem::create_directories(folder_);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    std::string database() const { return (folder_ / "empty.db").string(); }

private:
    std::filesystem::path folder_;
};

/// Beside the SQLite file; a server's backups lie with the person's data.
std::filesystem::path backupName(const Database& database, const Places& places, Millis now) {
    std::string stamp = isoInstant(now).substr(0, 19);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    const bool file = database.engine() == Engine::sqlite;
    const std::filesystem::path base = file ? std::filesystem::path(database.target()) : places.data / "backups/server";
    const auto named = [&](const std::string& tail) {
        return base.parent_path() / (base.stem().string() + ".before-update-" + stamp + tail + ".zip");
    };
    std::filesystem::create_directories(base.parent_path());
    std::filesystem::path name = named("");
    for (int i = 2; std::filesystem::exists(name); ++i) name = named("-" + std::to_string(i));
    return name;
}

} // namespace

// Members are destroyed from the last to the first: plugins before the database, the database before its clock.
struct Program::Inner {
    Inner(Places where, const ProgramOptions& options)
        : places(std::move(where)), clock(makeClock(options.at)), logFile(places.logFile()),
          log(logFile, "host"), settings(places.settingsFile()),
          plugins({places.pluginFolders(), places.crashFolder(), settings, logFile}) {}

    Places places;
    std::unique_ptr<Clock> clock;
    LogFile logFile;
    SourceLog log;
    FileSettings settings;
    Registry registry;
    ServiceMap services;
    std::unique_ptr<Scratch> scratch;
    std::unique_ptr<Database> database;
    PluginManager plugins;
    std::filesystem::path backup;
    bool withDatabase = true;

    void openDatabase(const ProgramOptions& options);
    std::vector<PluginManager::Schema> schemas() const;
    bool isEmpty();
    bool isOlder();
    std::string failureOf(const PluginManager::Schema& schema) const;
    bool failedBefore(const PluginManager::Schema& schema);
    void migrate(const PluginManager::Schema& schema);
    void refuseNewer();
    std::shared_ptr<void> lock();
    std::shared_ptr<void> bringUpToDate(bool mayCreate);
    std::vector<SchemaVersion> versions();
    void start();
};

void Program::Inner::openDatabase(const ProgramOptions& options) {
    OpenOptions how;
    how.who = options.who.empty() ? settings.group("host").text("operator") : options.who;
    std::string target = options.target.empty() ? places.database().string() : options.target;
    if (options.pluginsOnly) {
        withDatabase = false;
        scratch = std::make_unique<Scratch>();
        target = scratch->database();
        how.durable = false;
    }
    how.create = options.createDatabase || options.pluginsOnly;
    database = Database::open(target, *clock, how);
}

/// Every owner of tables but the layer itself.
std::vector<PluginManager::Schema> Program::Inner::schemas() const {
    std::vector<PluginManager::Schema> all = plugins.schemas();
    all.insert(all.begin(), {{"host", schemaSteps()}, {"import", Importer::migrations()}});
    return all;
}

bool Program::Inner::isEmpty() {
    for (const PluginManager::Schema& schema : schemas()) {
        if (database->schemaVersion(schema.plugin) != 0) return false;
    }
    return true;
}

/// What is remembered of a plugin whose steps failed on this database.
std::string Program::Inner::failureOf(const PluginManager::Schema& schema) const {
    return std::to_string(newest(schema.steps)) + " " + database->target();
}

bool Program::Inner::failedBefore(const PluginManager::Schema& schema) {
    return settings.group("host").text("failed-migration." + schema.plugin) == failureOf(schema);
}

/// Steps that failed are tried again at each start, but nobody waits for them any more and no second backup is made.
void Program::Inner::migrate(const PluginManager::Schema& schema) {
    const std::string key = "failed-migration." + schema.plugin;
    try {
        database->migrate(schema.plugin, schema.steps);
    } catch (const std::exception&) {
        settings.group("host").setText(key, failureOf(schema));
        throw;
    }
    if (!settings.group("host").text(key).empty()) settings.group("host").setText(key, "");
}

bool Program::Inner::isOlder() {
    if (database->needsMigration()) return true;
    for (const PluginManager::Schema& schema : schemas()) {
        if (database->schemaVersion(schema.plugin) < newest(schema.steps) && !failedBefore(schema)) return true;
    }
    return false;
}

void Program::Inner::refuseNewer() {
    for (const PluginManager::Schema& schema : schemas()) {
        const int known = newest(schema.steps), found = database->schemaVersion(schema.plugin);
        if (found <= known) continue;
        if (schema.plugin == "host" || schema.plugin == "import") {
            throw Error(tr("数据库 {} 由更新版本的演训宣写过，本程序不能打开。请更新本程序。", database->target()));
        }
        plugins.refuse(schema.plugin,
                       tr("数据库由这个插件的更新版本写过（表结构第 {} 版，现在的插件只认识到第 {} 版）。请更新插件“{}”。",
                          found, known, schema.plugin),
                       true);
    }
}

/// Waits for another program that is just updating; who holds the file for longer is named.
std::shared_ptr<void> Program::Inner::lock() {
    for (int tries = 1;; ++tries) {
        try {
            return database->lockExclusively();
        } catch (const Conflict&) {
            if (tries == kLockTries || !isOlder()) throw;
            std::this_thread::sleep_for(kLockPause);
        }
    }
}

/// The lock is held until the plugins' own tables are made too.
std::shared_ptr<void> Program::Inner::bringUpToDate(bool mayCreate) {
    refuseNewer();
    if (!isOlder()) return nullptr;
    const bool empty = isEmpty();
    if (empty && !mayCreate) {
        throw Unavailable(tr("数据库 {} 里还没有建立数据表。请先导入台账，或运行 yanxunctl migrate。", database->target()));
    }
    std::int64_t changes = 0;
    if (!empty && !database->needsMigration()) {
        database->read([&](Reader& reader) { changes = reader.changeNumber(); });
    }
    // Where nothing is kept yet nobody need be alone: each step is a transaction that looks whether it is needed, and
    // several programs may begin at once.
    std::shared_ptr<void> held;
    if (!empty && (changes > 0 || database->needsMigration())) {
        try {
            held = lock();
        } catch (const Conflict&) {
            if (!isOlder()) return nullptr; // the other program did it
            throw;
        }
        backup = backupName(*database, places, clock->now());
        log.info("database is older than the program; backing up to " + backup.string());
        makeBackup(*database, versions(), clock->now(), backup);
    }
    database->migrate("host", schemaSteps());
    database->migrate("import", Importer::migrations());
    return held;
}

void Program::Inner::start() {
    registry.ownContributions()->add(annualSummary(registry));
    const HostParts parts{places, *database, *clock, registry, services, settings, logFile};
    plugins.start(parts, [&](const PluginManager::Schema& schema) {
        if (database->schemaVersion(schema.plugin) < newest(schema.steps)) migrate(schema);
    });
}

std::vector<SchemaVersion> Program::Inner::versions() {
    std::vector<SchemaVersion> all;
    for (const char* owner : {"host", "import"}) all.push_back({owner, database->schemaVersion(owner)});
    for (const PluginInfo& plugin : plugins.list()) {
        if (const int version = database->schemaVersion(plugin.id)) all.push_back({plugin.id, version});
    }
    return all;
}

Program::Program(Places places, const ProgramOptions& options)
    : inner_(std::make_unique<Inner>(std::move(places), options)) {
    Inner& inner = *inner_;
    if (!inner.settings.putAside().empty()) {
        inner.log.warning("settings file was damaged; put aside as " + inner.settings.putAside().string());
    }
    inner.openDatabase(options);
    inner.plugins.open();
    const std::shared_ptr<void> lock = inner.bringUpToDate(options.createDatabase || options.pluginsOnly);
    inner.start();
}

Program::~Program() { shutdown(); }

const Places& Program::places() const { return inner_->places; }
const Clock& Program::clock() const { return *inner_->clock; }
Database& Program::database() { return *inner_->database; }
bool Program::hasDatabase() const { return inner_->withDatabase; }
PluginManager& Program::plugins() { return inner_->plugins; }
Registry& Program::registry() { return inner_->registry; }
Settings& Program::settings() { return inner_->settings.group("host"); }
Settings& Program::settings(const std::string& group) { return inner_->settings.group(group); }
Log& Program::log() { return inner_->log; }
std::vector<PluginManager::Schema> Program::schemas() const { return inner_->schemas(); }
std::vector<SchemaVersion> Program::schemaVersions() { return inner_->versions(); }
const std::filesystem::path& Program::backupBeforeMigration() const { return inner_->backup; }

std::vector<std::filesystem::path> Program::templates(std::string_view sort) const {
    std::vector<std::filesystem::path> places;
    for (const std::filesystem::path& plugin : inner_->plugins.folders()) places.push_back(plugin / "templates");
    places.push_back(inner_->places.templates());
    std::vector<std::filesystem::path> found;
    for (const std::filesystem::path& place : places) {
        if (std::filesystem::is_directory(place / sort)) found.push_back(place / sort);
    }
    return found;
}

std::string Program::profile(const std::string& name) {
    std::string value;
    inner_->database->read([&](Reader& reader) { value = readProfile(reader, name); });
    return value;
}

void Program::setProfile(const std::string& name, const std::string& value) {
    inner_->database->write([&](Writer& writer) { writeProfile(writer, name, value); });
}

void Program::shutdown() noexcept {
    inner_->plugins.stop();
    inner_->database.reset();
    inner_->scratch.reset();
}

} // namespace yanxun::host
