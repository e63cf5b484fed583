#pragma once
#include <yanxun/report/reports.h>

namespace campaigns {

/// Report «campaigns.register»: R10 宣传活动台账.
yanxun::ReportKind registerReport();

} // namespace campaigns
