#include "plugins/participation/participation_fixture.h"

#include "core/unit_user.h"

namespace participation::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class UnitMergeTest : public ParticipationTest {
protected:
    std::vector<std::int64_t> move(std::int64_t from, std::int64_t to) {
        std::vector<std::int64_t> moved;
        db().write([&](Writer& writer) { moved = user.move(writer, from, {to, "留下的单位", "", "", 0, "", ""}); });
        return moved;
    }
    void moveBack(const std::vector<std::int64_t>& records, std::int64_t back) {
        db().write([&](Writer& writer) { user.moveBack(writer, records, {back, "并入的单位", "", "", 0, "", ""}); });
    }
    bool uses(std::int64_t unit) {
        bool used = false;
        db().read([&](Reader& reader) { used = user.uses(reader, unit); });
        return used;
    }
    const directory::UnitUser user = unitUser();
};
YANXUN_ON_BOTH_ENGINES(UnitMergeTest);

TEST_P(UnitMergeTest, RecordsFollowTheirUnitAndComeBack) {
    put(1, "并入的单位", "职工", 40, false, 7);
    put(2, "留下的单位", "职工", 5, false, 8);
    EXPECT_TRUE(uses(7));
    const auto moved = move(7, 8);
    EXPECT_EQ(moved.size(), 1u);
    EXPECT_FALSE(uses(7));
    EXPECT_EQ(of(1).front().unitId, 8);
    EXPECT_EQ(of(1).front().unitName, "并入的单位"); // the name of the day
    moveBack(moved, 7);
    EXPECT_TRUE(uses(7));
    EXPECT_EQ(of(1).front().unitId, 7);
    EXPECT_EQ(of(2).front().unitId, 8);
}

TEST_P(UnitMergeTest, TwoEntriesOfOnePlaceStayTwoAndTheSumStays) {
    const auto first = put(1, "并入的单位", "职工", 40, false, 7);
    const auto second = put(1, "留下的单位", "职工", 5, false, 8);
    const auto moved = move(7, 8);
    EXPECT_EQ(moved, std::vector<std::int64_t>{first});
    EXPECT_EQ(reported(1), 45);
    EXPECT_EQ(put(1, "留下的单位", "职工", 6, false, 8), second);
    EXPECT_EQ(reported(1), 46);
    moveBack(moved, 7);
    EXPECT_EQ(reported(1), 46);
    EXPECT_EQ(put(1, "并入的单位", "职工", 41, false, 7), first);
}

TEST_P(UnitMergeTest, EntriesWithoutAUnitIdBelongToNoUnit) {
    put(1, "某单位", "职工", 3);
    EXPECT_FALSE(uses(0));
    EXPECT_TRUE(move(0, 8).empty());
}

} // namespace
} // namespace participation::testing
