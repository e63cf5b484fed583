#pragma once
#include "core/stock_service.h"

#include <yanxun/demo.h>

namespace materials {

/// «materials.demo»: 7 × scale receipts and 640 × scale issues of 70,312 × scale items over the year, for the district's
/// units and, where there are any, its activities. The services are borrowed and outlive it.
yanxun::DemoKind demoMaterials(StockService& service, directory::Units& units);

} // namespace materials
