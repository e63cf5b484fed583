#pragma once
#include <yanxun/plugin.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace yanxun::host {

class FileSettings;
class LogFile;
struct HostParts;

enum class PluginState { found, refused, waiting, running, failed, disabled };

/// What the plugin page and `yanxunctl plugins` show.
struct PluginInfo {
    std::string id, name, description, version, licence;
    std::vector<std::string> needs;
    std::vector<std::string> wishes; ///< used when they run, missed by nobody
    std::filesystem::path folder;
    PluginState state = PluginState::found;
    std::string reason;          ///< a sentence; empty when running
    bool behindDatabase = false; ///< refused because the database was written by a newer one
};

/// The word for a state that people read, and the one that programs read («running»).
std::string stateTitle(PluginState state);
const char* stateId(PluginState state);

/// Finds, checks, opens, starts and stops plugins. A plugin that fails stops nobody but those that need it. Main thread.
class PluginManager {
public:
    struct Setup {
        std::vector<std::filesystem::path> folders; ///< each holds one folder per plugin
        std::filesystem::path guardFolder;          ///< where crashes are remembered
        FileSettings& settings;
        LogFile& log;
    };
    /// Reads the manifests; opens nothing yet.
    explicit PluginManager(const Setup& setup);
    ~PluginManager();

    std::vector<PluginInfo> list() const; ///< running ones in start order, then the rest by id
    /// Takes effect at the next start. `enable` also clears the crash guard. Throw NotFound, Unavailable.
    void enable(const std::string& id);
    void disable(const std::string& id);
    /// Calls Plugin::show of each running plugin inside a catch; a plugin that throws is listed as failed.
    void show(Workbench& workbench);
    /// Folders of the running plugins, in start order (icons, templates).
    std::vector<std::filesystem::path> folders() const;

    /// Opens the libraries in load order and makes the plugins.
    void open();
    /// Schema steps of a plugin that was opened and not refused.
    struct Schema {
        std::string plugin;
        std::vector<Migration> steps;
    };
    std::vector<Schema> schemas() const;
    /// Takes an opened plugin out before it starts.
    void refuse(const std::string& id, const std::string& reason, bool behindDatabase);
    /// Starts the opened plugins in order; `prepare` brings one's tables up to date and may throw.
    void start(const HostParts& parts, const std::function<void(const Schema&)>& prepare);
    /// stop() in reverse order, then everything they added is forgotten, then they are destroyed.
    void stop() noexcept;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace yanxun::host
