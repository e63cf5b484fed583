#include "core/statistics_store.h"

namespace drills::statistics {
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
    case GroupBy::hazard: return "hazard";
    case GroupBy::region: return "region_name";
    case GroupBy::mode: return "mode_word";
    }
    return "held_ym";
}

std::string narrowed(const StatisticScope& scope, Values& values) {
    std::string condition = within(scope.period, values);
    if (scope.by) {
        condition += " AND " + columnOf(*scope.by) + " = ?";
        if (*scope.by == GroupBy::month) {
            values.push_back(std::int64_t(std::stoll(scope.key)));
        } else {
            values.push_back(scope.key);
        }
    }
    if (scope.scoredOnly) condition += " AND coalesce(panel_score, ledger_score) IS NOT NULL";
    if (scope.scoreFrom) {
        condition += " AND coalesce(panel_score, ledger_score) >= ?";
        values.push_back(*scope.scoreFrom);
    }
    if (scope.scoreTo) {
        condition += " AND coalesce(panel_score, ledger_score) < ?";
        values.push_back(*scope.scoreTo);
    }
    return condition;
}

DrillLine lineOf(const Row& row) {
    DrillLine line;
    line.id = row.integer(0);
    line.name = row.str(1);
    line.unitName = row.str(2);
    line.regionName = row.str(3);
    line.heldYmd = row.integer(4);
    line.hazard = row.str(5);
    line.modeWord = row.str(6);
    line.participants = row.integer(7);
    line.participantsEstimated = row.flag(8);
    line.watchers = row.maybeInteger(9);
    line.score = row.maybeInteger(10);
    line.panelGrade = row.str(11);
    line.findings = row.integer(12);
    line.closedFindings = line.findings - row.integer(13);
    return line;
}

} // namespace

Group totals(yanxun::Reader& reader, const Period& period) {
    Group sum;
    Values values;
    const std::string condition = within(period, values);
    reader.one("SELECT count(*), CAST(coalesce(sum(participants), 0) AS bigint) FROM drills_drill WHERE " + condition,
               values, [&](const Row& row) {
                   sum.held = row.integer(0);
                   sum.participants = row.integer(1);
               });
    return sum;
}

Summary summary(yanxun::Reader& reader, const Period& period) {
    Summary sum;
    Values values;
    const std::string condition = within(period, values);
    reader.one("SELECT count(*), CAST(coalesce(sum(participants), 0) AS bigint),"
               " CAST(coalesce(sum(watchers), 0) AS bigint), count(coalesce(panel_score, ledger_score)),"
               " CAST(coalesce(sum(findings), 0) AS bigint),"
               " CAST(coalesce(sum(findings - open_findings), 0) AS bigint) FROM drills_drill WHERE " +
                   condition,
               values, [&](const Row& row) {
                   sum = {row.integer(0), row.integer(1), row.integer(2),
                          row.integer(3), row.integer(4), row.integer(5)};
               });
    return sum;
}

yanxun::SearchCondition groupStatement(const Period& period, GroupBy by) {
    yanxun::SearchCondition statement;
    const std::string condition = within(period, statement.values);
    const std::string column = columnOf(by);
    // Grouped by month first: that is the index's order, so nothing is sorted; the outer query adds a few months up.
    statement.sql = "SELECT k, CAST(sum(n) AS bigint), CAST(sum(p) AS bigint) FROM (SELECT " + column +
                    " AS k, count(*) AS n, sum(participants) AS p FROM drills_drill WHERE " + condition +
                    " GROUP BY held_ym" + (by == GroupBy::month ? "" : ", " + column) + ") g GROUP BY k ORDER BY k";
    return statement;
}

std::vector<Group> groups(yanxun::Reader& reader, const Period& period, GroupBy by) {
    std::vector<Group> all;
    const auto statement = groupStatement(period, by);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        const std::string key = by == GroupBy::month ? std::to_string(row.integer(0)) : row.str(0);
        all.push_back({key, row.integer(1), row.integer(2)});
    });
    return all;
}

std::vector<std::int64_t> scores(yanxun::Reader& reader, const Period& period, const std::vector<GradeBand>& bands) {
    std::vector<std::int64_t> counts(bands.size());
    if (bands.empty()) return counts;
    Values values;
    std::string columns;
    for (const GradeBand& band : bands) {
        columns += (columns.empty() ? "" : ", ") +
                   std::string("count(CASE WHEN coalesce(panel_score, ledger_score) >= ? THEN 1 END)");
        values.push_back(band.from);
    }
    const std::string condition = within(period, values);
    reader.one("SELECT " + columns + " FROM drills_drill WHERE " + condition, values, [&](const Row& row) {
        std::int64_t above = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i] = row.integer(i) - above;
            above = row.integer(i);
        }
    });
    return counts;
}

void lines(yanxun::Reader& reader, const StatisticScope& scope, const std::function<void(const DrillLine&)>& use) {
    Values values;
    const std::string condition = narrowed(scope, values);
    reader.each("SELECT id, name, unit_name, region_name, held_ymd, hazard, mode_word, participants,"
                " participants_estimated, watchers, coalesce(panel_score, ledger_score), panel_grade, findings,"
                " open_findings FROM drills_drill WHERE " +
                    condition + " ORDER BY held_ymd, name_sort, unit_sort, participants, id",
                values, [&](const Row& row) { use(lineOf(row)); });
}

} // namespace drills::statistics
