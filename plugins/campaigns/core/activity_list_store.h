#pragma once
#include "core/activity_filter.h"

#include <campaigns/activities.h>
#include <yanxun/data/list_query.h>
#include <yanxun/data/search_index.h>

namespace campaigns {

/// In which order a list stands; ties are broken by the record's age.
enum class ActivityOrder { held, name, unit, region, category, attendance, issued, status };

/// Lists for screen and console.
namespace lists {

yanxun::IdList ids(yanxun::Reader& reader, const ActivityFilter& filter, ActivityOrder order, bool ascending, std::int64_t limit);
/// Years in which activities stand, newest first.
std::vector<int> years(yanxun::Reader& reader);
/// Townships met in the records, in pinyin order: for filters.
std::vector<std::string> regions(yanxun::Reader& reader);
std::vector<std::string> forms(yanxun::Reader& reader);

/// What other plugins are told, streamed: by day, then name.
void refs(yanxun::Reader& reader, std::int64_t firstYmd, std::int64_t lastYmd,
          const std::function<void(const ActivityRef&)>& use);
std::optional<ActivityRef> ref(yanxun::Reader& reader, std::int64_t id);

/// Planned activities whose day has passed: somebody must say whether they took place.
std::int64_t overdueCount(yanxun::Reader& reader, yanxun::Date today);
std::vector<std::int64_t> overdue(yanxun::Reader& reader, yanxun::Date today, std::size_t limit);

/// The statement behind ids(), for the test that looks at its plan.
yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const ActivityFilter& filter, ActivityOrder order,
                                    bool ascending, std::int64_t limit);

} // namespace lists
} // namespace campaigns
