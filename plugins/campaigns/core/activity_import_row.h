#pragma once
#include "core/activity_service.h"

#include <yanxun/table/import.h>

#include <span>

namespace campaigns {

/// Columns of a ledger that are numbers of a seeded metric.
struct MetricColumn {
    const char* column;
    const char* code;  ///< of the term
    const char* title; ///< heading
};
std::span<const MetricColumn> metricColumns();

/// What a row of the ledger writes, by the names the import calls its columns; the blank ones are left out.
yanxun::Fields fieldsOf(const yanxun::ImportRow& row, const Terms& terms);
/// What an activity holds of one of those columns; NULL when it is blank there.
yanxun::Value storedValue(const std::string& column, const Activity& activity, const Terms& terms);
/// Puts those columns into a draft.
void takeFields(ActivityDraft& draft, const yanxun::Fields& fields, const Terms& terms);

} // namespace campaigns
