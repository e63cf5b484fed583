#pragma once
#include "core/activity.h"

#include <yanxun/data/database.h>
#include <yanxun/report/report.h>

namespace campaigns {

/// «2021年», «2021年5月1日至2021年5月31日».
std::string periodWords(const yanxun::Period& period);
/// The same days of the year before.
yanxun::Period aYearBefore(const yanxun::Period& period);
yanxun::ReportField numberField(const char* id, std::string title, std::int64_t value, std::string unit);
/// An estimated number as people write it, «约433», readable as one again; an exact one stays a number.
yanxun::Value roughly(std::int64_t value, bool estimated);
/// The activities of some days with all their columns: the list of the register, of exports and behind figures.
struct ActivityScope {
    yanxun::Period period;
    std::optional<std::int64_t> category; ///< primary; 0 = those without one
    bool countedOnly = true;
};
yanxun::RowSource activityRows(yanxun::Reader& reader, const ActivityScope& scope);
/// Posts of some days; `channel` 0 = all.
yanxun::RowSource postRows(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t channel);

} // namespace campaigns
