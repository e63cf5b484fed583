#include "core/unit_mark_store.h"

#include "core/exact.h"
#include "core/scoring.h"

namespace drills::marks {
namespace {

using yanxun::Reader;
using yanxun::Row;

struct Sum {
    UnitMark mark;
    std::int64_t points = 0, weights = 0;
};

constexpr std::int64_t combinedWeight = 150, singleWeight = 100;

void addPlans(Reader& reader, std::map<std::int64_t, Sum>& sums, int year) {
    reader.each("SELECT p.unit_id, count(DISTINCT p.id), count(DISTINCT CASE WHEN d.id IS NOT NULL THEN p.id END)"
                " FROM drills_plan p LEFT JOIN drills_plan_link l ON l.plan_id = p.id"
                " LEFT JOIN drills_drill d ON d.id = l.drill_id AND d.counted = 1 AND d.held_ymd BETWEEN ? AND ?"
                " GROUP BY p.unit_id",
                {year * 10'000LL + 101, year * 10'000LL + 1231}, [&](const Row& row) {
                    const auto found = sums.find(row.integer(0));
                    if (found == sums.end()) return;
                    found->second.mark.plans = row.integer(1);
                    found->second.mark.plansDrilled = row.integer(2);
                });
}

void addFindings(Reader& reader, std::map<std::int64_t, Sum>& sums, int year) {
    reader.each("SELECT d.unit_id, count(*), count(CASE WHEN f.state = 2 AND (f.due_ymd IS NULL OR f.closed_ymd IS NULL"
                " OR f.closed_ymd <= f.due_ymd) THEN 1 END) FROM drills_finding f JOIN drills_drill d ON d.id = f.drill_id"
                " WHERE d.counted = 1 AND d.held_ymd BETWEEN ? AND ? GROUP BY d.unit_id",
                {year * 10'000LL + 101, year * 10'000LL + 1231}, [&](const Row& row) {
                    const auto found = sums.find(row.integer(0));
                    if (found == sums.end()) return;
                    found->second.mark.findings = row.integer(1);
                    found->second.mark.closedInTime = row.integer(2);
                });
}

/// 复发: measures of the year's drills that a later drill found undone again.
void addRepeats(Reader& reader, std::map<std::int64_t, Sum>& sums, int year) {
    reader.each("SELECT d.unit_id, count(*) FROM drills_action a JOIN drills_drill d ON d.id = a.drill_id"
                " WHERE a.recurrences > 0 AND d.counted = 1 AND d.held_ymd BETWEEN ? AND ? GROUP BY d.unit_id",
                {year * 10'000LL + 101, year * 10'000LL + 1231}, [&](const Row& row) {
                    const auto found = sums.find(row.integer(0));
                    if (found != sums.end()) found->second.mark.repeats = row.integer(1);
                });
}

} // namespace

std::vector<UnitMark> of(Reader& reader, int year) {
    std::map<std::int64_t, Sum> sums;
    std::vector<std::int64_t> order;
    reader.each("SELECT d.unit_id, d.unit_name, d.panel_score, d.content, r.verdict FROM drills_drill d"
                " JOIN drills_result r ON r.drill_id = d.id AND r.version ="
                " (SELECT max(n.version) FROM drills_result n WHERE n.drill_id = d.id)"
                " WHERE d.counted = 1 AND d.purpose <> ? AND d.panel_score IS NOT NULL AND d.held_ymd BETWEEN ? AND ?"
                " ORDER BY d.unit_sort, d.unit_id, d.held_ymd, d.id",
                {int(Purpose::demonstration), year * 10'000LL + 101, year * 10'000LL + 1231}, [&](const Row& row) {
                    Sum& sum = sums[row.integer(0)];
                    if (sum.mark.drills == 0) order.push_back(row.integer(0));
                    const bool combined = row.integer(3) == int(Content::combined);
                    const std::int64_t weight = combined ? combinedWeight : singleWeight;
                    sum.mark.unitId = row.integer(0);
                    sum.mark.unitName = row.str(1);
                    sum.points += row.integer(2) * weight;
                    sum.weights += weight;
                    ++sum.mark.drills;
                    sum.mark.vetoes += row.integer(4) == int(Verdict::vetoed) ? 1 : 0;
                });
    addPlans(reader, sums, year);
    addFindings(reader, sums, year);
    addRepeats(reader, sums, year);
    std::vector<UnitMark> all;
    for (const std::int64_t unit : order) {
        Sum& sum = sums[unit];
        sum.mark.mark = divideHalfUp(sum.points, Wide(sum.weights) * 10) * 10;
        all.push_back(std::move(sum.mark));
    }
    return all;
}

} // namespace drills::marks
