#pragma once
#include "core/stock_service.h"

namespace materials {

/// How directory moves this plugin's references when units are merged. The service outlives it.
directory::UnitUser unitUser(StockService& service);

} // namespace materials
