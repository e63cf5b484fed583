#include "core/plan/plan_item_store.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::plans {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

std::optional<yanxun::DayTime> timeOf(const Row& row, std::size_t column) {
    const auto from = row.maybeInteger(column);
    if (!from) return std::nullopt;
    return yanxun::DayTime{int(*from), int(row.integer(column + 1))};
}

/// Nine columns from `c` on.
PlanWhat whatOf(const Row& row, std::size_t c) {
    return {row.str(c), row.integer(c + 1), row.str(c + 2), row.str(c + 3), row.str(c + 4), row.str(c + 5),
            timeOf(row, c + 6), row.integer(c + 8)};
}

void put(Fields& fields, const PlanWhat& what) {
    fields.insert(fields.end(), {{"name", what.name},
                                 {"unit_id", what.unitId},
                                 {"unit_name", what.unitName},
                                 {"region_name", what.regionName},
                                 {"venue", what.venue},
                                 {"lead", what.lead},
                                 {"time_from", what.time ? yanxun::Value(what.time->from) : yanxun::Value()},
                                 {"time_to", what.time ? yanxun::Value(what.time->to) : yanxun::Value()},
                                 {"people", what.people}});
}

constexpr std::string_view selectItem =
    "SELECT id, revision, uid, plan_id, place, hazard, mode, org_form, content, purpose, notice, budget_fen, priority,"
    " rule, first_ymd, policy, days, covers, note, name, unit_id, unit_name, region_name, venue, lead, time_from, time_to,"
    " people FROM drills_year_item WHERE ";

PlanItem itemOf(const Row& row) {
    PlanItem i;
    i.id = row.integer(0);
    i.revision = row.integer(1);
    i.uid = row.str(2);
    i.planId = row.integer(3);
    i.place = int(row.integer(4));
    i.hazard = row.str(5);
    i.mode = row.str(6);
    i.axes = {OrgForm(row.integer(7)), Content(row.integer(8)), Purpose(row.integer(9)), Notice(row.integer(10))};
    i.budgetFen = row.integer(11);
    i.priority = int(row.integer(12));
    i.rule = parseRule(row.str(13));
    i.first = Date::fromYmd(row.integer(14));
    i.policy = HolidayPolicy(row.integer(15));
    i.days = DaySort(row.integer(16));
    i.covers = row.str(17);
    i.note = row.str(18);
    i.what = whatOf(row, 19);
    return i;
}

Fields fieldsOf(const PlanItem& i) {
    Fields fields{{"plan_id", i.planId},
                  {"place", i.place},
                  {"hazard", i.hazard},
                  {"mode", i.mode},
                  {"org_form", int(i.axes.form)},
                  {"content", int(i.axes.content)},
                  {"purpose", int(i.axes.purpose)},
                  {"notice", int(i.axes.notice)},
                  {"budget_fen", i.budgetFen},
                  {"priority", i.priority},
                  {"rule", ruleText(i.rule)},
                  {"first_ymd", i.first.ymd()},
                  {"policy", int(i.policy)},
                  {"days", int(i.days)},
                  {"covers", i.covers},
                  {"note", i.note}};
    put(fields, i.what);
    return fields;
}

constexpr std::string_view selectDate =
    "SELECT t.id, t.revision, t.uid, t.plan_id, t.item_id, t.nth, t.ruled_ymd, t.planned_ymd, t.day_ymd, t.why,"
    " t.cancelled, coalesce(d.id, 0), coalesce(d.status, 10), coalesce(d.is_practice, 0), p.status, i.hazard,"
    " t.name, t.unit_id, t.unit_name, t.region_name, t.venue, t.lead, t.time_from, t.time_to, t.people"
    " FROM drills_year_date t JOIN drills_year_plan p ON p.id = t.plan_id JOIN drills_year_item i ON i.id = t.item_id"
    " LEFT JOIN drills_drill d ON d.id = t.drill_id WHERE ";

PlanDate dateOf(const Row& row) {
    PlanDate d;
    d.id = row.integer(0);
    d.revision = row.integer(1);
    d.uid = row.str(2);
    d.planId = row.integer(3);
    d.itemId = row.integer(4);
    d.nth = int(row.integer(5));
    d.ruled = Date::fromYmd(row.integer(6));
    d.planned = Date::fromYmd(row.integer(7));
    d.day = Date::fromYmd(row.integer(8));
    d.why = row.str(9);
    d.cancelled = row.flag(10);
    d.drillId = row.integer(11);
    d.drillStatus = Status(row.integer(12));
    d.drillIsPractice = row.flag(13);
    d.planStatus = PlanStatus(row.integer(14));
    d.hazard = row.str(15);
    d.what = whatOf(row, 16);
    return d;
}

std::vector<PlanDate> list(Reader& reader, const std::string& rest, const yanxun::Values& values) {
    std::vector<PlanDate> found;
    reader.each(std::string(selectDate) + rest, values, [&](const Row& row) { found.push_back(dateOf(row)); });
    return found;
}

Fields fieldsOf(const PlanDate& d) {
    Fields fields{{"plan_id", d.planId},          {"item_id", d.itemId},
                  {"nth", d.nth},                 {"ruled_ymd", d.ruled.ymd()},
                  {"planned_ymd", d.planned.ymd()}, {"day_ymd", d.day.ymd()},
                  {"why", d.why},                 {"cancelled", d.cancelled},
                  {"drill_id", d.drillId}};
    put(fields, d.what);
    return fields;
}

constexpr auto isWaiting = "t.day_ymd <= ? AND t.cancelled = 0 AND p.status >= 40 AND d.id IS NULL";

} // namespace

std::vector<PlanItem> items(Reader& reader, std::int64_t plan) {
    std::vector<PlanItem> all;
    reader.each(std::string(selectItem) + "plan_id = ? ORDER BY place, id", {plan},
                [&](const Row& row) { all.push_back(itemOf(row)); });
    return all;
}

PlanItem item(Reader& reader, std::int64_t id) {
    std::optional<PlanItem> found;
    reader.one(std::string(selectItem) + "id = ?", {id}, [&](const Row& row) { found = itemOf(row); });
    if (!found) throw yanxun::NotFound(tr("没有编号为 {} 的计划项，可能已被删除，请刷新。", id));
    return *found;
}

int nextPlace(Reader& reader, std::int64_t plan) {
    return int(reader.scalar("SELECT coalesce(max(place), 0) + 1 FROM drills_year_item WHERE plan_id = ?", {plan}));
}

std::int64_t addItem(Writer& writer, const PlanItem& item) {
    auto fields = fieldsOf(item);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_year_item", fields);
}

void updateItem(Writer& writer, const PlanItem& item) {
    writer.update("drills_year_item", item.id, item.revision, fieldsOf(item));
}

void removeItem(Writer& writer, const PlanItem& item) {
    removeDates(writer, item.id);
    writer.remove("drills_year_item", item.id, item.revision);
}

std::vector<PlanDate> dates(Reader& reader, std::int64_t plan, std::int64_t item) {
    if (item != 0) return list(reader, "t.item_id = ? ORDER BY t.nth, t.id", {item});
    return list(reader, "t.plan_id = ? ORDER BY t.day_ymd, t.id", {plan});
}

std::vector<PlanDate> datesBetween(Reader& reader, const yanxun::Period& days) {
    return list(reader, "t.day_ymd BETWEEN ? AND ? ORDER BY t.day_ymd, t.id", {days.first.ymd(), days.last.ymd()});
}

std::vector<PlanDate> issuedDates(Reader& reader, const yanxun::Period& days) {
    return list(reader, "t.planned_ymd BETWEEN ? AND ? AND p.status >= 40 ORDER BY t.planned_ymd, t.id",
                {days.first.ymd(), days.last.ymd()});
}

IssuedSums issuedSums(Reader& reader, const yanxun::Period& days) {
    IssuedSums sums;
    reader.one("SELECT count(*), count(CASE WHEN d.counted = 1 THEN 1 END), count(CASE WHEN t.cancelled <> 0 THEN 1 END)"
               " FROM drills_year_date t CROSS JOIN drills_year_plan p LEFT JOIN drills_drill d ON d.id = t.drill_id"
               " WHERE p.id = t.plan_id AND p.status >= 40 AND t.planned_ymd BETWEEN ? AND ?",
               {days.first.ymd(), days.last.ymd()}, [&](const Row& row) {
                   sums = {row.integer(0), row.integer(1), row.integer(2)};
               });
    return sums;
}

std::vector<PlanDate> waiting(Reader& reader, Date last, std::int64_t limit) {
    return list(reader, std::string(isWaiting) + " ORDER BY t.day_ymd, t.id LIMIT ?", {last.ymd(), limit});
}

std::int64_t waitingCount(Reader& reader, Date last) {
    return reader.scalar(std::string("SELECT count(*) FROM drills_year_date t JOIN drills_year_plan p ON p.id = t.plan_id"
                                     " LEFT JOIN drills_drill d ON d.id = t.drill_id WHERE ") +
                             isWaiting,
                         {last.ymd()});
}

PlanDate date(Reader& reader, std::int64_t id) {
    const auto found = list(reader, "t.id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("没有编号为 {} 的计划场次，可能已被删除，请刷新。", id));
    return found.front();
}

std::vector<PlanDate> datesOf(Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<PlanDate> all(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (auto found = list(reader, "t.id = ?", {ids[i]}); !found.empty()) all[i] = std::move(found.front());
    return all;
}

std::optional<PlanDate> dateOfDrill(Reader& reader, std::int64_t drill) {
    const auto found = list(reader, "t.drill_id = ? AND t.drill_id <> 0", {drill});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::int64_t addDate(Writer& writer, const PlanDate& date) {
    auto fields = fieldsOf(date);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_year_date", fields);
}

void updateDate(Writer& writer, const PlanDate& date) {
    writer.update("drills_year_date", date.id, date.revision, fieldsOf(date));
}

void removeDates(Writer& writer, std::int64_t item) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM drills_year_date WHERE item_id = ? ORDER BY id", {item},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows)
        writer.remove("drills_year_date", id, revision);
}

void forgetDrill(Writer& writer, std::int64_t drill) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM drills_year_date WHERE drill_id = ? AND drill_id <> 0", {drill},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows)
        writer.update("drills_year_date", id, revision, {{"drill_id", 0}});
}

std::int64_t changeCount(Reader& reader, const yanxun::Period& days, ChangeKind kind) {
    return reader.scalar("SELECT count(*) FROM drills_year_change c JOIN drills_year_date t ON t.id = c.date_id"
                         " WHERE t.planned_ymd BETWEEN ? AND ? AND c.kind = ?",
                         {days.first.ymd(), days.last.ymd(), int(kind)});
}

} // namespace drills::plans
