#pragma once
#include "core/class_filter.h"

#include <yanxun/data/list_query.h>

#include <map>
#include <span>

namespace training {

/// In which order a list stands; ties are broken by the record's age.
enum class ClassOrder { starts, number, name, unit, mode, hours, attended, status };

/// Lists for screen and console.
namespace lists {

yanxun::IdList ids(yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order, bool ascending, std::int64_t limit);
/// In the order of `ids`; a vanished class has id 0.
std::vector<TrainingClass> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// Years in which classes begin, newest first.
std::vector<int> years(yanxun::Reader& reader);
/// Words met in the records, in pinyin order: for filters.
std::vector<std::string> kinds(yanxun::Reader& reader);
/// The classes held on some days, by day, for the calendar; also those that began before.
std::vector<TrainingClass> between(yanxun::Reader& reader, const yanxun::Period& period);
/// From the first session to the last of classes of one day among them, where all sessions have their times.
std::map<std::int64_t, yanxun::DayTime> times(yanxun::Reader& reader, const yanxun::Period& period);
/// Classes whose last day is over and that nobody closed, the longest waiting first.
std::int64_t unclosedCount(yanxun::Reader& reader, yanxun::Date today);
std::vector<TrainingClass> unclosed(yanxun::Reader& reader, yanxun::Date today, std::size_t limit);

/// The statement behind ids(), for the test that looks at its plan.
yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order,
                                    bool ascending, std::int64_t limit);

} // namespace lists
} // namespace training
