#pragma once
#include "core/figures.h"
#include "core/item_service.h"
#include "core/stocktake.h"

#include <yanxun/ui/detail.h>
#include <yanxun/ui/workbench.h>

#include <filesystem>

namespace materials {

/// What every page and dialog of this plugin works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    yanxun::Workbench& workbench;
    StockService& stock;
    ItemService& items;
    StocktakeService& stocktakes;
    ActivityLinks& links;
    directory::Units& units;
    std::vector<std::filesystem::path> reportStyles;
};

/// Names for fields that suggest, best first.
std::vector<std::string> suggestItems(const ViewContext& context, const std::string& typed);
std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed);
std::vector<std::string> suggestActivities(const ViewContext& context, const std::string& typed);
std::vector<std::string> placeNames(const ViewContext& context);
yanxun::Page stockPage(const ViewContext& context);
yanxun::Page historyPage(const ViewContext& context);
yanxun::Page issuePage(const ViewContext& context);
yanxun::Page documentsPage(const ViewContext& context);
yanxun::Page stocktakePage(const ViewContext& context);
std::vector<yanxun::Command> commands(const ViewContext& context);

} // namespace materials
