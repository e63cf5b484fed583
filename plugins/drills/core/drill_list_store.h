#pragma once
#include "core/drill_filter.h"
#include "core/vocabulary.h"

#include <yanxun/data/list_query.h>
#include <yanxun/data/search_index.h>

#include <span>

namespace drills {

/// In which order a list stands; ties are broken by the record's age.
enum class DrillOrder { held, name, unit, region, hazard, mode, participants, score, stage };

/// Lists for screen and console.
namespace lists {

yanxun::IdList ids(yanxun::Reader& reader, const DrillFilter& filter, const std::vector<GradeBand>& grades, DrillOrder order,
        bool ascending, std::int64_t limit);
/// In the order of `ids`; a vanished drill has id 0.
std::vector<Drill> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// Years in which drills stand, newest first.
std::vector<int> years(yanxun::Reader& reader);
/// Words met in the records, in pinyin order: for filters.
std::vector<std::string> hazards(yanxun::Reader& reader);
std::vector<std::string> regions(yanxun::Reader& reader);
std::vector<std::string> modes(yanxun::Reader& reader);
/// The drills of some days, by day, for the calendar.
std::vector<Drill> between(yanxun::Reader& reader, const yanxun::Period& period);
/// Drills that took place and have no score, the longest waiting first.
std::int64_t unscoredCount(yanxun::Reader& reader);
std::vector<Drill> unscored(yanxun::Reader& reader, std::size_t limit);

/// The statement behind ids(), for the test that looks at its plan.
yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const DrillFilter& filter,
                                    const std::vector<GradeBand>& grades, DrillOrder order, bool ascending,
                                    std::int64_t limit);

} // namespace lists
} // namespace drills
