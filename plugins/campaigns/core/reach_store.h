#pragma once
#include "core/activity.h"
#include "core/id_list.h"

#include <yanxun/data/database.h>
#include <yanxun/data/search_index.h>

#include <functional>
#include <unordered_map>

namespace campaigns {

/// Units and regions an activity reached, and the derived rows coverage is counted from.
namespace reach_store {

std::vector<Reach> of(yanxun::Reader& reader, std::int64_t activity);
/// Of many activities, each in its order.
void ofMany(yanxun::Reader& reader, const IdList& activities, const std::function<void(std::int64_t, Reach)>& use);
/// Makes the rows what `wanted` says; rows that stay are not touched.
void replace(yanxun::Writer& writer, std::int64_t activity, const std::vector<Reach>& wanted);
/// Rows for many new activities; `next` gives an activity or null at the end.
void addMany(yanxun::Writer& writer, const std::function<const Activity*()>& next);
void removeAll(yanxun::Writer& writer, std::int64_t activity);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
/// Rows that name the unit, and pointing rows somewhere else (the names stay as they were on the day). Answers the
/// activities touched.
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);
std::int64_t moveToUnit(yanxun::Writer& writer, std::int64_t reach, std::int64_t unit);

/// Writes the derived rows of one activity anew.
void cover(yanxun::Writer& writer, const Activity& activity);
void coverMany(yanxun::Writer& writer, const std::function<const Activity*()>& next);
/// What is known of a unit in a category.
struct Covered {
    std::int64_t times = 0;   ///< counted activities of the period
    std::int64_t lastYmd = 0; ///< of those
    std::int64_t everYmd = 0; ///< last of all up to the period's end
    std::int64_t plannedYmd = 0; ///< earliest plan not before the period's first day; 0 = none
};
/// By unit; units that no activity of the category ever named are left out.
std::unordered_map<std::int64_t, Covered> covered(yanxun::Reader& reader, std::int64_t category,
                                                  const yanxun::Period& period);
/// Units of a category reached by the activities of one host.
std::vector<std::int64_t> coveredByHost(yanxun::Reader& reader, std::int64_t category, const yanxun::Period& period,
                                        std::int64_t host);
/// The statement behind covered(), for the test that looks at its plan.
yanxun::SearchCondition coveredStatement(std::int64_t category, const yanxun::Period& period);

/// How many derived rows are missing, and how many stand that should not.
struct CoverFaults {
    std::int64_t missing = 0, extra = 0;
};
CoverFaults coverFaults(yanxun::Reader& reader);
/// All derived rows from the activities; for «check --mend».
void coverAnew(yanxun::Writer& writer);

} // namespace reach_store
} // namespace campaigns
