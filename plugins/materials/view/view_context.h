#pragma once
#include "core/figures.h"
#include "core/item_service.h"
#include "core/stocktake.h"

#include <yanxun/ui/workbench.h>

#include <filesystem>

class wxFlexGridSizer;

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
std::string orDash(const std::string& text);
/// A label and its value in a grid of two columns.
void addFact(wxWindow* parent, wxFlexGridSizer* grid, const std::string& title, const std::string& value);
wxFlexGridSizer* factGrid(wxWindow* parent);
/// A button that runs `deed` inside a catch, after its event: the deed may make the buttons anew.
wxButton* deedButton(wxWindow* parent, const char* name, const std::string& text, const char* icon,
                     std::function<void()> deed, bool primary = false);

yanxun::Page stockPage(const ViewContext& context);
yanxun::Page historyPage(const ViewContext& context);
yanxun::Page issuePage(const ViewContext& context);
yanxun::Page documentsPage(const ViewContext& context);
yanxun::Page stocktakePage(const ViewContext& context);
std::vector<yanxun::Command> commands(const ViewContext& context);

} // namespace materials
