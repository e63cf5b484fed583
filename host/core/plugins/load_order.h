#pragma once
#include <map>
#include <string>
#include <vector>

namespace yanxun::host {

struct LoadOrder {
    std::vector<std::string> order;                      ///< those that can run, needed ones first, else by id
    std::map<std::string, std::vector<std::string>> circles; ///< id → the circle it stands in («a», «b», «a»)
    std::map<std::string, std::string> missing;          ///< id → the id it needs and nobody brings (or that cannot run)
};

/// Ids by the plugin that names them.
using PluginIds = std::map<std::string, std::vector<std::string>>;

/// `needs`: for every plugin that may run, the ids it needs. `wishes`: those it uses when they run; they come before it
/// too, but neither their absence nor a circle of wishes stops anybody.
LoadOrder loadOrder(const PluginIds& needs, const PluginIds& wishes = {});

} // namespace yanxun::host
