#pragma once
#include "core/registry.h"

namespace yanxun::host {

/// Report «summary.annual» 年度总结: the key figures with the year before beside them, then the sections that plugins
/// contribute (SummaryKind), in their order. The registry must live as long as the kind; what plugins add later is in.
ReportKind annualSummary(const Registry& registry);

} // namespace yanxun::host
