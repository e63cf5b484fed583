#include "core/drill_demo.h"
#include "core/statistics_store.h"
#include "drills_fixture.h"

#include <map>
#include <set>

namespace drills::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class DemoTest : public DrillsTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            neighbour->demo().fill(writer, {scale, 2021}, yanxun::Progress::none());
            demoDrills(neighbour->units(), *records).fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
    std::map<std::string, std::int64_t> held(GroupBy by) {
        std::map<std::string, std::int64_t> all;
        db().read([&](Reader& reader) {
            for (const Group& group : statistics::groups(reader, Period::year(2021), by)) all[group.key] = group.held;
        });
        return all;
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, MakesTheYearOfADistrict) {
    fill(1);
    db().read([&](Reader& reader) {
        const auto sum = statistics::summary(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 529);
        EXPECT_EQ(sum.participants, 11046);
        EXPECT_EQ(sum.scored, 518);
        EXPECT_EQ(sum.findings, 356);
        EXPECT_EQ(sum.closed, 253);
        EXPECT_EQ(reader.searchCount("防汛", drillKind) + reader.searchCount("迁安", drillKind), 104);
    });
    EXPECT_EQ(held(GroupBy::mode), (std::map<std::string, std::int64_t>{{"实战", 269}, {"示范", 96}, {"双盲", 87}, {"桌面", 77}}));
    EXPECT_EQ(held(GroupBy::hazard).at("火灾"), 122);
    EXPECT_EQ(held(GroupBy::region).size(), 8u);
    EXPECT_EQ(held(GroupBy::month).size(), 12u);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DemoTest, MakesManyTimesAsMuchInTheSameYear) {
    fill(3);
    db().read([&](Reader& reader) {
        const auto sum = statistics::summary(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 3 * 529);
        EXPECT_EQ(sum.participants, 3 * 11046);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM drills_drill WHERE held_ym < 202101 OR held_ym > 202112"), 0);
    });
    EXPECT_EQ(held(GroupBy::mode).at("双盲"), 3 * 87);
}

TEST_P(DemoTest, AnEmptyDistrictIsAskedFor) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        demoDrills(neighbour->units(), *records).fill(writer, {1, 2021}, yanxun::Progress::none());
    }),
                 yanxun::Error);
}

TEST(DemoYear, IsTheSameEachTimeAndHasNoDoubles) {
    std::vector<directory::UnitRef> units;
    for (int i = 0; i < 40; ++i) {
        directory::UnitRef unit;
        unit.id = i + 1;
        unit.name = "单位" + std::to_string(i);
        unit.kind = i % 2 ? "企业" : "村";
        unit.regionName = "乡" + std::to_string(i % 3);
        units.push_back(unit);
    }
    const auto once = demoYear(units, {10, 2021}), twice = demoYear(units, {10, 2021});
    ASSERT_EQ(once.size(), 5290u);
    std::set<std::string> keys, uids;
    std::int64_t people = 0;
    for (std::size_t i = 0; i < once.size(); ++i) {
        const Drill& drill = once[i].drill;
        ASSERT_EQ(drill.name, twice[i].drill.name);
        ASSERT_EQ(drill.participants, twice[i].drill.participants);
        ASSERT_TRUE(drill.heldOn.valid());
        keys.insert(drill.name + std::to_string(drill.unitId) + std::to_string(drill.heldOn.ymd()));
        uids.insert(drill.uid);
        people += drill.participants;
    }
    EXPECT_EQ(keys.size(), once.size());
    EXPECT_EQ(uids.size(), once.size());
    EXPECT_EQ(people, 110460);
}

} // namespace
} // namespace drills::testing
