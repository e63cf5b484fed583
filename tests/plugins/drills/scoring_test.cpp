#include "core/answer_text.h"
#include "core/written_measure.h"
#include "scoring_fixture.h"

#include <yanxun/error.h>

#include <gtest/gtest.h>

namespace drills::testing {
namespace {

Answers full() { return readAnswers(exampleSheet(), "A1=10;A2=10;B1=符合;B2=100;B3=20;C1=10;C2=10"); }

TEST(Scoring, TheWorkedExampleKeepsSectionWeights) {
    const ScoreResult result = score(exampleSheet(), examplePanel());
    EXPECT_EQ(of(result, "A1").points, 900);
    EXPECT_EQ(of(result, "A2").state, ItemState::notApplicable);
    EXPECT_EQ(of(result, "B1").points, 1867);
    EXPECT_EQ(of(result, "B1").veto, VetoState::none);
    EXPECT_EQ(of(result, "B2").points, 1500);
    EXPECT_EQ(of(result, "B3").points, 1300);
    EXPECT_EQ(of(result, "C1").points, 833);
    EXPECT_EQ(of(result, "C2").state, ItemState::notObserved);
    EXPECT_EQ(result.total, 8130);
    EXPECT_EQ(result.grade, "良");
    EXPECT_EQ(result.coverage, 8889);
    EXPECT_EQ(result.verdict, Verdict::graded);
    EXPECT_TRUE(result.disputed.empty());
}

TEST(Scoring, TheWorkedExamplePooledIsAnotherNumber) {
    Panel panel = examplePanel();
    panel.totalMode = TotalMode::pooled;
    const ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(result.total, 8000);
    EXPECT_EQ(result.grade, "良");
}

TEST(Scoring, AVetoOfOneWaitsAndTheLeaderDecides) {
    Panel panel = examplePanel();
    panel.evaluators[1].answers["B1"] = given("不符合");
    ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(of(result, "B1").points, 1200);
    EXPECT_EQ(result.veto, VetoState::pending);
    EXPECT_EQ(result.verdict, Verdict::pending);
    EXPECT_EQ(result.total, 7470);
    EXPECT_EQ(result.grade, "");
    EXPECT_EQ(result.disputed, std::vector<std::string>{"B1"}) << "split, and far apart";

    ItemRuling& ruling = panel.rulings["B1"];
    ruling.veto = VetoDecision::confirmed;
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error) << "a reason and evidence";
    ruling.vetoReason = "一名学生遗留在卫生间";
    ruling.vetoEvidence = "清点表";
    result = score(exampleSheet(), panel);
    EXPECT_EQ(result.veto, VetoState::confirmed);
    EXPECT_EQ(result.total, 7470) << "the number is never quietly changed";
    EXPECT_EQ(result.gradeComputed, "中");
    EXPECT_EQ(result.grade, "差");

    ruling.veto = VetoDecision::overturned;
    result = score(exampleSheet(), panel);
    EXPECT_EQ(result.veto, VetoState::overturned);
    EXPECT_EQ(result.grade, "中");
}

TEST(Scoring, HalfOfThoseWhoSawItConfirmAVeto) {
    Panel panel = examplePanel();
    panel.evaluators[1].answers["B1"] = given("不符合");
    panel.evaluators[2].answers["B1"] = unseen();
    EXPECT_EQ(score(exampleSheet(), panel).veto, VetoState::confirmed);
}

TEST(Scoring, DisagreementStandsOnTheListUntilItIsSettled) {
    Panel panel = examplePanel();
    EXPECT_EQ(of(score(exampleSheet(), panel), "B3").spread, 3000);
    panel.evaluators[2].answers["B3"] = given("4");
    ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(of(result, "B3").spread, 6000);
    EXPECT_EQ(result.disputed, std::vector<std::string>{"B3"});

    ItemRuling& ruling = panel.rulings["B3"];
    ruling.settlement = Settlement::kept;
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error) << "a reason";
    ruling.settledReason = "看的位置不同";
    result = score(exampleSheet(), panel);
    EXPECT_TRUE(result.disputed.empty());
    EXPECT_EQ(of(result, "B3").points, 1000);
    ruling.settlement = Settlement::value;
    ruling.settledPoints = 1200;
    EXPECT_EQ(of(score(exampleSheet(), panel), "B3").points, 1200);
    ruling.settledPoints = 2100;
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error);
}

TEST(Scoring, ExactlyFortyPerCentApartIsADisagreement) {
    Panel panel = examplePanel();
    panel.evaluators[0].answers["B3"] = given("18");
    EXPECT_EQ(score(exampleSheet(), panel).disputed, std::vector<std::string>{"B3"});
    panel.evaluators[0].answers["B3"] = given("17.5");
    EXPECT_TRUE(score(exampleSheet(), panel).disputed.empty());
}

TEST(Scoring, SomeSayingNotApplicableIsScoredAndDisputed) {
    Panel panel = examplePanel();
    panel.evaluators[0].answers["A2"] = given("7");
    const ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(of(result, "A2").points, 700);
    EXPECT_EQ(result.disputed, std::vector<std::string>{"A2"});
    panel.rulings["A2"].settlement = Settlement::notApplicable;
    panel.rulings["A2"].settledReason = "确无地下车库";
    const ScoreResult settled = score(exampleSheet(), panel);
    EXPECT_EQ(of(settled, "A2").state, ItemState::notApplicable);
    EXPECT_EQ(settled.total, 8130);
}

TEST(Scoring, FiveVotesTrimmedMeanAndMedian) {
    const std::vector<Vote> votes{{2000}, {1800}, {1700}, {1600}, {800}};
    EXPECT_EQ(aggregated(votes, Aggregate::mean), 1580);
    EXPECT_EQ(aggregated(votes, Aggregate::trimmed), 1700);
    EXPECT_EQ(aggregated(votes, Aggregate::median), 1700);
    EXPECT_EQ(aggregated(votes, Aggregate::automatic), 1700);
    const std::vector<Vote> four{{2000}, {1800}, {1700}, {800}};
    EXPECT_EQ(aggregated(four, Aggregate::trimmed), 1575);
    EXPECT_EQ(aggregated(four, Aggregate::median), 1750);
    EXPECT_EQ(aggregated({{1000, 120}, {400, 100}}, Aggregate::weighted), 727);
}

TEST(Scoring, TheTotalIsRoundedHalfUpToATenthAndTheGradeReadFromIt) {
    const auto total = [](std::int64_t points) { return *totalOf({{"全", 10000, 10000, 10000, points}}, TotalMode::sections, 0); };
    const auto grades = exampleSheet().grades;
    EXPECT_EQ(total(8995), 9000);
    EXPECT_EQ(gradeOf(grades, total(8995)), "优");
    EXPECT_EQ(total(8994), 8990);
    EXPECT_EQ(gradeOf(grades, total(8994)), "良");
    EXPECT_EQ(total(5995), 6000);
    EXPECT_EQ(gradeOf(grades, total(5995)), "中");
}

TEST(Scoring, ExtraPointsAreCappedAndTheTotalStaysInBounds) {
    const auto total = [](std::int64_t extra) { return *totalOf({{"全", 10000, 10000, 10000, 9800}}, TotalMode::sections, extra); };
    EXPECT_EQ(total(300), 10000);
    EXPECT_EQ(total(-1500), 8800);
    EXPECT_EQ(*totalOf({{"全", 10000, 10000, 10000, 300}}, TotalMode::sections, -900), 0);
}

TEST(Scoring, ADrillsOwnVetoNeedsTheLeader) {
    Panel panel = examplePanel();
    panel.drillVetoes = {{"3", VetoDecision::none, "两人代签", ""}};
    EXPECT_EQ(score(exampleSheet(), panel).verdict, Verdict::pending);
    panel.drillVetoes[0].decision = VetoDecision::confirmed;
    const ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(result.grade, "差");
    EXPECT_EQ(result.total, 8130);
    EXPECT_EQ(result.vetoed, std::vector<std::string>{"D3"});
    panel.drillVetoes[0].code = "9";
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error);
}

TEST(Scoring, ACapHoldsTheGradeAndAZeroedSectionTheNumber) {
    ScoreSheet sheet = exampleSheet();
    sheet.vetoEffect = VetoEffect::cap;
    Answers answers = full();
    answers["B1"] = {ItemState::scored, "符合", true, "遗漏一人"};
    ScoreResult result = score(sheet, answers);
    EXPECT_EQ(result.total, 10000);
    EXPECT_EQ(result.grade, "中");
    EXPECT_EQ(cappedGrade(sheet, "差"), "差") << "never raised";
    sheet.vetoEffect = VetoEffect::zeroSection;
    result = score(sheet, answers);
    EXPECT_EQ(result.total, 4000);
    EXPECT_EQ(result.grade, "差");
}

TEST(Scoring, FourSortsOfNoScoreAreFourThings) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["C1"] = given("0");
    EXPECT_EQ(score(sheet, answers).total, 9000);
    answers["C1"] = unseen();
    EXPECT_EQ(score(sheet, answers).total, 10000);
    EXPECT_EQ(score(sheet, answers).coverage, 9000);
    answers["C2"] = notApplicable("无此科目");
    EXPECT_EQ(score(sheet, answers).verdict, Verdict::incomplete) << "a section nobody saw";
    answers.erase("C1");
    const Panel panel = soloPanel(sheet, "甲", answers);
    EXPECT_EQ(blanks(sheet, panel, panel.evaluators.front()), std::vector<std::string>{"C1"});
}

TEST(Scoring, NotApplicableNeedsLeaveAndAReason) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["A2"] = notApplicable("");
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
    answers["A2"].reason = "单位无地下车库";
    EXPECT_EQ(score(sheet, answers).total, 10000);
    answers["B1"] = notApplicable("没看");
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
}

TEST(Scoring, AStarIsNotApplicableOnlyByTailoringBeforeTheDrill) {
    ScoreSheet sheet = exampleSheet();
    sheet.sections[1].items[0].naAllowed = true;
    Answers answers = full();
    answers["B1"] = notApplicable("无此科目");
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
    answers.erase("B1");
    Panel panel = soloPanel(sheet, "甲", answers);
    panel.rulings["B1"].tailored = true;
    EXPECT_THROW(score(sheet, panel), yanxun::Error) << "approver and reason";
    panel.rulings["B1"].tailoredReason = "无地下空间";
    panel.rulings["B1"].tailoredBy = "组长";
    EXPECT_EQ(score(sheet, panel).total, 10000);
}

TEST(Scoring, WithoutEnoughCoverageThereIsNoNumber) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["B2"] = unseen();
    EXPECT_EQ(score(sheet, answers).coverage, 8000);
    EXPECT_TRUE(score(sheet, answers).total);
    answers["A1"] = unseen();
    const ScoreResult result = score(sheet, answers);
    EXPECT_EQ(result.verdict, Verdict::incomplete);
    EXPECT_FALSE(result.total);
    EXPECT_EQ(result.grade, "");
}

TEST(Scoring, ACriticalItemNobodySawLeavesTheResultOpen) {
    Answers answers = full();
    answers["B1"] = unseen();
    EXPECT_EQ(score(exampleSheet(), answers).verdict, Verdict::incomplete);
}

TEST(Scoring, TooMuchNotApplicableGivesNoGrade) {
    ScoreSheet sheet = exampleSheet();
    for (auto& section : sheet.sections) {
        for (auto& one : section.items) one.naAllowed = one.critical == Critical::none;
    }
    Answers answers = full();
    for (const char* no : {"B2", "B3"}) answers[no] = notApplicable("无此科目");
    const ScoreResult result = score(sheet, answers);
    EXPECT_EQ(result.verdict, Verdict::unsuitable);
    EXPECT_EQ(result.total, 10000);
    EXPECT_EQ(result.grade, "");
}

TEST(Scoring, AMissingSheetIsNeitherZeroNorAnAverage) {
    Panel panel = examplePanel();
    panel.evaluators[2].state = SheetState::open;
    const ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(result.expected, 3);
    EXPECT_EQ(result.submitted, 2);
    EXPECT_EQ(of(result, "A1").points, 850);
    EXPECT_EQ(result.verdict, Verdict::graded);
    EXPECT_EQ(result.notes.front(), "应评 3 人，实评 2 人。");
    panel.combined = true;
    EXPECT_EQ(score(exampleSheet(), panel).verdict, Verdict::incomplete) << "综合 drills want three";
}

TEST(Scoring, SelfAndExcludedEvaluatorsStandBeside) {
    Panel panel = examplePanel();
    const auto before = score(exampleSheet(), panel).total;
    Answers own = full();
    own.erase("B2"); // measured for everybody
    Evaluator self = evaluator("自", own);
    self.role = EvaluatorRole::self;
    panel.evaluators.push_back(self);
    EXPECT_EQ(score(exampleSheet(), panel).total, before);
    panel.evaluators[0].conflict = true;
    EXPECT_EQ(score(exampleSheet(), panel).total, before) << "only said";
    panel.excludesConflicts = true;
    const ScoreResult result = score(exampleSheet(), panel);
    EXPECT_EQ(of(result, "A1").points, 900);
    EXPECT_EQ(result.expected, 2);
}

TEST(Scoring, AnEvaluatorAnswersForHisPartOnly) {
    Panel panel = examplePanel();
    panel.evaluators[0].scope = {"准备", "B1"};
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error) << "B3 is not his";
    panel.evaluators[0].answers = {{"A1", given("9")}, {"A2", notApplicable()}, {"B1", given("符合")}};
    EXPECT_TRUE(blanks(exampleSheet(), panel, panel.evaluators[0]).empty());
    EXPECT_EQ(of(score(exampleSheet(), panel), "C1").scored, 2);
    panel.evaluators[0].scope = {"不存在"};
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error);
}

TEST(Scoring, AMeasuredTimeIsOverriddenOnlyWithAReason) {
    Panel panel = examplePanel();
    panel.evaluators[0].answers["B2"] = given("100");
    EXPECT_THROW(score(exampleSheet(), panel), yanxun::Error);
    panel.evaluators[0].answers["B2"].reason = "秒表按晚了 50 秒";
    EXPECT_EQ(of(score(exampleSheet(), panel), "B2").points, 1667);
}

TEST(Scoring, EachOfTheSevenStylesGivesItsPoints) {
    using enum ScoreStyle;
    EXPECT_EQ(pointsOf(item("1", yesNo, 300), given("是")), 300);
    EXPECT_EQ(pointsOf(item("1", level, 350), given("基本符合")), 280);
    EXPECT_EQ(pointsOf(item("1", points, 500), given("4.5")), 450);
    EXPECT_EQ(pointsOf(item("1", deduct, 400), given("1×2 应急灯不亮 + 0.5 缺照片")), 150);
    EXPECT_EQ(pointsOf(item("1", deduct, 400), given("3×2 锁闭")), 0);
    EXPECT_EQ(pointsOf(item("1", time, 800), given("150")), 600) << "150 of 120 … 240 is three quarters";
    EXPECT_EQ(pointsOf(item("1", time, 800), given("2分30秒")), 600);
    EXPECT_EQ(pointsOf(item("1", time, 800), given("120")), 800);
    EXPECT_EQ(pointsOf(item("1", time, 800), given("4:00")), 0);
    EXPECT_EQ(pointsOf(item("1", ratio, 600), given("488/500")), 312);
    EXPECT_EQ(pointsOf(item("1", ratio, 600), given("95%")), 0);
    EXPECT_EQ(pointsOf(item("1", ratio, 600), given("520/500")), 600);
    EXPECT_EQ(pointsOf(item("1", text, 0), given("很有序")), 0);
}

TEST(Scoring, APlansTargetMustBeToldFirst) {
    ScoreItem timed = item("3.2", ScoreStyle::time, 800);
    timed.planTarget = true;
    EXPECT_THROW(pointsOf(timed, given("150")), yanxun::Error);
    EXPECT_EQ(pointsOf(timed, given("150"), 120'000), 600);
    timed.planTarget = false;
    timed.steps = {{120'000, 800}, {180'000, 500}};
    EXPECT_EQ(pointsOf(timed, given("121")), 500);
    EXPECT_EQ(pointsOf(timed, given("181")), 0);
}

TEST(Scoring, RefusesWhatDoesNotFitTheItem) {
    using enum ScoreStyle;
    for (const char* wrong : {"4.3", "5.5", "-1", "很好"}) EXPECT_THROW(parseAnswer(item("1", points, 500), wrong), yanxun::Error);
    EXPECT_THROW(parseAnswer(item("1", time, 500), "很快"), yanxun::Error);
    EXPECT_THROW(parseAnswer(item("1", ratio, 500), "5/0"), yanxun::Error);
    EXPECT_THROW(parseAnswer(item("1", deduct, 500), "灯不亮"), yanxun::Error);
    EXPECT_THROW(parseAnswer(item("1", level, 500), "优"), yanxun::Error);
    EXPECT_EQ(parseAnswer(item("1", points, 500), "４.５分").given, "4.5分");
}

TEST(Scoring, DeductionsKeepTheirNotes) {
    const auto lines = parseDeductions("1×2 灯+牌不亮 + 0.5 缺照片");
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 2u);
    EXPECT_EQ((*lines)[0].note, "灯+牌不亮");
    EXPECT_EQ((*lines)[0].times, 2);
    EXPECT_EQ((*lines)[1].points, 50);
}

TEST(Scoring, ATickedStarTriggersAndDeductedToNothingDoesNot) {
    ScoreSheet sheet = exampleSheet();
    sheet.sections[1].items[2] = item("B3", ScoreStyle::deduct, 2000, Critical::veto);
    Answers answers = full();
    answers["B3"] = given("1×20 标志");
    EXPECT_EQ(score(sheet, answers).veto, VetoState::none) << "four small defects are not a locked exit";
    answers["B3"].veto = true;
    EXPECT_THROW(score(sheet, answers), yanxun::Error) << "a tick needs its facts";
    answers["B3"].reason = "安全出口锁闭";
    EXPECT_EQ(score(sheet, answers).grade, "差");
}

TEST(Scoring, AnswersAreReadAsText) {
    const ScoreSheet sheet = exampleSheet();
    const Answers answers = readAnswers(sheet, "# 甲组\nA1 = 9.5\n\nA2=不适用|无地下车库;B1=符合!|断电\nC2=2");
    EXPECT_EQ(answers.at("A1").given, "9.5");
    EXPECT_EQ(answers.at("A2").state, ItemState::notApplicable);
    EXPECT_EQ(answers.at("A2").reason, "无地下车库");
    EXPECT_TRUE(answers.at("B1").veto);
    EXPECT_THROW(readAnswers(sheet, "A9=5"), yanxun::Error);
    EXPECT_THROW(readAnswers(sheet, "A1 5"), yanxun::Error);
    EXPECT_THROW(readAnswers(sheet, "A1=5;A1=6"), yanxun::Error);
}

} // namespace
} // namespace drills::testing
