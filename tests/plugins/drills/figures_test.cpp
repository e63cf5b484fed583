#include "core/drill_figures.h"
#include "core/statistics_store.h"
#include "drills_fixture.h"

#include <map>

namespace drills::testing {
namespace {

using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class FiguresTest : public DrillsTest {
protected:
    FiguresTest() {
        for (auto& kind : figures(words)) kinds.emplace(kind.id, std::move(kind));
        put({2021, 5, 3}, "火灾", "实战", 20, 9210);
        put({2021, 5, 31}, "防汛", "双盲", 35, 8000);
        put({2021, 6, 1}, "地震", "示范", 7, {});
        put({2021, 12, 31}, "火灾", "", 100, 5990);
        put({2020, 6, 1}, "火灾", "桌面", 50, 7000);
        db().write([&](Writer& writer) {
            DrillDraft practice = draft("练习", "丙单位", {2021, 5, 4});
            practice.isPractice = true;
            service.add(writer, practice);
            const auto called = service.add(writer, draft("取消的", "丙单位", {2021, 8, 4}));
            service.step(writer, called, store::get(writer, called).revision, Status::cancelled, "高温");
        });
    }
    void put(yanxun::Date day, const char* hazard, const char* mode, int people, std::optional<std::int64_t> score) {
        DrillDraft one = draft("演练" + std::to_string(day.ymd()), "甲单位", day);
        one.hazard = hazard;
        one.mode = mode;
        one.participants = people;
        one.ledgerScore = score;
        one.regionName = day.month == 6 ? "水稻乡" : "城西街道";
        db().write([&](Writer& writer) {
            one.source = Source::imported;
            service.add(writer, one);
        });
    }
    FigureResult compute(const std::string& id, const Period& period = Period::year(2021)) {
        FigureResult result;
        db().read([&](Reader& reader) { result = kinds.at(id).compute(reader, period); });
        return result;
    }
    /// Drills and participants behind a point.
    std::pair<std::int64_t, std::int64_t> behind(const std::string& id, const std::string& key,
                                                 const Period& period = Period::year(2021)) {
        std::pair<std::int64_t, std::int64_t> sum{0, 0};
        db().read([&](Reader& reader) {
            const auto rows = kinds.at(id).rows(reader, period, key);
            const auto people = std::find_if(rows.columns.begin(), rows.columns.end(),
                                             [](const auto& column) { return column.id == "participants"; }) -
                                rows.columns.begin();
            rows.each([&](std::span<const yanxun::Value> cells) {
                ASSERT_EQ(cells.size(), rows.columns.size());
                ++sum.first;
                sum.second += *cells[std::size_t(people)].integer();
            });
        });
        return sum;
    }
    static std::int64_t at(const FigureResult& result, const std::string& key) {
        for (const auto& point : result.series) {
            if (point.key == key) return point.value;
        }
        return -1;
    }
    std::map<std::string, yanxun::FigureKind> kinds;
};
YANXUN_ON_BOTH_ENGINES(FiguresTest);

TEST_P(FiguresTest, CountTheYearAndLookBack) {
    EXPECT_EQ(compute("drills.held").value, 4);
    EXPECT_EQ(compute("drills.held").previous, 1);
    EXPECT_EQ(compute("drills.participants").value, 162);
    EXPECT_EQ(compute("drills.participants").previous, 50);
    EXPECT_FALSE(compute("drills.held", Period::year(2020)).previous);
    EXPECT_EQ(compute("drills.held", Period::year(1999)).value, 0);
}

TEST_P(FiguresTest, SeriesSayWhatWasCountedByHand) {
    const auto months = compute("drills.by_month");
    EXPECT_EQ(months.series.size(), 12u) << "months without a drill are seen";
    EXPECT_EQ(at(months, "202105"), 2);
    EXPECT_EQ(at(months, "202107"), 0);
    const auto hazards = compute("drills.by_hazard");
    EXPECT_EQ(at(hazards, "火灾"), 2);
    EXPECT_EQ(at(hazards, "洪涝"), 1) << "防汛 under the dictionary's word";
    EXPECT_EQ(hazards.series.front().key, "火灾") << "largest first";
    EXPECT_EQ(at(compute("drills.by_region"), "水稻乡"), 1);
    const auto modes = compute("drills.by_mode");
    EXPECT_EQ(at(modes, "双盲"), 1) << "the word as written";
    EXPECT_EQ(at(modes, "示范"), 1);
    EXPECT_EQ(at(modes, "-"), 1);
    const auto scores = compute("drills.scores");
    EXPECT_EQ(scores.value, 3);
    EXPECT_EQ(at(scores, "优"), 1);
    EXPECT_EQ(at(scores, "良"), 1);
    EXPECT_EQ(at(scores, "中"), 0);
    EXPECT_EQ(at(scores, "差"), 1);
}

TEST_P(FiguresTest, APeriodOfDaysIsExact) {
    const Period days{{2021, 5, 4}, {2021, 6, 1}};
    EXPECT_EQ(compute("drills.held", days).value, 2);
    EXPECT_EQ(compute("drills.participants", days).value, 42);
    EXPECT_EQ(compute("drills.by_hazard", days).value, 2);
    EXPECT_EQ(behind("drills.held", "", days).first, 2);
}

TEST_P(FiguresTest, EveryNumberEqualsTheRowsBehindIt) {
    for (const auto& [id, kind] : kinds) {
        const auto result = compute(id);
        const auto all = behind(id, "");
        EXPECT_EQ(result.value, id == "drills.participants" ? all.second : all.first) << id;
        for (const auto& point : result.series) EXPECT_EQ(point.value, behind(id, point.key).first) << id << point.key;
    }
}

TEST_P(FiguresTest, AClickAsksThePageForThePoint) {
    EXPECT_EQ(kinds.at("drills.by_hazard").pageArgument(Period::year(2021), "火灾"), "year=2021&hazard=火灾");
    EXPECT_EQ(kinds.at("drills.by_month").pageArgument(Period::year(2021), "202105"), "ym=202105");
    EXPECT_EQ(kinds.at("drills.by_mode").pageArgument(Period::year(2021), "-"), "year=2021&mode=");
    EXPECT_EQ(kinds.at("drills.held").pageArgument(Period::year(2021), ""), "year=2021");
}

/// The plan a server makes for so small a table means nothing.
class FigurePlanTest : public FiguresTest {};
INSTANTIATE_TEST_SUITE_P(SQLite, FigurePlanTest, ::testing::Values(yanxun::Engine::sqlite));

TEST_P(FigurePlanTest, ReadsCoveringIndexesInTheirOwnOrder) {
    db().read([&](Reader& reader) {
        for (const auto& [by, index] : {std::pair{GroupBy::hazard, "drills_by_hazard"}, std::pair{GroupBy::region, "drills_by_region"},
                                        std::pair{GroupBy::mode, "drills_by_mode"}}) {
            const auto statement = statistics::groupStatement(Period::year(2021), by);
            std::string plan;
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const yanxun::Row& row) { plan += row.str(3) + "\n"; });
            EXPECT_NE(plan.find(std::string("SEARCH drills_drill USING COVERING INDEX ") + index), std::string::npos) << plan;
            // One sorter for the few groups of the outer query, none for the drills.
            EXPECT_EQ(plan.find("TEMP B-TREE"), plan.rfind("TEMP B-TREE")) << plan;
        }
    });
}

} // namespace
} // namespace drills::testing
