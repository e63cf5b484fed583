// What the engines say they will do for lists, figures, the calendar and the board: each answers from an index.
#include "core/drill_list_store.h"
#include "core/statistics_store.h"
#include "duty_fixture.h"

namespace drills::testing {
namespace {

using yanxun::Reader;

class ExplainTest : public DutyTest {
protected:
    void SetUp() override {
        for (int i = 0; i < 40; ++i) {
            DrillDraft one = draft("演练" + std::to_string(i), "单位" + std::to_string(i % 7), {2021, 1 + i % 12, 1 + i % 28});
            one.hazard = i % 2 ? "火灾" : "地震";
            one.mode = i % 3 ? "实战" : "桌面";
            one.ledgerScore = 6000 + i * 50;
            add(one);
        }
    }
    /// Nothing reads the table from end to end, and nothing is sorted that an index has in order.
    void expectIndexed(const std::string& plan, const std::string& table, const std::string& what, bool mayScanOrder) {
        EXPECT_EQ(plan.find("Seq Scan on " + table), std::string::npos) << what << "\n" << plan;
        for (std::size_t at = plan.find("SCAN " + table); at != std::string::npos; at = plan.find("SCAN " + table, at + 1)) {
            EXPECT_TRUE(mayScanOrder && plan.compare(at, plan.find('\n', at) - at, "SCAN " + table) != 0 &&
                        plan.find("USING", at) != std::string::npos)
                << what << "\n" << plan;
        }
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << what << "\n" << plan;
        EXPECT_EQ(plan.find("Sort  ("), std::string::npos) << what << "\n" << plan;
    }
    std::string listPlan(Reader& reader, const std::string& argument, DrillOrder order, bool ascending) {
        const auto statement = lists::idStatement(reader, parseArgument(argument), words.grades(), order, ascending, 100);
        return planOf(reader, statement.sql, statement.values);
    }
};
YANXUN_ON_BOTH_ENGINES(ExplainTest);

TEST_P(ExplainTest, EveryOrderOfTheListHasAnIndex) {
    db().read([&](Reader& reader) {
        for (const DrillOrder order : {DrillOrder::held, DrillOrder::name, DrillOrder::unit, DrillOrder::region,
                                       DrillOrder::hazard, DrillOrder::mode, DrillOrder::participants, DrillOrder::score,
                                       DrillOrder::stage}) {
            for (const bool ascending : {true, false}) {
                expectIndexed(listPlan(reader, "", order, ascending), "drills_drill",
                              "order " + std::to_string(int(order)), true);
            }
        }
    });
}

TEST_P(ExplainTest, EveryFilterIsFoundNewestFirst) {
    db().read([&](Reader& reader) {
        for (const char* filter : {"year=2021", "ym=202105", "period=2021-05-20..2021-06-01", "hazard=火灾",
                                   "region=城西街道", "mode=实战", "unit=1", "stage=archived", "year=2021&hazard=火灾",
                                   "year=2021&region=城西街道", "year=2021&mode=实战", "year=2021&stage=archived"}) {
            expectIndexed(listPlan(reader, filter, DrillOrder::held, false), "drills_drill", filter, false);
        }
    });
}

TEST_P(ExplainTest, TheCalendarMonthAndTheTasksAreRangesOfAnIndex) {
    db().read([&](Reader& reader) {
        const std::string month = planOf(reader,
                                         "SELECT id FROM drills_drill WHERE held_ymd BETWEEN ? AND ? ORDER BY held_ymd, id",
                                         {20210501, 20210531});
        expectIndexed(month, "drills_drill", "month", false);
        const std::string unscored =
            planOf(reader,
                   "SELECT id FROM drills_drill WHERE counted = 1 AND panel_score IS NULL AND ledger_score IS NULL"
                   " ORDER BY held_ymd, id LIMIT ?",
                   {10});
        expectIndexed(unscored, "drills_drill", "unscored", true);
        const auto scores = statistics::scoreStatement(yanxun::Period::year(2021));
        expectIndexed(planOf(reader, scores.sql, scores.values), "drills_drill", "scores", false);
    });
}

TEST_P(ExplainTest, TheBoardAnswersFromIndexes) {
    unit("晋安小学", "学校");
    duties.refresh(db(), 2021, {2022, 1, 1});
    db().read([&](Reader& reader) {
        DutyFilter filter;
        filter.year = 2021;
        for (const DutyOrder order : {DutyOrder::due, DutyOrder::unit, DutyOrder::region, DutyOrder::status, DutyOrder::rule}) {
            auto statement = duties::listStatement(filter, order, true);
            statement.values.push_back(100);
            expectIndexed(planOf(reader, statement.sql, statement.values), "drills_duty",
                          "order " + std::to_string(int(order)), false);
        }
        for (const char* rule : {"", "R06A"}) {
            filter.rule = rule;
            const auto statement = duties::markStatement(filter);
            expectIndexed(planOf(reader, statement.sql, statement.values), "drills_duty", std::string("board ") + rule, false);
        }
        EXPECT_EQ(duties::regions(reader, 2021).size(), 1u);
    });
}

} // namespace
} // namespace drills::testing
