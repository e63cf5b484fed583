#include "console/output.h"
#include "console/words.h"
#include "core/file_log.h"
#include "core/file_settings.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    std::string enable, disable;
    bool json = false;
};

/// Without starting any: the one that makes trouble must not run for it.
void change(Console& console, const Choice& choice) {
    host::FileSettings settings(console.places.settingsFile());
    host::LogFile log(console.places.logFile());
    host::PluginManager manager({console.places.pluginFolders(), console.places.crashFolder(), settings, log});
    if (!choice.enable.empty()) {
        manager.enable(choice.enable);
        std::cout << tr("插件“{}”已启用，下次启动时加载。", choice.enable) << "\n";
    }
    if (!choice.disable.empty()) {
        manager.disable(choice.disable);
        std::cout << tr("插件“{}”已停用，从下次启动起不再加载。", choice.disable) << "\n";
    }
}

/// On the database that was asked for, so that the states are those of a real run; without one, on an empty one.
host::Program& openForList(Console& console) {
    try {
        return console.openTolerant();
    } catch (const Unavailable&) {
        return console.openWithoutDatabase();
    }
}

void list(Console& console, bool json) {
    Json all = Json::array();
    for (const host::PluginInfo& plugin : openForList(console).plugins().list()) {
        if (json) {
            all.push_back({{"id", plugin.id},
                           {"name", plugin.name},
                           {"version", plugin.version},
                           {"state", host::stateId(plugin.state)},
                           {"reason", plugin.reason},
                           {"description", plugin.description},
                           {"licence", plugin.licence},
                           {"needs", plugin.needs},
                           {"folder", plugin.folder.string()}});
            continue;
        }
        std::cout << padded(plugin.id, 18) << padded(plugin.version, 9) << padded(host::stateTitle(plugin.state), 14)
                  << plugin.name << "\n";
        if (!plugin.reason.empty()) std::cout << padded("", 18) << plugin.reason << "\n";
    }
    if (json) print(all);
}

} // namespace

void addPlugins(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "plugins", tr("列出插件和它们的状态，启用或停用"));
    const auto choice = std::make_shared<Choice>();
    CLI::Option* enable = verb.add_option("--enable", choice->enable, tr("启用这个插件，并再试一次以前出过事故的"));
    CLI::Option* disable = verb.add_option("--disable", choice->disable, tr("停用这个插件"));
    enable->type_name(tr("插件"))->excludes(disable);
    disable->type_name(tr("插件"));
    verb.add_flag("--json", choice->json, tr("输出 JSON"));
    verb.callback([&console, choice] {
        console.run = [&console, choice] {
            if (choice->enable.empty() && choice->disable.empty()) list(console, choice->json);
            else change(console, *choice);
            return done;
        };
    });
}

} // namespace yanxun::console
