#pragma once
#include <yanxun/plugin.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace yanxun::host {

enum class PluginState { found, refused, waiting, running, failed, disabled };

/// What the plugin page and `yanxunctl plugins` show.
struct PluginInfo {
    std::string id, name, description, version, licence;
    std::vector<std::string> needs;
    std::filesystem::path folder;
    PluginState state = PluginState::found;
    std::string reason; ///< a sentence; empty when running
};

/// Finds, checks, opens, starts and stops plugins. Main thread.
class PluginManager {
public:
    struct Inner;
    explicit PluginManager(std::unique_ptr<Inner> inner);
    ~PluginManager();

    std::vector<PluginInfo> list() const; ///< running ones in start order, then the rest by id
    /// Takes effect at the next start; says so. `enable` also clears the crash guard.
    void enable(const std::string& id);
    void disable(const std::string& id);
    /// Calls Plugin::show of each running plugin inside a catch; a plugin that throws is listed as failed.
    void show(Workbench& workbench);
    /// Folders of the running plugins, in start order (icons, templates).
    std::vector<std::filesystem::path> folders() const;

    Inner& inner() { return *inner_; }

private:
    std::unique_ptr<Inner> inner_;
};

} // namespace yanxun::host
