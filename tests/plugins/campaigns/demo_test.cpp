#include "core/demo.h"
#include "core/statistics_store.h"
#include "campaigns_fixture.h"

#include <set>

namespace campaigns::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class DemoTest : public CampaignsTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            neighbour->demo().fill(writer, {scale, 2021}, yanxun::Progress::none());
            demoCampaigns(neighbour->units(), *records, plans).fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, MakesTheYearOfADistrictWithGaps) {
    fill(1);
    db().read([&](Reader& reader) {
        const Group sum = statistics::totals(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 197);
        EXPECT_EQ(sum.attendance, 85966);
        std::map<std::string, std::int64_t> held;
        const Terms all = term_store::all(reader);
        for (const Group& group : statistics::groups(reader, Period::year(2021), GroupBy::category)) {
            held[all.name(std::stoll(group.key))] = group.held;
        }
        EXPECT_EQ(held, (std::map<std::string, std::int64_t>{
                            {"进企业", 28}, {"进农村", 44}, {"进社区", 43}, {"进学校", 45}, {"进家庭", 37}}));
        EXPECT_EQ(post_store::count(reader, Period::year(2021), all.coded(TermKind::channel, "video")->id), 37);
        EXPECT_EQ(reader.searchCount("宣传", activityKind), 197);
        const CoverageTable table = coverage.table(reader, Period::year(2021));
        EXPECT_EQ(table.regions.size(), 8u);
        for (std::size_t column = 0; column < table.categories.size(); ++column) {
            const auto cell = table.total(column);
            EXPECT_GT(cell.reached, cell.expected / 4) << table.categories[column].name;
            EXPECT_LT(cell.reached, cell.expected) << table.categories[column].name;
        }
        EXPECT_EQ(target_store::list(reader, 2021).size(), 5u);
        EXPECT_GT(campaign_store::list(reader).front().activities, 0);
    });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DemoTest, MakesManyTimesAsMuchInTheSameYear) {
    fill(3);
    db().read([&](Reader& reader) {
        const Group sum = statistics::totals(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 3 * 197);
        EXPECT_EQ(sum.attendance, 3 * 85966);
    });
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_post"), 3 * 37);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DemoTest, AnEmptyDistrictIsAskedFor) {
    EXPECT_NE(refusal([&](Writer& writer) {
                  demoCampaigns(neighbour->units(), *records, plans).fill(writer, {1, 2021}, yanxun::Progress::none());
              }),
              "");
}

TEST_P(DemoTest, IsTheSameEachTimeAndHasNoDoubles) {
    std::vector<directory::UnitRef> units;
    for (int i = 0; i < 60; ++i) {
        directory::UnitRef unit;
        unit.id = i + 1;
        unit.name = "单位" + std::to_string(i);
        unit.kind = i % 4 == 0 ? "企业" : i % 4 == 1 ? "村" : i % 4 == 2 ? "社区" : "学校";
        unit.regionName = "乡" + std::to_string(i % 3);
        units.push_back(unit);
    }
    const Terms all = terms();
    const DemoYear once = demoYear(units, all, {10, 2021}), twice = demoYear(units, all, {10, 2021});
    ASSERT_EQ(once.activities.size(), 1970u);
    std::set<std::string> keys, uids;
    for (std::size_t i = 0; i < once.activities.size(); ++i) {
        const Activity& activity = once.activities[i];
        ASSERT_EQ(activity.name, twice.activities[i].name);
        ASSERT_EQ(activity.attendance, twice.activities[i].attendance);
        ASSERT_TRUE(activity.heldOn.valid());
        keys.insert(activity.name + std::to_string(activity.unitId) + std::to_string(activity.heldOn.ymd()));
        uids.insert(activity.uid);
    }
    EXPECT_EQ(keys.size(), once.activities.size());
    EXPECT_EQ(uids.size(), once.activities.size());
    EXPECT_EQ(once.posts.size(), 370u);
}

} // namespace
} // namespace campaigns::testing
