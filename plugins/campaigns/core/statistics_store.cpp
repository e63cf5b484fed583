#include "core/statistics_store.h"

namespace campaigns::statistics {
namespace {

using yanxun::Period;
using yanxun::Row;
using yanxun::Values;

/// Whole months are told by held_ym alone, which the indexes begin with.
std::string within(const Period& period, Values& values) {
    values.push_back(period.first.ym());
    values.push_back(period.last.ym());
    const bool wholeMonths =
        period.first.day == 1 && period.last.day == yanxun::daysInMonth(period.last.year, period.last.month);
    if (wholeMonths) return "counted = 1 AND held_ym BETWEEN ? AND ?";
    values.push_back(period.first.ymd());
    values.push_back(period.last.ymd());
    return "counted = 1 AND held_ym BETWEEN ? AND ? AND held_ymd BETWEEN ? AND ?";
}

std::string columnOf(GroupBy by) {
    switch (by) {
    case GroupBy::month: return "held_ym";
    case GroupBy::category: return "category_id";
    case GroupBy::region: return "region_name";
    }
    return "held_ym";
}

} // namespace

Group totals(yanxun::Reader& reader, const Period& period) {
    Group sum;
    Values values;
    const std::string condition = within(period, values);
    reader.one("SELECT count(*), CAST(coalesce(sum(attendance), 0) AS bigint) FROM campaigns_activity WHERE " + condition,
               values, [&](const Row& row) {
                   sum.held = row.integer(0);
                   sum.attendance = row.integer(1);
               });
    return sum;
}

yanxun::SearchCondition groupStatement(const Period& period, GroupBy by) {
    yanxun::SearchCondition statement;
    const std::string condition = within(period, statement.values);
    const std::string column = columnOf(by);
    // Grouped by month first: that is the index's order, so nothing is sorted; the outer query adds a few months up.
    statement.sql = "SELECT k, CAST(sum(n) AS bigint), CAST(sum(p) AS bigint) FROM (SELECT " + column +
                    " AS k, count(*) AS n, sum(attendance) AS p FROM campaigns_activity WHERE " + condition +
                    " GROUP BY held_ym" + (by == GroupBy::month ? "" : ", " + column) + ") g GROUP BY k ORDER BY k";
    return statement;
}

std::vector<Group> groups(yanxun::Reader& reader, const Period& period, GroupBy by) {
    std::vector<Group> all;
    const auto statement = groupStatement(period, by);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        const std::string key = by == GroupBy::region ? row.str(0) : std::to_string(row.integer(0));
        all.push_back({key, row.integer(1), row.integer(2)});
    });
    return all;
}

std::vector<Cell> heldByRegion(yanxun::Reader& reader, const Period& period) {
    std::vector<Cell> all;
    reader.each("SELECT r.region_name, t.term_id, count(DISTINCT a.id) FROM campaigns_activity a"
                " JOIN campaigns_reach r ON r.activity_id = a.id"
                " JOIN campaigns_activity_term t ON t.activity_id = a.id AND t.kind = 1"
                " WHERE a.counted = 1 AND a.held_ymd BETWEEN ? AND ?"
                " GROUP BY r.region_name, t.term_id ORDER BY r.region_name, t.term_id",
                {period.first.ymd(), period.last.ymd()},
                [&](const Row& row) { all.push_back({row.str(0), row.integer(1), row.integer(2)}); });
    return all;
}

Group ofCategory(yanxun::Reader& reader, const Period& period, std::int64_t category, std::int64_t host,
                 const std::string& region) {
    Group sum;
    std::string sql = "SELECT count(*), CAST(coalesce(sum(a.attendance), 0) AS bigint) FROM campaigns_activity a"
                      " JOIN campaigns_activity_term t ON t.activity_id = a.id AND t.term_id = ?"
                      " WHERE a.counted = 1 AND a.held_ymd BETWEEN ? AND ?";
    Values values{category, period.first.ymd(), period.last.ymd()};
    if (host != 0) {
        sql += " AND a.host_id = ?";
        values.push_back(host);
    }
    if (!region.empty()) {
        sql += " AND EXISTS (SELECT 1 FROM campaigns_reach r WHERE r.activity_id = a.id AND r.region_name = ?)";
        values.push_back(region);
    }
    reader.one(sql, values, [&](const Row& row) {
        sum.held = row.integer(0);
        sum.attendance = row.integer(1);
    });
    return sum;
}

} // namespace campaigns::statistics
