#include "core/drill_filter.h"
#include "core/finding.h"
#include "core/vocabulary.h"
#include "drills_fixture.h"

#include <yanxun/error.h>

namespace drills {
namespace {

Drill at(Status status, Content content = Content::unknown) {
    Drill drill;
    drill.name = "防火演练";
    drill.status = status;
    drill.axes.content = content;
    return drill;
}

TEST(DrillModel, GoesTheWholeWayStepByStep) {
    const std::array way{Status::draft, Status::submitted, Status::approved,   Status::preparing, Status::ready,
                         Status::running, Status::ended,   Status::evaluating, Status::reviewing, Status::archived};
    for (std::size_t i = 1; i < way.size(); ++i) EXPECT_NO_THROW(requireStep(at(way[i - 1]), way[i], "")) << i;
}

TEST(DrillModel, SkipsNoStateButTheEvaluationOfASingleItemDrill) {
    EXPECT_THROW(requireStep(at(Status::draft), Status::approved, ""), yanxun::Error);
    EXPECT_THROW(requireStep(at(Status::ready), Status::ended, ""), yanxun::Error);
    EXPECT_THROW(requireStep(at(Status::ended, Content::combined), Status::reviewing, ""), yanxun::Error);
    EXPECT_NO_THROW(requireStep(at(Status::ended, Content::single), Status::reviewing, ""));
}

TEST(DrillModel, PutsOffCallsOffAndStopsOnlyWithAReason) {
    EXPECT_THROW(requireStep(at(Status::preparing), Status::postponed, " "), yanxun::Error);
    EXPECT_NO_THROW(requireStep(at(Status::preparing), Status::postponed, "暴雨"));
    EXPECT_THROW(requireStep(at(Status::draft), Status::cancelled, ""), yanxun::Error);
    EXPECT_THROW(requireStep(at(Status::running), Status::aborted, ""), yanxun::Error);
    EXPECT_THROW(requireStep(at(Status::ended), Status::cancelled, "不办了"), yanxun::Error);
}

TEST(DrillModel, LeavesFinalStatesAlone) {
    for (const Status status : {Status::archived, Status::cancelled, Status::aborted}) {
        EXPECT_TRUE(isFinal(status));
        EXPECT_TRUE(nextSteps(status, Content::unknown).empty());
    }
}

TEST(DrillModel, CountsWhatTookPlaceAndIsNoPractice) {
    EXPECT_TRUE(isCounted(Status::ended, false));
    EXPECT_TRUE(isCounted(Status::archived, false));
    EXPECT_FALSE(isCounted(Status::ended, true));
    EXPECT_FALSE(isCounted(Status::running, false));
    EXPECT_FALSE(isCounted(Status::postponed, false));
    EXPECT_FALSE(isCounted(Status::aborted, false));
}

TEST(DrillModel, KnowsEveryStatusByItsWord) {
    for (const Status status : allStatuses()) EXPECT_EQ(statusOf(word(status)), status);
    EXPECT_FALSE(statusOf("办过了"));
}

TEST(DrillModel, ShowsTheOneThingToKnowNow) {
    Drill drill = at(Status::ended);
    EXPECT_EQ(stageOf(drill), Stage::unscored);
    drill.ledgerScore = 8530;
    EXPECT_EQ(stageOf(drill), Stage::scored);
    drill.openFindings = 1;
    EXPECT_EQ(stageWord(drill), "整改中");
    EXPECT_EQ(stageWord(at(Status::submitted)), "待审批");
    EXPECT_EQ(stageOf(at(Status::postponed)), Stage::planned);
}

TEST(DrillModel, ThePanelsScoreStandsBeforeTheLedgers) {
    Drill drill;
    drill.ledgerScore = 8530;
    drill.panelScore = 9100;
    EXPECT_EQ(drill.score(), 9100);
}

TEST(Vocabulary, ReadsFormsAsTheContractSays) {
    const Vocabulary words = testing::shippedWords();
    EXPECT_EQ(words.axes("实战").form, OrgForm::live);
    EXPECT_EQ(words.axes("桌面").form, OrgForm::tabletop);
    EXPECT_EQ(words.axes("双盲").form, OrgForm::live);
    EXPECT_EQ(words.axes("双盲").notice, Notice::doubleBlind);
    EXPECT_EQ(words.axes("示范").form, OrgForm::live);
    EXPECT_EQ(words.axes("示范").purpose, Purpose::demonstration);
    EXPECT_EQ(words.axes("观摩"), Axes{});
}

TEST(Vocabulary, KeepsHazardsItDoesNotKnow) {
    const Vocabulary words = testing::shippedWords();
    EXPECT_EQ(words.hazard("防汛"), "洪涝");
    EXPECT_EQ(words.hazard(" 危化品 "), "危险化学品");
    EXPECT_EQ(words.hazard("沙尘暴"), "沙尘暴");
    EXPECT_EQ(words.hazard(""), "");
}

TEST(Vocabulary, ReadsGradesFromTheirFirstPoint) {
    const Vocabulary words = testing::shippedWords();
    EXPECT_EQ(words.grade(9000), "优");
    EXPECT_EQ(words.grade(8990), "良");
    EXPECT_EQ(words.grade(6000), "中");
    EXPECT_EQ(words.grade(0), "差");
}

TEST(Finding, IsOpenUnlessTheLedgerSaysDone) {
    EXPECT_EQ(rectificationOf("已整改"), Rectification::closed);
    EXPECT_EQ(rectificationOf(" 已整改到位"), Rectification::closed);
    EXPECT_EQ(rectificationOf("整改中"), Rectification::open);
    EXPECT_EQ(rectificationOf("未整改"), Rectification::open);
    EXPECT_EQ(rectificationOf(""), Rectification::open);
}

TEST(DrillFilter, ComesBackFromItsArgument) {
    DrillFilter filter;
    filter.year = 2021;
    filter.ym = 202105;
    filter.period = yanxun::Period{{2021, 1, 5}, {2021, 2, 3}};
    filter.hazard = "火灾&爆炸 50%26";
    filter.region = "";
    filter.mode = "双盲";
    filter.stage = Stage::rectifying;
    filter.grade = "优";
    filter.text = "疏散 演练";
    filter.unit = 7;
    filter.id = 12;
    EXPECT_EQ(parseArgument(argumentOf(filter)), filter);
    EXPECT_EQ(parseArgument("hazard=火灾").hazard, "火灾");
    EXPECT_EQ(parseArgument("ym=202105").ym, 202105);
    EXPECT_EQ(parseArgument("colour=red&&id"), DrillFilter{});
}

} // namespace
} // namespace drills
