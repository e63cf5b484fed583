#include "core/plan/engagement_store.h"

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;

constexpr yanxun::Millis minute = 60'000;

/// Hours of a drill whose start and end stand in its record, as minutes of its day.
std::optional<yanxun::DayTime> timeOf(const Row& row, std::size_t column, Date day) {
    const auto start = row.maybeInteger(column), end = row.maybeInteger(column + 1);
    if (!start) return std::nullopt;
    const auto minutes = [&](yanxun::Millis at) { return int(std::clamp<yanxun::Millis>((at - yanxun::startOf(day)) / minute, 0, 1440)); };
    yanxun::DayTime time{minutes(*start), end ? minutes(*end) : 1440};
    if (time.from >= time.to) return std::nullopt;
    return time;
}

// A drill that was cancelled or stopped takes up nothing; one that took place did.
constexpr std::string_view selectDrill =
    "SELECT d.id, coalesce(t.id, 0), d.name, d.held_ymd, d.unit_id, d.unit_name, d.region_name,"
    " coalesce(g.venue, t.venue, ''), g.planned_start, g.planned_end, t.time_from, t.time_to"
    " FROM drills_drill d LEFT JOIN drills_design g ON g.drill_id = d.id"
    " LEFT JOIN drills_year_date t ON t.drill_id = d.id AND t.drill_id <> 0 WHERE d.status < 210 AND ";

Engagement drillOf(const Row& row) {
    Engagement e;
    e.drillId = row.integer(0);
    e.dateId = row.integer(1);
    e.name = row.str(2);
    e.day = Date::fromYmd(row.integer(3));
    e.unitId = row.integer(4);
    e.unitName = row.str(5);
    e.regionName = row.str(6);
    e.venue = row.str(7);
    e.time = timeOf(row, 8, e.day);
    if (!e.time && row.maybeInteger(10)) e.time = yanxun::DayTime{int(row.integer(10)), int(row.integer(11))};
    return e;
}

constexpr std::string_view selectDate =
    "SELECT t.id, t.name, t.day_ymd, t.unit_id, t.unit_name, t.region_name, t.venue, t.time_from, t.time_to, t.lead"
    " FROM drills_year_date t WHERE t.cancelled = 0 AND NOT EXISTS (SELECT 1 FROM drills_drill d WHERE d.id = t.drill_id) AND ";

Engagement dateOf(const Row& row) {
    Engagement e;
    e.dateId = row.integer(0);
    e.name = row.str(1);
    e.day = Date::fromYmd(row.integer(2));
    e.unitId = row.integer(3);
    e.unitName = row.str(4);
    e.regionName = row.str(5);
    e.venue = row.str(6);
    if (row.maybeInteger(7)) e.time = yanxun::DayTime{int(row.integer(7)), int(row.integer(8))};
    if (!row.text(9).empty()) e.people.push_back(row.str(9));
    return e;
}

void add(std::vector<std::string>& people, const std::string& person) {
    if (!person.empty() && std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

/// Evaluators, posts and things of the drills that the condition on `d` finds.
void fill(Reader& reader, const std::string& condition, const Values& values, std::map<std::int64_t, Engagement*>& drills) {
    const auto one = [&](const Row& row) { return drills.at(row.integer(0)); };
    reader.each("SELECT d.id, s.name FROM drills_drill d JOIN drills_eval e ON e.drill_id = d.id JOIN drills_eval_sheet s"
                " ON s.eval_id = e.id WHERE d.status < 210 AND " + condition + " ORDER BY s.id",
                values, [&](const Row& row) { add(one(row)->people, row.str(1)); });
    reader.each("SELECT d.id, p.person FROM drills_drill d JOIN drills_post p ON p.drill_id = d.id WHERE d.status < 210 AND " +
                    condition + " ORDER BY p.id",
                values, [&](const Row& row) { add(one(row)->people, row.str(1)); });
    reader.each("SELECT d.id, r.id, r.name, r.measure, u.need, r.total FROM drills_drill d JOIN drills_resource_use u"
                " ON u.drill_id = d.id JOIN drills_resource r ON r.id = u.resource_id WHERE d.status < 210 AND " + condition +
                    " ORDER BY r.id",
                values, [&](const Row& row) {
                    one(row)->things.push_back({row.integer(1), row.str(2), row.str(3), row.integer(4), row.integer(5)});
                });
}

std::vector<Engagement> drillsWhere(Reader& reader, const std::string& condition, const Values& values) {
    std::vector<Engagement> all;
    reader.each(std::string(selectDrill) + condition + " ORDER BY d.held_ymd, d.id", values,
                [&](const Row& row) { all.push_back(drillOf(row)); });
    std::map<std::int64_t, Engagement*> byId;
    for (Engagement& one : all)
        byId[one.drillId] = &one;
    fill(reader, condition, values, byId);
    return all;
}

} // namespace

std::vector<Engagement> engagements(Reader& reader, const yanxun::Period& days) {
    const Values period{days.first.ymd(), days.last.ymd()};
    std::vector<Engagement> all = drillsWhere(reader, "d.held_ymd BETWEEN ? AND ?", period);
    reader.each(std::string(selectDate) + "t.day_ymd BETWEEN ? AND ? ORDER BY t.day_ymd, t.id", period,
                [&](const Row& row) { all.push_back(dateOf(row)); });
    return all;
}

std::optional<Engagement> engagementOfDrill(Reader& reader, std::int64_t drill) {
    auto found = drillsWhere(reader, "d.id = ?", {drill});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<Engagement> engagementOfDate(Reader& reader, std::int64_t date) {
    std::optional<Engagement> found;
    reader.one(std::string(selectDate) + "t.id = ?", {date}, [&](const Row& row) { found = dateOf(row); });
    return found;
}

} // namespace drills
