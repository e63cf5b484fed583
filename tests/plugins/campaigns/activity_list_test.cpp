#include "small_district.h"

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using yanxun::Reader;

class ActivityListTest : public SmallDistrict {
protected:
    std::vector<std::string> names(const std::string& argument, ActivityOrder order = ActivityOrder::held,
                                   bool ascending = true) {
        std::vector<std::string> found;
        db().read([&](Reader& reader) {
            const auto ids = lists::ids(reader, parseArgument(argument), order, ascending, 100);
            EXPECT_EQ(ids.total, std::int64_t(ids.ids.size()));
            for (const Activity& activity : store::get(reader, ids.ids)) found.push_back(activity.name);
        });
        return found;
    }
};
YANXUN_ON_BOTH_ENGINES(ActivityListTest);

TEST_P(ActivityListTest, NarrowsByWhatThePageAsks) {
    EXPECT_EQ(names("year=2021").size(), 9u);
    EXPECT_THAT(names("year=2020"), ElementsAre("去年的"));
    EXPECT_THAT(names("ym=202106"), ElementsAre("社区展板", "入户宣传", "集中宣传"));
    EXPECT_THAT(names("category=" + std::to_string(category("进家庭"))), ElementsAre("院坝会", "入户宣传"));
    EXPECT_THAT(names("primary=" + std::to_string(category("进家庭"))), ElementsAre("入户宣传"));
    EXPECT_THAT(names("status=10"), ElementsAre("安全第一课"));
    EXPECT_THAT(names("unit=" + std::to_string(units.at("东村"))), ElementsAre("院坝会")) << "by the unit it went into";
    EXPECT_THAT(names("text=联合"), ElementsAre("联合宣讲"));
    EXPECT_THAT(names("text=丁厂"), ElementsAre("联合宣讲")) << "found by a unit it reached";
    EXPECT_THAT(names("period=2021-03-01..2021-04-30"), ElementsAre("企业宣讲", "联合宣讲"));
    EXPECT_THAT(names("year=2021&counted=1").size(), 7);
}

TEST_P(ActivityListTest, SortsBothWays) {
    EXPECT_EQ(names("year=2021", ActivityOrder::held, false).front(), "安全第一课");
    EXPECT_EQ(names("year=2021", ActivityOrder::name).front(), "安全第一课") << "pinyin";
    EXPECT_EQ(names("year=2021", ActivityOrder::status, false).front(), "取消的");
}

TEST_P(ActivityListTest, ArgumentsGoThereAndBack) {
    ActivityFilter filter;
    filter.year = 2021;
    filter.category = 3;
    filter.region = "A&B 50%";
    filter.status = ActivityStatus::held;
    filter.text = "防汛";
    filter.countedOnly = true;
    EXPECT_EQ(parseArgument(argumentOf(filter)), filter);
    EXPECT_EQ(parseArgument("year=x&status=77&foo=1"), ActivityFilter{});
}

TEST_P(ActivityListTest, OffersYearsAndTownships) {
    db().read([&](Reader& reader) {
        EXPECT_THAT(lists::years(reader), ElementsAre(2021, 2020));
        EXPECT_THAT(lists::regions(reader), ElementsAre("青岭镇", "望川街道"));
    });
}

} // namespace
} // namespace campaigns::testing
