#include "small_district.h"

namespace campaigns::testing {
namespace {

using yanxun::Writer;

class UnitMergeTest : public SmallDistrict {};
YANXUN_ON_BOTH_ENGINES(UnitMergeTest);

TEST_P(UnitMergeTest, TheActivityKeepsTheNameOfTheDay) {
    db().read([&](yanxun::Reader& reader) {
        const Activity activity = store::get(reader, directory.find(reader, "院坝会", {})[0].id);
        EXPECT_EQ(activity.unitName, "西村");
        EXPECT_EQ(activity.unitId, units.at("东村"));
        ASSERT_EQ(activity.reach.size(), 1u);
        EXPECT_EQ(activity.reach[0].unitName, "西村");
        EXPECT_EQ(activity.reach[0].unitId, units.at("东村"));
    });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(UnitMergeTest, TwoReachedVillagesThatBecomeOneCountOnce) {
    add(draft("两村联办", {2021, 5, 20}, {"东村", "南村"}, {"进农村"}));
    db().write([&](Writer& writer) { neighbour->merge(writer, units.at("南村"), units.at("东村")); });
    EXPECT_EQ(table()[1], "青岭镇 进农村 1/1");
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(UnitMergeTest, UnmergingBringsBackExactlyWhatMoved) {
    Target target;
    target.year = 2021;
    target.categoryId = category("进农村");
    target.kind = TargetKind::all;
    target.words = "全覆盖";
    target.ownerName = "南村";
    std::int64_t merge = 0;
    db().write([&](Writer& writer) {
        plans.addTarget(writer, target);
        merge = neighbour->merge(writer, units.at("南村"), units.at("东村"));
        EXPECT_EQ(target_store::get(writer, 1).ownerId, units.at("东村"));
    });
    db().write([&](Writer& writer) { neighbour->unmerge(writer, merge); });
    db().read([&](yanxun::Reader& reader) { EXPECT_EQ(target_store::get(reader, 1).ownerId, units.at("南村")); });
    EXPECT_THAT(table(), ::testing::ElementsAreArray(byHand));
    EXPECT_EQ(wrongCopies(), 0);
}

} // namespace
} // namespace campaigns::testing
