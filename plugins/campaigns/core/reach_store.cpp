#include "core/reach_store.h"

#include <algorithm>
#include <set>

namespace campaigns::reach_store {
namespace {

using yanxun::BulkColumn;
using yanxun::ColumnType;
using yanxun::Row;

yanxun::Fields fieldsOf(const Reach& reach, std::int64_t activity, std::int64_t place) {
    return {{"activity_id", activity},           {"unit_id", reach.unitId},         {"unit_name", reach.unitName},
            {"region_code", reach.regionCode},   {"region_name", reach.regionName}, {"place", place}};
}

// The derived rows as they must be: every category of the activity for every unit it reached.
constexpr std::string_view derived =
    "SELECT DISTINCT a.id, t.term_id, r.unit_id, a.held_ymd, a.counted FROM campaigns_activity a"
    " JOIN campaigns_activity_term t ON t.activity_id = a.id AND t.kind = 1"
    " JOIN campaigns_reach r ON r.activity_id = a.id AND r.unit_id <> 0";
constexpr std::string_view stored = "SELECT activity_id, category_id, unit_id, held_ymd, counted FROM campaigns_cover";

std::int64_t without(yanxun::Reader& reader, std::string_view left, std::string_view right) {
    return reader.scalar("SELECT count(*) FROM (" + std::string(left) + " EXCEPT " + std::string(right) + ") d");
}

} // namespace

std::vector<Reach> of(yanxun::Reader& reader, std::int64_t activity) {
    std::vector<Reach> all;
    const std::int64_t ids[] = {activity};
    ofMany(reader, idList(ids), [&](std::int64_t, Reach reach) { all.push_back(std::move(reach)); });
    return all;
}

void ofMany(yanxun::Reader& reader, const IdList& activities, const std::function<void(std::int64_t, Reach)>& use) {
    reader.each("SELECT activity_id, id, revision, unit_id, unit_name, region_code, region_name FROM campaigns_reach"
                " WHERE activity_id IN " +
                    activities.sql + " ORDER BY activity_id, place, id",
                activities.values, [&](const Row& row) {
                    use(row.integer(0),
                        {row.integer(1), row.integer(2), row.integer(3), row.str(4), row.str(5), row.str(6)});
                });
}

void replace(yanxun::Writer& writer, std::int64_t activity, const std::vector<Reach>& wanted) {
    std::vector<Reach> standing = of(writer, activity);
    std::int64_t place = 0;
    for (const Reach& reach : wanted) {
        ++place;
        const auto same =
            std::find_if(standing.begin(), standing.end(), [&](const Reach& one) { return one.sameAs(reach); });
        if (same == standing.end()) {
            writer.insert("campaigns_reach", fieldsOf(reach, activity, place));
        } else {
            writer.update("campaigns_reach", same->id, same->revision, {{"place", place}});
            standing.erase(same);
        }
    }
    for (const Reach& gone : standing) writer.remove("campaigns_reach", gone.id, gone.revision);
}

void addMany(yanxun::Writer& writer, const std::function<const Activity*()>& next) {
    const std::vector<BulkColumn> columns{{"activity_id", ColumnType::integer}, {"unit_id", ColumnType::integer},
                                          {"unit_name", ColumnType::text},      {"region_code", ColumnType::text},
                                          {"region_name", ColumnType::text},    {"place", ColumnType::integer}};
    const Activity* activity = next();
    std::size_t at = 0;
    writer.insertMany("campaigns_reach", columns, [&](yanxun::BulkRow& row) {
        while (activity && at == activity->reach.size()) {
            activity = next();
            at = 0;
        }
        if (!activity) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : fieldsOf(activity->reach[at], activity->id, std::int64_t(at) + 1)) {
            row.set(column++, field.value);
        }
        ++at;
        return true;
    });
}

void removeAll(yanxun::Writer& writer, std::int64_t activity) {
    writer.exec("DELETE FROM campaigns_cover WHERE activity_id = ?", {activity});
    for (const Reach& reach : of(writer, activity)) writer.remove("campaigns_reach", reach.id, reach.revision);
}

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) {
    return reader.one("SELECT 1 FROM campaigns_reach WHERE unit_id = ? LIMIT 1", {unit}, [](const Row&) {});
}

std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM campaigns_reach WHERE unit_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::int64_t moveToUnit(yanxun::Writer& writer, std::int64_t id, std::int64_t unit) {
    std::int64_t activity = 0, revision = 0;
    writer.one("SELECT activity_id, revision FROM campaigns_reach WHERE id = ?", {id}, [&](const Row& row) {
        activity = row.integer(0);
        revision = row.integer(1);
    });
    if (activity != 0) writer.update("campaigns_reach", id, revision, {{"unit_id", unit}});
    return activity;
}

void cover(yanxun::Writer& writer, const Activity& activity) {
    writer.exec("DELETE FROM campaigns_cover WHERE activity_id = ?", {activity.id});
    std::set<std::int64_t> units; // two villages that became one count once
    for (const Reach& reach : activity.reach) {
        if (reach.unitId != 0) units.insert(reach.unitId);
    }
    for (const std::int64_t category : activity.categories) {
        for (const std::int64_t unit : units) {
            writer.exec("INSERT INTO campaigns_cover (activity_id, category_id, unit_id, held_ymd, counted)"
                        " VALUES (?, ?, ?, ?, ?)",
                        {activity.id, category, unit, activity.heldOn.ymd(), isCounted(activity.status)});
        }
    }
}

void coverMany(yanxun::Writer& writer, const std::function<const Activity*()>& next) {
    const std::vector<BulkColumn> columns{{"activity_id", ColumnType::integer},
                                          {"category_id", ColumnType::integer},
                                          {"unit_id", ColumnType::integer},
                                          {"held_ymd", ColumnType::integer},
                                          {"counted", ColumnType::integer}};
    std::vector<std::pair<std::int64_t, std::int64_t>> rows; // of the activity at hand
    std::size_t at = 0;
    const Activity* activity = nullptr;
    writer.insertUnlogged("campaigns_cover", columns, [&](yanxun::BulkRow& row) {
        while (at == rows.size()) {
            activity = next();
            if (!activity) return false;
            rows.clear();
            at = 0;
            std::set<std::int64_t> units;
            for (const Reach& reach : activity->reach) {
                if (reach.unitId != 0) units.insert(reach.unitId);
            }
            for (const std::int64_t category : activity->categories) {
                for (const std::int64_t unit : units) rows.emplace_back(category, unit);
            }
        }
        row.integer(0, activity->id);
        row.integer(1, rows[at].first);
        row.integer(2, rows[at].second);
        row.integer(3, activity->heldOn.ymd());
        row.integer(4, isCounted(activity->status));
        ++at;
        return true;
    });
}

yanxun::SearchCondition coveredStatement(std::int64_t category, const yanxun::Period& period) {
    return {"SELECT unit_id, CAST(sum(CASE WHEN held_ymd >= ? THEN 1 ELSE 0 END) AS bigint), max(held_ymd)"
            " FROM campaigns_cover WHERE category_id = ? AND counted = 1 AND held_ymd <= ? GROUP BY unit_id",
            {period.first.ymd(), category, period.last.ymd()}};
}

std::unordered_map<std::int64_t, Covered> covered(yanxun::Reader& reader, std::int64_t category,
                                                  const yanxun::Period& period) {
    std::unordered_map<std::int64_t, Covered> all;
    const auto statement = coveredStatement(category, period);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        const std::int64_t times = row.integer(1), last = row.integer(2);
        all[row.integer(0)] = {times, times > 0 ? last : 0, last, 0};
    });
    reader.each("SELECT c.unit_id, min(a.held_ymd) FROM campaigns_activity a"
                " JOIN campaigns_cover c ON c.activity_id = a.id AND c.category_id = ?"
                " WHERE a.status = 10 AND a.held_ymd >= ? GROUP BY c.unit_id",
                {category, period.first.ymd()}, [&](const Row& row) { all[row.integer(0)].plannedYmd = row.integer(1); });
    return all;
}

std::vector<std::int64_t> coveredByHost(yanxun::Reader& reader, std::int64_t category, const yanxun::Period& period,
                                        std::int64_t host) {
    std::vector<std::int64_t> units;
    reader.each("SELECT DISTINCT c.unit_id FROM campaigns_activity a"
                " JOIN campaigns_cover c ON c.activity_id = a.id AND c.category_id = ?"
                " WHERE a.host_id = ? AND a.counted = 1 AND a.held_ymd BETWEEN ? AND ? ORDER BY c.unit_id",
                {category, host, period.first.ymd(), period.last.ymd()},
                [&](const Row& row) { units.push_back(row.integer(0)); });
    return units;
}

CoverFaults coverFaults(yanxun::Reader& reader) {
    return {without(reader, derived, stored), without(reader, stored, derived)};
}

void coverAnew(yanxun::Writer& writer) {
    writer.exec("DELETE FROM campaigns_cover");
    writer.exec("INSERT INTO campaigns_cover (activity_id, category_id, unit_id, held_ymd, counted) " + std::string(derived));
}

} // namespace campaigns::reach_store
