#pragma once
#include "core/vocabulary.h"

#include <yanxun/data/database.h>
#include <yanxun/data/search_index.h>

#include <functional>

namespace drills {

/// One group of a statistic.
struct Group {
    std::string key; ///< «202105», a hazard, a township, a mode's word; "" = not told
    std::int64_t held = 0, participants = 0;
};

enum class GroupBy { month, hazard, region, mode };

/// Which counted drills are meant: those of a period, narrowed to one point of a figure.
struct StatisticScope {
    yanxun::Period period;
    std::optional<GroupBy> by;
    std::string key;                       ///< of `by`
    std::optional<std::int64_t> scoreFrom; ///< 1/100 point, included
    std::optional<std::int64_t> scoreTo;   ///< excluded
    bool scoredOnly = false;
    enum class Axis { any, live, doubleBlind, vetoed } axis = Axis::any;
};

/// One drill as reports, exports and drill-downs list it.
struct DrillLine {
    std::int64_t id = 0;
    std::string name, unitName, regionName;
    std::int64_t heldYmd = 0;
    std::string hazard, modeWord;
    std::int64_t participants = 0;
    bool participantsEstimated = false;
    std::optional<std::int64_t> watchers, score;
    std::string panelGrade;
    std::int64_t findings = 0, closedFindings = 0;
};

/// Sums over the drills that count (isCounted), read from covering indexes.
namespace statistics {

Group totals(yanxun::Reader& reader, const yanxun::Period& period);
/// What the head of the yearly report says.
struct Summary {
    std::int64_t held = 0, participants = 0, watchers = 0, scored = 0, findings = 0, closed = 0;
};
Summary summary(yanxun::Reader& reader, const yanxun::Period& period);
/// Groups as stored, in the order of their keys; months without a drill are left out.
std::vector<Group> groups(yanxun::Reader& reader, const yanxun::Period& period, GroupBy by);
/// How many drills have a score of each band, in the bands' order.
std::vector<std::int64_t> scores(yanxun::Reader& reader, const yanxun::Period& period, const std::vector<GradeBand>& bands);
/// How many drills have each score, best first: counted in the order of an index, whatever the bands.
std::vector<std::pair<std::int64_t, std::int64_t>> scoreCounts(yanxun::Reader& reader, const yanxun::Period& period);
/// Drills by how they were held.
struct AxisCounts {
    std::int64_t held = 0, live = 0, tabletop = 0, doubleBlind = 0, unknownForm = 0;
};
AxisCounts axes(yanxun::Reader& reader, const yanxun::Period& period);
/// Drills whose newest frozen result ended in a confirmed veto.
std::int64_t vetoes(yanxun::Reader& reader, const yanxun::Period& period);
/// 预案: how many stand, and how many were tested in the period by a drill that counts.
struct PlanCounts {
    std::int64_t plans = 0, drilled = 0;
};
PlanCounts planCoverage(yanxun::Reader& reader, const yanxun::Period& period);
/// A plan and when it was last tested until the day; 0 = never.
struct PlanLine {
    std::string unitName, kind, title;
    std::int64_t lastYmd = 0;
    std::string drill;
};
void planLines(yanxun::Reader& reader, yanxun::Date until, const std::function<void(const PlanLine&)>& use);
/// Lines in the order of day, name and unit.
void lines(yanxun::Reader& reader, const StatisticScope& scope, const std::function<void(const DrillLine&)>& use);

/// The statements behind groups() and scoreCounts(), for the test that looks at their plans.
yanxun::SearchCondition groupStatement(const yanxun::Period& period, GroupBy by);
yanxun::SearchCondition scoreStatement(const yanxun::Period& period);

} // namespace statistics
} // namespace drills
