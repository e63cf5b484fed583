#include "core/drill_list_store.h"
#include "drills_fixture.h"

namespace drills::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class DrillListTest : public DrillsTest {
protected:
    DrillListTest() {
        const auto put = [&](const char* name, const char* unit, yanxun::Date day, const char* hazard, const char* mode,
                             std::optional<std::int64_t> score, const char* problem) {
            DrillDraft one = draft(name, unit, day);
            one.hazard = hazard;
            one.mode = mode;
            one.ledgerScore = score;
            one.problem = problem;
            ids.push_back(add(one));
        };
        put("校园防火疏散演练", "晋安小学", {2021, 5, 3}, "火灾", "实战", 9210, "");
        put("防汛拉练", "杨徐村", {2021, 5, 20}, "防汛", "双盲", 8000, "通信不畅");
        put("地震避险演练", "晋安小学", {2021, 6, 1}, "地震", "桌面", {}, "");
        put("防火救援演练", "正德制药有限公司", {2020, 11, 9}, "火灾", "", 5990, "");
        put("明日演练", "晋安小学", {2021, 8, 1}, "火灾", "实战", {}, "");
    }
    std::vector<std::int64_t> found(const DrillFilter& filter, DrillOrder order = DrillOrder::held, bool ascending = true) {
        std::vector<std::int64_t> places;
        db().read([&](Reader& reader) {
            for (const auto id : lists::ids(reader, filter, words.grades(), order, ascending, 100).ids) {
                places.push_back(std::find(ids.begin(), ids.end(), id) - ids.begin());
            }
        });
        return places;
    }
    static DrillFilter asked(const std::string& argument) { return parseArgument(argument); }
    std::vector<std::int64_t> ids;
    using Places = std::vector<std::int64_t>;
};
YANXUN_ON_BOTH_ENGINES(DrillListTest);

TEST_P(DrillListTest, FiltersNarrowAsTheySay) {
    EXPECT_EQ(found({}), (Places{3, 0, 1, 2, 4}));
    EXPECT_EQ(found(asked("year=2021")), (Places{0, 1, 2, 4}));
    EXPECT_EQ(found(asked("ym=202105")), (Places{0, 1}));
    EXPECT_EQ(found(asked("period=2021-05-20..2021-06-01")), (Places{1, 2}));
    EXPECT_EQ(found(asked("hazard=洪涝")), (Places{1}));
    EXPECT_EQ(found(asked("mode=")), (Places{3}));
    EXPECT_EQ(found(asked("stage=scored")), (Places{3, 0}));
    EXPECT_EQ(found(asked("stage=unscored")), (Places{2}));
    EXPECT_EQ(found(asked("stage=rectifying")), (Places{1}));
    EXPECT_EQ(found(asked("stage=planned")), (Places{4}));
    EXPECT_EQ(found(asked("grade=良")), (Places{1}));
    EXPECT_EQ(found(asked("grade=差")), (Places{3}));
    EXPECT_EQ(found(asked("text=防火")), (Places{3, 0}));
    EXPECT_EQ(found(asked("text=晋安 地震")), (Places{2}));
    EXPECT_EQ(found(asked("text=通信不畅")), (Places{1}));
    EXPECT_EQ(found(asked("year=2021&text=防火")), (Places{0}));
}

TEST_P(DrillListTest, EveryDrillStandsInExactlyOneStage) {
    std::size_t sum = 0;
    for (const char* stage : {"planned", "unscored", "scored", "rectifying", "archived", "dropped"}) {
        const auto places = found(asked(std::string("stage=") + stage));
        sum += places.size();
        for (const auto place : places) EXPECT_EQ(stageOf(get(ids[std::size_t(place)])), asked(std::string("stage=") + stage).stage);
    }
    EXPECT_EQ(sum, ids.size());
}

TEST_P(DrillListTest, SortsByWhatPeopleReadAndBackwards) {
    EXPECT_EQ(found({}, DrillOrder::held, false), (Places{4, 2, 1, 0, 3}));
    EXPECT_EQ(found({}, DrillOrder::name), (Places{2, 3, 1, 4, 0})) << "pinyin: di, fanghuo, fangxun, ming, xiao";
    EXPECT_EQ(found({}, DrillOrder::score, false).front(), 0);
    for (const DrillOrder order : {DrillOrder::unit, DrillOrder::region, DrillOrder::hazard, DrillOrder::mode,
                                   DrillOrder::participants, DrillOrder::stage}) {
        EXPECT_EQ(found({}, order).size(), 5u);
    }
}

TEST_P(DrillListTest, CountsBeyondTheLimit) {
    db().read([&](Reader& reader) {
        const auto some = lists::ids(reader, asked("year=2021"), words.grades(), DrillOrder::held, true, 2);
        EXPECT_EQ(some.ids.size(), 2u);
        EXPECT_EQ(some.total, 4);
        const std::vector<std::int64_t> asked{ids[1], 999999};
        const auto drills = lists::get(reader, asked);
        EXPECT_EQ(drills[0].name, "防汛拉练");
        EXPECT_EQ(drills[1].id, 0) << "vanished";
    });
}

TEST_P(DrillListTest, OffersTheYearsAndWordsThatOccur) {
    db().read([&](Reader& reader) {
        EXPECT_EQ(lists::years(reader), (std::vector<int>{2021, 2020}));
        EXPECT_EQ(lists::hazards(reader), (std::vector<std::string>{"地震", "洪涝", "火灾"}));
        EXPECT_EQ(lists::regions(reader), (std::vector<std::string>{"城西街道"}));
        EXPECT_EQ(lists::unscoredCount(reader), 1);
        EXPECT_EQ(lists::unscored(reader, 10).front().id, ids[2]);
        EXPECT_EQ(lists::between(reader, {{2021, 5, 1}, {2021, 5, 31}}).size(), 2u);
    });
}

/// The plan a server makes for so small a table means nothing.
class DrillListPlanTest : public DrillListTest {};
INSTANTIATE_TEST_SUITE_P(SQLite, DrillListPlanTest, ::testing::Values(yanxun::Engine::sqlite));

TEST_P(DrillListPlanTest, TheUsualListNeedsNoSortAndNoScan) {
    db().read([&](Reader& reader) {
        const auto plan = [&](const DrillFilter& filter, DrillOrder order) {
            const auto statement = lists::idStatement(reader, filter, words.grades(), order, false, 100);
            std::string text;
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const yanxun::Row& row) { text += row.str(3) + "\n"; });
            return text;
        };
        const std::string newest = plan(asked("year=2021"), DrillOrder::held);
        EXPECT_NE(newest.find("INDEX drills_drill_held (held_ymd>? AND held_ymd<?)"), std::string::npos) << newest;
        EXPECT_EQ(newest.find("TEMP B-TREE"), std::string::npos) << newest;
        const std::string byName = plan({}, DrillOrder::name);
        EXPECT_NE(byName.find("drills_drill_name"), std::string::npos) << byName;
        EXPECT_EQ(byName.find("TEMP B-TREE"), std::string::npos) << byName;
    });
}

} // namespace
} // namespace drills::testing
