#include "materials_fixture.h"

namespace materials::testing {
namespace {

using ::testing::HasSubstr;

class LinksTest : public MaterialsTest {
protected:
    LinksTest() { receive({2021, 1, 5}, "手册", 1000); }
    std::int64_t give(Date day, std::int64_t quantity, const std::string& activity) {
        Draft slip = draft(DocumentType::issue, day, "手册", quantity, "晋安社区");
        slip.activity = activity;
        return post(slip);
    }
    LinkState stateOf(std::int64_t document) {
        LinkState state{};
        db().read([&](Reader& reader) { state = links::of(reader, document)->state; });
        return state;
    }
    std::int64_t activity(const std::string& name, Date day) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = activities.add(writer, name, day); });
        return id;
    }
};
YANXUN_ON_BOTH_ENGINES(LinksTest);

TEST_P(LinksTest, TheSameNameOnTheSameDayIsSure) {
    const auto held = activity("晋安社区宣传活动", {2021, 5, 12});
    const auto slip = give({2021, 5, 12}, 30, " 晋安社区宣传活动");
    EXPECT_EQ(stateOf(slip), LinkState::linked);
    EXPECT_EQ(activities.at(held).issued, 30);
    reverse(slip);
    EXPECT_EQ(activities.at(held).issued, 0);
}

TEST_P(LinksTest, AnotherDayIsOfferedAndTakenByAPerson) {
    const auto held = activity("晋安社区宣传活动", {2021, 5, 12});
    const auto slip = give({2021, 5, 20}, 30, "晋安社区宣传活动");
    EXPECT_EQ(stateOf(slip), LinkState::offered);
    EXPECT_EQ(activities.at(held).issued, 0);
    db().read([&](Reader& reader) { EXPECT_EQ(tasks().back().count(reader, {2021, 5, 20}), 1); });
    db().write([&](Writer& writer) { EXPECT_EQ(links.acceptOffers(writer), 1); });
    EXPECT_EQ(activities.at(held).issued, 30);
    db().write([&](Writer& writer) { links.decide(writer, slip, 0); });
    EXPECT_EQ(activities.at(held).issued, 0);
    EXPECT_EQ(stateOf(slip), LinkState::dismissed);
}

TEST_P(LinksTest, TwoOfTheSameDayAreForAPersonToDecide) {
    activity("联合宣传", {2021, 5, 12});
    const auto second = activity("联合宣传", {2021, 5, 12});
    const auto slip = give({2021, 5, 12}, 30, "联合宣传");
    EXPECT_EQ(stateOf(slip), LinkState::offered);
    db().write([&](Writer& writer) { links.decide(writer, slip, second); });
    EXPECT_EQ(activities.at(second).issued, 30);
}

TEST_P(LinksTest, TheLaterOfTheTwoMakesTheLink) {
    const auto slip = give({2021, 5, 12}, 30, "晋安社区宣传活动");
    EXPECT_EQ(stateOf(slip), LinkState::waiting);
    const auto held = activity("晋安社区宣传活动", {2021, 5, 12});
    EXPECT_EQ(stateOf(slip), LinkState::linked);
    EXPECT_EQ(activities.at(held).issued, 30);
}

TEST_P(LinksTest, AnActivityThatGoesLetsItsSlipsGo) {
    const auto held = activity("晋安社区宣传活动", {2021, 5, 12});
    const auto slip = give({2021, 5, 12}, 30, "晋安社区宣传活动");
    db().write([&](Writer& writer) { activities.remove(writer, held); });
    EXPECT_EQ(stateOf(slip), LinkState::waiting);
    const auto again = activity("晋安社区宣传活动", {2021, 5, 12});
    EXPECT_EQ(activities.at(again).issued, 30);
}

TEST_P(LinksTest, TheIssuedQuantityIsWhatItsSlipsSay) {
    const auto held = activity("晋安社区宣传活动", {2021, 5, 12});
    give({2021, 5, 12}, 30, "晋安社区宣传活动");
    give({2021, 5, 12}, 12, "晋安社区宣传活动");
    Draft back = draft(DocumentType::giveBack, {2021, 5, 12}, "手册", 5, "晋安社区");
    back.activity = "晋安社区宣传活动";
    post(back);
    EXPECT_EQ(activities.at(held).issued, 37);
    db().read([&](Reader& reader) {
        std::int64_t sum = 0;
        activities.source.lines(reader, held, [&](const campaigns::IssuedLine& line) { sum += line.quantity; });
        EXPECT_EQ(sum, 37);
        EXPECT_EQ(activities.source.quantity(reader, held), 37);
    });
}

TEST_P(LinksTest, AChosenActivityThatIsGoneIsRefused) {
    Draft slip = draft(DocumentType::issue, {2021, 5, 12}, "手册", 1, "晋安社区");
    slip.activityId = 77;
    EXPECT_THAT(refusal([&] { post(slip); }), HasSubstr("已不存在"));
    EXPECT_EQ(held("手册"), 1000);
}

} // namespace
} // namespace materials::testing
