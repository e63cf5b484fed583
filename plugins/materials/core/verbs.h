#pragma once
#include "core/item_service.h"
#include "core/stocktake.h"

#include <yanxun/verb.h>

#include <filesystem>

namespace materials {

/// Everything a person can do with stock, on the console. The services outlive the verbs.
std::vector<yanxun::Verb> itemVerbs(ItemService& items);
std::vector<yanxun::Verb> documentVerbs(StockService& stock, std::vector<std::filesystem::path> reportStyles);
std::vector<yanxun::Verb> stocktakeVerbs(StocktakeService& stocktakes);
std::vector<yanxun::Verb> linkVerbs(ActivityLinks& links);

} // namespace materials
