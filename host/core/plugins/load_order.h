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

/// `needs`: for every plugin that may run, the ids it needs.
LoadOrder loadOrder(const std::map<std::string, std::vector<std::string>>& needs);

} // namespace yanxun::host
