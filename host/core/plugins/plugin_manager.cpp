#include "core/plugins/plugin_manager.h"

#include "core/plugins/crash_guard.h"
#include "core/plugins/library.h"
#include "core/plugins/load_order.h"
#include "core/plugins/manifest.h"
#include "core/plugins/plugin_host.h"
#include "core/plugins/stamp.h"

#include <algorithm>
#include <set>

namespace yanxun::host {
namespace {

using Made = std::unique_ptr<Plugin, void (*)(Plugin*) noexcept>;

struct Entry {
    PluginInfo info;
    Made plugin{nullptr, nullptr};
    std::vector<Migration> steps;
    std::unique_ptr<PluginHost> host; ///< outlives the plugin: declared after it, destroyed by hand
};

std::string disabledKey(const std::string& id) { return id + ".disabled"; }

void settle(Entry& entry, PluginState state, const std::string& reason) {
    entry.info.state = state;
    entry.info.reason = reason;
}

/// Field by field, before any C++ call crosses.
void checkDoor(const PluginEntry& door, const PluginInfo& info) {
    if (!door.abi || !door.id || !door.version || !door.create || !door.destroy) {
        throw Error(tr("插件的入口不完整。请用本程序的开发包重新编译它。"));
    }
    if (std::string_view(door.abi) != hostStamp()) {
        throw Error(tr("插件的编译环境与本程序不同：插件是“{}”，本程序是“{}”。请安装与本程序对应的版本，或重新编译。",
                       door.abi, hostStamp()));
    }
    if (door.id != info.id) {
        throw Error(tr("程序库自称“{}”，说明文件写的是“{}”。请重新安装这个插件。", door.id, info.id));
    }
}

} // namespace

std::string stateTitle(PluginState state) {
    switch (state) {
    case PluginState::found: return tr("已找到");
    case PluginState::refused: return tr("未加载");
    case PluginState::waiting: return tr("等待其他插件");
    case PluginState::running: return tr("运行中");
    case PluginState::failed: return tr("出错停用");
    case PluginState::disabled: return tr("已停用");
    }
    return {};
}

const char* stateId(PluginState state) {
    constexpr const char* ids[]{"found", "refused", "waiting", "running", "failed", "disabled"};
    return ids[static_cast<int>(state)];
}

struct PluginManager::Inner {
    explicit Inner(const Setup& setup)
        : setup(setup), settings(setup.settings.group("plugins")), log(setup.log, "host"), guard(setup.guardFolder) {}

    Setup setup;
    Settings& settings;
    SourceLog log;
    CrashGuard guard;
    std::vector<std::unique_ptr<Entry>> entries; ///< in load order after open()
    std::vector<Entry*> running;                 ///< in start order
    Registry* registry = nullptr;
    ServiceMap* services = nullptr;

    void find();
    void readFolder(const std::filesystem::path& folder);
    void refuseDoubles();
    void skipUnwanted();
    void arrange();
    void openOne(Entry& entry);
    void startOne(Entry& entry, const HostParts& parts, const std::function<void(const Schema&)>& prepare);
    void forget(const Entry& entry);
    std::string notRunning(const Entry& entry) const;
    Entry* entry(const std::string& id) const;
    /// Calls into a plugin; what it throws becomes its state. True when it returned well.
    bool guarded(Entry& entry, std::string_view doing, const std::function<void()>& call);
};

PluginManager::PluginManager(const Setup& setup) : inner_(std::make_unique<Inner>(setup)) { inner_->find(); }

PluginManager::~PluginManager() { stop(); }

void PluginManager::Inner::find() {
    std::set<std::filesystem::path> seen;
    for (const std::filesystem::path& place : setup.folders) {
        std::error_code none;
        std::vector<std::filesystem::path> folders;
        for (const auto& item : std::filesystem::directory_iterator(place, none)) {
            if (item.is_directory(none) && std::filesystem::exists(item.path() / "plugin.xml", none)) {
                folders.push_back(std::filesystem::canonical(item.path(), none));
            }
        }
        std::sort(folders.begin(), folders.end());
        for (const std::filesystem::path& folder : folders) {
            if (seen.insert(folder).second) readFolder(folder);
        }
    }
    refuseDoubles();
    skipUnwanted();
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a->info.id < b->info.id; });
}

void PluginManager::Inner::readFolder(const std::filesystem::path& folder) {
    Entry& entry = *entries.emplace_back(std::make_unique<Entry>());
    PluginInfo& info = entry.info;
    info.folder = folder;
    info.id = info.name = folder.filename().string();
    try {
        Manifest manifest = readManifest(folder / "plugin.xml");
        info.name = manifest.name;
        info.description = manifest.description;
        info.version = manifest.version;
        info.licence = manifest.licence;
        info.needs = manifest.needs;
        info.wishes = manifest.wishes;
        if (manifest.id != info.id) {
            throw Error(tr("文件夹名“{}”与说明文件里的标识“{}”不同。请把文件夹改名为插件的标识。", info.id, manifest.id));
        }
    } catch (const Error& wrong) {
        settle(entry, PluginState::refused, wrong.what());
    }
}

void PluginManager::Inner::refuseDoubles() {
    std::map<std::string, std::vector<Entry*>> byId;
    for (const auto& entry : entries) byId[entry->info.id].push_back(entry.get());
    for (const auto& [id, same] : byId) {
        if (same.size() < 2) continue;
        std::string where;
        for (const Entry* entry : same) where += (where.empty() ? "" : "、") + entry->info.folder.string();
        for (Entry* entry : same) {
            settle(*entry, PluginState::refused, tr("有多个插件都叫“{}”：{}。请只留下一个。", id, where));
        }
    }
}

void PluginManager::Inner::skipUnwanted() {
    for (const auto& entry : entries) {
        const std::string& id = entry->info.id;
        if (entry->info.state != PluginState::found) continue;
        if (settings.flag(disabledKey(id))) {
            settle(*entry, PluginState::disabled, tr("您停用了这个插件。"));
        } else if (guard.blames(id)) {
            log.warning("skipping plugin " + id + ": it killed an earlier start");
            settle(*entry, PluginState::refused,
                   tr("以前启动时，它曾使程序异常退出，所以这次没有加载。更新插件后，请重新启用它（yanxunctl plugins "
                      "--enable {}）。",
                      id));
        }
    }
}

Entry* PluginManager::Inner::entry(const std::string& id) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e->info.id == id; });
    return found == entries.end() ? nullptr : found->get();
}

/// Load order, and a reason for those that cannot be in it.
void PluginManager::Inner::arrange() {
    PluginIds needs, wishes;
    for (const auto& entry : entries) {
        if (entry->info.state != PluginState::found) continue;
        needs[entry->info.id] = entry->info.needs;
        if (!entry->info.wishes.empty()) wishes[entry->info.id] = entry->info.wishes;
    }
    const LoadOrder result = loadOrder(needs, wishes);
    for (const auto& [id, missing] : result.missing) {
        Entry& waiting = *entry(id);
        const bool there = entry(missing) != nullptr;
        settle(waiting, PluginState::waiting,
               there ? tr("它需要的插件“{}”没有运行。请先解决那个插件的问题。", missing)
                     : tr("它需要插件“{}”，但没有找到。请安装那个插件。", missing));
    }
    for (const auto& [id, circle] : result.circles) {
        std::string way;
        for (const std::string& step : circle) way += (way.empty() ? "" : " → ") + step;
        settle(*entry(id), PluginState::refused, tr("插件互相需要，绕成了一圈：{}。请联系插件的作者。", way));
    }
    std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
        const auto rank = [&](const Entry& e) {
            return std::find(result.order.begin(), result.order.end(), e.info.id) - result.order.begin();
        };
        return rank(*a) < rank(*b);
    });
}

bool PluginManager::Inner::guarded(Entry& entry, std::string_view doing, const std::function<void()>& call) {
    const std::string& id = entry.info.id;
    std::string reason;
    try {
        const CrashGuard::Inside inside(guard, id, doing);
        call();
        guard.clear(id, doing);
        return true;
    } catch (const Error& wrong) {
        reason = wrong.what();
    } catch (const std::exception& wrong) {
        reason = tr("插件内部出错：{}。请联系插件的作者。", wrong.what());
    } catch (...) {
        reason = tr("插件内部出错，没有说明原因。请联系插件的作者。");
    }
    log.error("plugin " + id + " threw in " + std::string(doing) + ": " + reason);
    settle(entry, PluginState::failed, reason);
    return false;
}

void PluginManager::open() {
    inner_->arrange();
    for (const auto& entry : inner_->entries) {
        if (entry->info.state == PluginState::found) inner_->openOne(*entry);
    }
}

void PluginManager::Inner::openOne(Entry& entry) {
    const std::filesystem::path file = entry.info.folder / (entry.info.id + "." + librarySuffix());
    log.debug("opening plugin " + entry.info.id + " from " + file.string());
    const PluginEntry* door = nullptr;
    guarded(entry, "open", [&] {
        door = &openLibrary(file);
        checkDoor(*door, entry.info);
    });
    if (entry.info.state == PluginState::failed) {
        entry.info.state = PluginState::refused; // nothing of it ran: it was not let in
        return;
    }
    entry.info.version = door->version;
    guarded(entry, "create", [&] {
        entry.plugin = Made(door->create(), door->destroy);
        if (!entry.plugin) throw Error(tr("插件没有给出它的对象。请联系插件的作者。"));
        entry.steps = entry.plugin->migrations();
    });
}

std::vector<PluginManager::Schema> PluginManager::schemas() const {
    std::vector<Schema> all;
    for (const auto& entry : inner_->entries) {
        if (entry->plugin && entry->info.state != PluginState::refused) all.push_back({entry->info.id, entry->steps});
    }
    return all;
}

void PluginManager::refuse(const std::string& id, const std::string& reason, bool behindDatabase) {
    Entry& entry = *inner_->entry(id);
    settle(entry, PluginState::refused, reason);
    entry.info.behindDatabase = behindDatabase;
}

void PluginManager::start(const HostParts& parts, const std::function<void(const Schema&)>& prepare) {
    inner_->registry = &parts.registry;
    inner_->services = &parts.services;
    for (const auto& entry : inner_->entries) {
        if (entry->info.state != PluginState::found || !entry->plugin) continue;
        inner_->startOne(*entry, parts, prepare);
    }
}

/// The id of a needed plugin that does not run; "" when all do.
std::string PluginManager::Inner::notRunning(const Entry& waiting) const {
    for (const std::string& needed : waiting.info.needs) {
        if (entry(needed)->info.state != PluginState::running) return needed;
    }
    return {};
}

void PluginManager::Inner::startOne(Entry& entry, const HostParts& parts,
                                    const std::function<void(const Schema&)>& prepare) {
    const std::string& id = entry.info.id;
    if (const std::string needed = notRunning(entry); !needed.empty()) {
        settle(entry, PluginState::waiting, tr("它需要的插件“{}”没有运行。请先解决那个插件的问题。", needed));
        return;
    }
    log.debug("starting plugin " + id);
    const bool started = guarded(entry, "start", [&] {
        prepare({id, entry.steps});
        entry.host = std::make_unique<PluginHost>(parts, id, entry.info.folder);
        entry.plugin->start(*entry.host);
    });
    if (started) {
        settle(entry, PluginState::running, {});
        running.push_back(&entry);
    } else {
        // Not destroyed before the others: what it left with them before it threw must not point into nothing.
        forget(entry);
    }
}

void PluginManager::Inner::forget(const Entry& entry) {
    if (registry) registry->forget(entry.info.id);
    if (services) services->forget(entry.info.id);
}

void PluginManager::show(Workbench& workbench) {
    for (Entry* entry : inner_->running) {
        inner_->log.debug("showing plugin " + entry->info.id);
        inner_->guarded(*entry, "show", [&] { entry->plugin->show(workbench); });
    }
}

void PluginManager::stop() noexcept {
    Inner& inner = *inner_;
    for (auto entry = inner.running.rbegin(); entry != inner.running.rend(); ++entry) {
        inner.log.debug("stopping plugin " + (*entry)->info.id);
        (*entry)->plugin->stop();
    }
    for (const auto& entry : inner.entries) inner.forget(*entry);
    for (auto entry = inner.entries.rbegin(); entry != inner.entries.rend(); ++entry) {
        (*entry)->plugin.reset();
        (*entry)->host.reset();
        if ((*entry)->info.state == PluginState::running) settle(**entry, PluginState::found, {});
    }
    inner.running.clear();
    inner.registry = nullptr;
    inner.services = nullptr;
}

std::vector<PluginInfo> PluginManager::list() const {
    std::vector<PluginInfo> all;
    for (const Entry* entry : inner_->running) all.push_back(entry->info);
    const auto first = static_cast<std::ptrdiff_t>(all.size());
    for (const auto& entry : inner_->entries) {
        if (std::find(inner_->running.begin(), inner_->running.end(), entry.get()) == inner_->running.end()) {
            all.push_back(entry->info);
        }
    }
    std::stable_sort(all.begin() + first, all.end(),
                     [](const PluginInfo& a, const PluginInfo& b) { return a.id < b.id; });
    return all;
}

std::vector<std::filesystem::path> PluginManager::folders() const {
    std::vector<std::filesystem::path> all;
    for (const Entry* entry : inner_->running) all.push_back(entry->info.folder);
    return all;
}

void PluginManager::enable(const std::string& id) {
    if (!inner_->entry(id)) throw NotFound(tr("没有找到插件“{}”。运行 yanxunctl plugins 可以看到全部插件。", id));
    inner_->guard.clear(id);
    inner_->settings.setFlag(disabledKey(id), false);
    inner_->setup.settings.save();
}

void PluginManager::disable(const std::string& id) {
    if (!inner_->entry(id)) throw NotFound(tr("没有找到插件“{}”。运行 yanxunctl plugins 可以看到全部插件。", id));
    inner_->settings.setFlag(disabledKey(id), true);
    inner_->setup.settings.save();
}

} // namespace yanxun::host
