#include "core/duty/spot_check_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::spots {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Values;
using yanxun::Writer;

constexpr std::string_view select =
    "SELECT id, revision, year, rule, unit_id, unit_name, region_name, seed, drawn_ymd, drill_id, checked_ymd, checker,"
    " conclusion, problem, due_ymd, closed_ymd, closing FROM drills_spot_check ";

std::optional<Date> dayOf(const Row& row, std::size_t column) {
    const auto ymd = row.maybeInteger(column);
    return ymd ? std::optional(Date::fromYmd(*ymd)) : std::nullopt;
}

SpotCheck checkOf(const Row& row) {
    SpotCheck check;
    check.id = row.integer(0);
    check.revision = row.integer(1);
    check.year = int(row.integer(2));
    check.rule = row.str(3);
    check.unitId = row.integer(4);
    check.unitName = row.str(5);
    check.regionName = row.str(6);
    check.seed = row.str(7);
    check.drawnOn = Date::fromYmd(row.integer(8));
    check.drillId = row.integer(9);
    check.checkedOn = dayOf(row, 10);
    check.checker = row.str(11);
    check.conclusion = SpotConclusion(row.integer(12));
    check.problem = row.str(13);
    check.due = dayOf(row, 14);
    check.closedOn = dayOf(row, 15);
    check.closing = row.str(16);
    return check;
}

Value ymdOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

yanxun::Fields fieldsOf(const SpotCheck& check) {
    return {{"year", check.year},
            {"rule", check.rule},
            {"unit_id", check.unitId},
            {"unit_name", check.unitName},
            {"unit_sort", yanxun::text::sortKey(check.unitName)},
            {"region_name", check.regionName},
            {"seed", check.seed},
            {"drawn_ymd", check.drawnOn.ymd()},
            {"drill_id", check.drillId == 0 ? Value() : Value(check.drillId)},
            {"checked_ymd", ymdOf(check.checkedOn)},
            {"checker", check.checker},
            {"conclusion", int(check.conclusion)},
            {"problem", check.problem},
            {"due_ymd", ymdOf(check.due)},
            {"closed_ymd", ymdOf(check.closedOn)},
            {"closing", check.closing}};
}

std::vector<SpotCheck> listed(Reader& reader, const char* rest, const Values& values) {
    std::vector<SpotCheck> all;
    reader.each(std::string(select) + rest, values, [&](const Row& row) { all.push_back(checkOf(row)); });
    return all;
}

} // namespace

std::optional<SpotCheck> find(Reader& reader, std::int64_t id) {
    const auto found = listed(reader, "WHERE id = ?", {id});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::int64_t add(Writer& writer, const SpotCheck& check) {
    auto fields = fieldsOf(check);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_spot_check", fields);
}

std::int64_t update(Writer& writer, const SpotCheck& check) {
    return writer.update("drills_spot_check", check.id, check.revision, fieldsOf(check));
}

void remove(Writer& writer, const SpotCheck& check) { writer.remove("drills_spot_check", check.id, check.revision); }

void each(Reader& reader, int year, const std::function<void(const SpotCheck&)>& use) {
    const auto take = [&](const Row& row) { use(checkOf(row)); };
    if (year == 0) {
        reader.each(std::string(select) + "ORDER BY year, unit_sort, id", take);
    } else {
        reader.each(std::string(select) + "WHERE year = ? ORDER BY unit_sort, id", {year}, take);
    }
}

void eachChecked(Reader& reader, const yanxun::Period& period, const std::function<void(const SpotCheck&)>& use) {
    reader.each(std::string(select) + "WHERE checked_ymd BETWEEN ? AND ? ORDER BY checked_ymd, id",
                {period.first.ymd(), period.last.ymd()}, [&](const Row& row) { use(checkOf(row)); });
}

CheckedSums checkedSums(Reader& reader, const yanxun::Period& period) {
    CheckedSums sums;
    reader.one("SELECT count(*), count(CASE WHEN conclusion = 2 THEN 1 END), count(closed_ymd) FROM drills_spot_check"
               " WHERE checked_ymd BETWEEN ? AND ?",
               {period.first.ymd(), period.last.ymd()}, [&](const Row& row) {
                   sums = {row.integer(0), row.integer(1), row.integer(2)};
               });
    return sums;
}

std::vector<SpotCheck> waiting(Reader& reader, std::size_t limit) {
    return listed(reader, "WHERE conclusion = 0 ORDER BY drawn_ymd, id LIMIT ?", {std::int64_t(limit)});
}

std::int64_t waitingCount(Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_spot_check WHERE conclusion = 0");
}

std::vector<SpotCheck> open(Reader& reader, std::size_t limit) {
    return listed(reader, "WHERE conclusion = 2 AND closed_ymd IS NULL ORDER BY due_ymd, id LIMIT ?",
                  {std::int64_t(limit)});
}

std::int64_t openCount(Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_spot_check WHERE conclusion = 2 AND closed_ymd IS NULL");
}

std::set<std::int64_t> unitsOf(Reader& reader, int year) {
    std::set<std::int64_t> units;
    reader.each("SELECT unit_id FROM drills_spot_check WHERE year = ?", {year},
                [&](const Row& row) { units.insert(row.integer(0)); });
    return units;
}

std::int64_t draws(Reader& reader, int year) {
    return reader.scalar("SELECT count(DISTINCT seed) FROM drills_spot_check WHERE year = ?", {year});
}

void forgetDrill(Writer& writer, std::int64_t drill) {
    for (SpotCheck& check : listed(writer, "WHERE drill_id = ? ORDER BY id", {drill})) {
        check.drillId = 0;
        update(writer, check);
    }
}

} // namespace drills::spots
