#include "core/statistics_store.h"

#include <algorithm>
#include <functional>
#include <map>

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

/// The newest frozen result of the drill is a veto. Vetoes are few and have an index: they are what is begun with.
constexpr auto vetoed = "drills_drill.id IN (SELECT r.drill_id FROM drills_result r WHERE r.verdict = 4"
                        " AND r.version = (SELECT max(n.version) FROM drills_result n WHERE n.drill_id = r.drill_id))";

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
    if (scope.axis == StatisticScope::Axis::live) condition += " AND org_form = 1";
    if (scope.axis == StatisticScope::Axis::doubleBlind) condition += " AND notice = 3";
    if (scope.axis == StatisticScope::Axis::vetoed) condition += std::string(" AND ") + vetoed;
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

yanxun::SearchCondition scoreStatement(const Period& period) {
    yanxun::SearchCondition statement;
    const std::string condition = within(period, statement.values);
    // Both scores as the index has them: nothing is sorted, and bands are told apart once a score, not once a drill.
    statement.sql = "SELECT panel_score, ledger_score, count(*) FROM drills_drill WHERE " + condition +
                    " GROUP BY held_ym, panel_score, ledger_score";
    return statement;
}

std::vector<std::pair<std::int64_t, std::int64_t>> scoreCounts(yanxun::Reader& reader, const Period& period) {
    std::map<std::int64_t, std::int64_t, std::greater<>> counts;
    const auto statement = scoreStatement(period);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        const auto panel = row.maybeInteger(0), ledger = row.maybeInteger(1);
        if (panel || ledger) counts[panel ? *panel : *ledger] += row.integer(2);
    });
    return {counts.begin(), counts.end()};
}

std::vector<std::int64_t> scores(yanxun::Reader& reader, const Period& period, const std::vector<GradeBand>& bands) {
    std::vector<std::int64_t> counts(bands.size());
    if (bands.empty()) return counts;
    for (const auto& [score, drills] : scoreCounts(reader, period)) {
        const auto band = std::find_if(bands.begin(), bands.end(), [&, s = score](const GradeBand& b) { return s >= b.from; });
        if (band != bands.end()) counts[std::size_t(band - bands.begin())] += drills;
    }
    return counts;
}

AxisCounts axes(yanxun::Reader& reader, const Period& period) {
    AxisCounts sum;
    Values values;
    const std::string condition = within(period, values);
    reader.each("SELECT org_form, notice, count(*) FROM drills_drill WHERE " + condition +
                    " GROUP BY held_ym, org_form, notice",
                values, [&](const Row& row) {
                    const auto form = OrgForm(row.integer(0));
                    const std::int64_t drills = row.integer(2);
                    sum.held += drills;
                    sum.live += form == OrgForm::live ? drills : 0;
                    sum.tabletop += form == OrgForm::tabletop ? drills : 0;
                    sum.unknownForm += form == OrgForm::unknown ? drills : 0;
                    sum.doubleBlind += Notice(row.integer(1)) == Notice::doubleBlind ? drills : 0;
                });
    return sum;
}

std::int64_t vetoes(yanxun::Reader& reader, const Period& period) {
    Values values;
    const std::string condition = within(period, values);
    return reader.scalar("SELECT count(*) FROM drills_drill WHERE " + condition + " AND " + vetoed, values);
}

PlanCounts planCoverage(yanxun::Reader& reader, const Period& period) {
    PlanCounts counts;
    counts.plans = reader.scalar("SELECT count(*) FROM drills_plan");
    counts.drilled = reader.scalar("SELECT count(DISTINCT l.plan_id) FROM drills_plan_link l CROSS JOIN"
                                   " drills_drill d WHERE d.id = l.drill_id AND d.counted = 1 AND d.held_ymd BETWEEN ? AND ?",
                                   {period.first.ymd(), period.last.ymd()});
    return counts;
}

void planLines(yanxun::Reader& reader, yanxun::Date until, const std::function<void(const PlanLine&)>& use) {
    std::map<std::int64_t, PlanLine> last;
    reader.each("SELECT l.plan_id, d.held_ymd, d.name FROM drills_plan_link l CROSS JOIN drills_drill d"
                " WHERE d.id = l.drill_id AND d.counted = 1 AND d.held_ymd <= ? ORDER BY d.held_ymd, d.id",
                {until.ymd()}, [&](const Row& row) {
                    last[row.integer(0)] = {{}, {}, {}, row.integer(1), row.str(2)};
                });
    reader.each("SELECT id, unit_name, kind, title FROM drills_plan ORDER BY unit_id, title_key, id",
                [&](const Row& row) {
                    PlanLine line = last[row.integer(0)];
                    line.unitName = row.str(1);
                    line.kind = row.str(2);
                    line.title = row.str(3);
                    use(line);
                });
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
