#pragma once
#include "core/plan/plan.h"

#include <yanxun/data/database.h>

#include <span>

/// Rows of drills_year_item and drills_year_date ↔ structs. Decides nothing.
namespace drills::plans {

/// In the order of the plan.
std::vector<PlanItem> items(yanxun::Reader& reader, std::int64_t plan);
/// Throws NotFound.
PlanItem item(yanxun::Reader& reader, std::int64_t id);
/// One after the last.
int nextPlace(yanxun::Reader& reader, std::int64_t plan);
std::int64_t addItem(yanxun::Writer& writer, const PlanItem& item);
void updateItem(yanxun::Writer& writer, const PlanItem& item);
/// With its occurrences.
void removeItem(yanxun::Writer& writer, const PlanItem& item);

/// Of a plan, by day; `item` 0 = of all items.
std::vector<PlanDate> dates(yanxun::Reader& reader, std::int64_t plan, std::int64_t item = 0);
/// Of all plans between two days (as they stand now).
std::vector<PlanDate> datesBetween(yanxun::Reader& reader, const yanxun::Period& days);
/// Of issued plans whose day as it was issued lies in the period: what 计划完成率 is counted over.
std::vector<PlanDate> issuedDates(yanxun::Reader& reader, const yanxun::Period& days);
/// Of issued plans, not cancelled, without a drill, up to that day: the longest waiting first.
std::vector<PlanDate> waiting(yanxun::Reader& reader, yanxun::Date last, std::int64_t limit);
std::int64_t waitingCount(yanxun::Reader& reader, yanxun::Date last);
/// Throws NotFound.
PlanDate date(yanxun::Reader& reader, std::int64_t id);
/// In the order of the ids; one that is gone has id 0.
std::vector<PlanDate> datesOf(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// The occurrence a drill was made for.
std::optional<PlanDate> dateOfDrill(yanxun::Reader& reader, std::int64_t drill);
std::int64_t addDate(yanxun::Writer& writer, const PlanDate& date);
void updateDate(yanxun::Writer& writer, const PlanDate& date);
void removeDates(yanxun::Writer& writer, std::int64_t item);
/// A drill is removed: its occurrence has none again.
void forgetDrill(yanxun::Writer& writer, std::int64_t drill);

/// The same counted: how many, how many of them held by a drill that counts, how many cancelled.
struct IssuedSums {
    std::int64_t issued = 0, finished = 0, cancelled = 0;
};
IssuedSums issuedSums(yanxun::Reader& reader, const yanxun::Period& days);

/// How many changes of each kind an issued plan's occurrences of the period have.
std::int64_t changeCount(yanxun::Reader& reader, const yanxun::Period& days, ChangeKind kind);

} // namespace drills::plans
