#include "core/answer_text.h"
#include "core/scoring.h"
#include "drills_fixture.h"

#include <yanxun/error.h>

#include <random>

namespace drills {
namespace {

constexpr auto scored = ItemState::scored;
constexpr auto na = ItemState::notApplicable;
constexpr auto unseen = ItemState::notObserved;

ScoreItem item(const char* no, ScoreStyle style, std::int64_t full, bool critical = false, bool naAllowed = false) {
    ScoreItem made;
    made.no = no;
    made.text = no;
    made.style = style;
    made.full = full;
    made.critical = critical;
    made.naAllowed = naAllowed;
    if (style == ScoreStyle::level) made.levels = {{"符合", 10000}, {"基本符合", 8000}, {"部分符合", 6000}, {"不符合", 0}};
    return made;
}

/// A 准备 20 · B 实施 60 · C 总结 20, as in the worked example of the scoring rules.
ScoreSheet exampleSheet() {
    ScoreSheet sheet;
    sheet.id = "example";
    sheet.title = "例表";
    sheet.grades = {{"优", 9000}, {"良", 8000}, {"中", 6000}, {"差", 0}};
    sheet.sections = {
        {"准备", "", {item("A1", ScoreStyle::points, 1000), item("A2", ScoreStyle::points, 1000, false, true)}},
        {"实施", "",
         {item("B1", ScoreStyle::level, 2000, true), item("B2", ScoreStyle::points, 2000),
          item("B3", ScoreStyle::points, 2000)}},
        {"总结", "", {item("C1", ScoreStyle::points, 1000), item("C2", ScoreStyle::yesNo, 1000, false, true)}}};
    return sheet;
}

Answers full() {
    return readAnswers(exampleSheet(), "A1=10;A2=10;B1=符合;B2=20;B3=20;C1=10;C2=是");
}

TEST(Scoring, TheWorkedExampleKeepsSectionWeights) {
    const std::vector<std::vector<ItemValue>> values{
        {{1000, scored, 900}, {1000, na, 0}},
        {{2000, scored, 1867}, {2000, scored, 1500}, {2000, scored, 1300}},
        {{1000, scored, 833}, {1000, unseen, 0}}};
    EXPECT_EQ(weightedTotal(values), 8130);
    EXPECT_EQ(coverageOf(values), 8889);
    EXPECT_EQ(gradeOf(exampleSheet().grades, 8130), "良");
}

TEST(Scoring, TheVetoedExampleKeepsItsNumber) {
    const std::vector<std::vector<ItemValue>> values{
        {{1000, scored, 900}, {1000, na, 0}},
        {{2000, scored, 1200}, {2000, scored, 1500}, {2000, scored, 1300}},
        {{1000, scored, 833}, {1000, unseen, 0}}};
    EXPECT_EQ(weightedTotal(values), 7470);
}

TEST(Scoring, RoundsTheTotalHalfUpToATenthAndReadsTheGradeFromIt) {
    EXPECT_EQ(roundTotal(8995), 9000);
    EXPECT_EQ(roundTotal(8994), 8990);
    EXPECT_EQ(roundTotal(5995), 6000);
    const auto grades = exampleSheet().grades;
    EXPECT_EQ(gradeOf(grades, roundTotal(8995)), "优");
    EXPECT_EQ(gradeOf(grades, roundTotal(8994)), "良");
    EXPECT_EQ(gradeOf(grades, roundTotal(5995)), "中");
}

TEST(Scoring, ALevelGivesItsShareRoundedToAHundredth) {
    const ScoreItem odd = item("1", ScoreStyle::level, 350);
    EXPECT_EQ(pointsOf(odd, {scored, "基本符合", false, ""}), 280);
    ScoreItem third = odd;
    third.full = 150;
    third.levels = {{"三分之一", 3333}};
    EXPECT_EQ(pointsOf(third, {scored, "三分之一", false, ""}), 50);
}

TEST(Scoring, PointsComeInHalvesUpToTheItemsOwn) {
    const ScoreItem points = item("1", ScoreStyle::points, 500);
    EXPECT_EQ(parseAnswer(points, "４.５分").given, "4.5分");
    EXPECT_EQ(pointsOf(points, parseAnswer(points, "4.5")), 450);
    EXPECT_THROW(parseAnswer(points, "4.3"), yanxun::Error);
    EXPECT_THROW(parseAnswer(points, "5.5"), yanxun::Error);
    EXPECT_THROW(parseAnswer(points, "-1"), yanxun::Error);
    EXPECT_THROW(parseAnswer(points, "很好"), yanxun::Error);
}

TEST(Scoring, FourSortsOfNoScoreAreFourThings) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["C1"] = parseAnswer(*sheet.item("C1"), "0");
    EXPECT_EQ(score(sheet, answers).total, 9000);
    answers["C1"] = parseAnswer(*sheet.item("C1"), "未观察");
    EXPECT_EQ(score(sheet, answers).total, 10000);
    EXPECT_EQ(score(sheet, answers).coverage, 9000);
    answers["C2"] = {na, "", false, "无此科目"};
    EXPECT_EQ(score(sheet, answers).verdict, Verdict::incomplete) << "a section nobody saw";
    answers.erase("C1");
    EXPECT_EQ(blanks(sheet, answers), std::vector<std::string>{"C1"});
}

TEST(Scoring, NotApplicableNeedsLeaveAndAReason) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["A2"] = {na, "", false, ""};
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
    answers["A2"].reason = "单位无地下车库";
    EXPECT_EQ(score(sheet, answers).total, 10000);
    answers["B1"] = {na, "", false, "没看"};
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
}

TEST(Scoring, WithoutEnoughCoverageThereIsNoNumber) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["B2"] = {unseen, "", false, ""};
    EXPECT_EQ(score(sheet, answers).coverage, 8000);
    EXPECT_TRUE(score(sheet, answers).total);
    answers["A1"] = {unseen, "", false, ""};
    const ScoreResult result = score(sheet, answers);
    EXPECT_EQ(result.verdict, Verdict::incomplete);
    EXPECT_FALSE(result.total);
    EXPECT_EQ(result.grade, "");
}

TEST(Scoring, ACriticalItemNobodySawLeavesTheResultOpen) {
    Answers answers = full();
    answers["B1"] = {unseen, "", false, ""};
    EXPECT_EQ(score(exampleSheet(), answers).verdict, Verdict::incomplete);
}

TEST(Scoring, TooMuchNotApplicableGivesNoGrade) {
    ScoreSheet sheet = exampleSheet();
    for (auto& section : sheet.sections) {
        for (auto& one : section.items) one.naAllowed = !one.critical;
    }
    Answers answers = full();
    for (const char* no : {"B2", "B3"}) answers[no] = {na, "", false, "无此科目"};
    const ScoreResult result = score(sheet, answers);
    EXPECT_EQ(result.verdict, Verdict::unsuitable);
    EXPECT_EQ(result.total, 10000);
    EXPECT_EQ(result.grade, "");
}

TEST(Scoring, AVetoLowersTheGradeAndNeverTheNumber) {
    const ScoreSheet sheet = exampleSheet();
    Answers answers = full();
    answers["B1"] = parseAnswer(*sheet.item("B1"), "不符合");
    const ScoreResult byPoints = score(sheet, answers);
    EXPECT_EQ(byPoints.verdict, Verdict::vetoed);
    EXPECT_EQ(byPoints.total, 8000);
    EXPECT_EQ(byPoints.grade, "差");
    EXPECT_EQ(byPoints.vetoed, std::vector<std::string>{"B1"});

    answers["B1"] = {scored, "基本符合", true, "遗漏一人未被发现"};
    const ScoreResult byTick = score(sheet, answers);
    EXPECT_EQ(byTick.total, 9600);
    EXPECT_EQ(byTick.grade, "差");
    answers["B1"].reason.clear();
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
    answers = full();
    answers["A1"].veto = true;
    answers["A1"].reason = "不该勾";
    EXPECT_THROW(score(sheet, answers), yanxun::Error);
}

TEST(Scoring, AnswersAreReadAsText) {
    const ScoreSheet sheet = exampleSheet();
    const Answers answers = readAnswers(sheet, "# 甲组\nA1 = 9.5\n\nA2=不适用|无地下车库;B1=符合!|断电\nC2=否");
    EXPECT_EQ(answers.at("A1").given, "9.5");
    EXPECT_EQ(answers.at("A2").state, na);
    EXPECT_EQ(answers.at("A2").reason, "无地下车库");
    EXPECT_TRUE(answers.at("B1").veto);
    EXPECT_THROW(readAnswers(sheet, "A9=5"), yanxun::Error);
    EXPECT_THROW(readAnswers(sheet, "A1 5"), yanxun::Error);
    EXPECT_THROW(readAnswers(sheet, "A1=5;A1=6"), yanxun::Error);
}

/// Random sheets and answers; the properties hold for each.
TEST(Scoring, StaysInBoundsAndNotApplicableMovesNothingElse) {
    std::mt19937 chance(20210503);
    const auto below = [&](int limit) { return int(chance() % unsigned(limit)); };
    for (int round = 0; round < 10'000; ++round) {
        ScoreSheet sheet = exampleSheet();
        sheet.coverageMin = 0;
        sheet.naMax = 10000;
        Answers answers;
        for (auto& section : sheet.sections) {
            for (auto& one : section.items) {
                one.naAllowed = !one.critical;
                ItemAnswer& answer = answers[one.no];
                answer.reason = "理由";
                const int luck = below(10);
                answer.state = luck == 0 ? unseen : luck == 1 && one.naAllowed ? na : scored;
                if (answer.state != scored) continue;
                if (one.style == ScoreStyle::yesNo) answer.given = below(2) ? "是" : "否";
                if (one.style == ScoreStyle::level) answer.given = one.levels[std::size_t(below(4))].name;
                if (one.style == ScoreStyle::points) answer.given = std::to_string(below(int(one.full / 100) + 1));
            }
        }
        const ScoreResult before = score(sheet, answers);
        if (before.total) {
            EXPECT_GE(*before.total, 0);
            EXPECT_LE(*before.total, 10000);
            EXPECT_EQ(*before.total % 10, 0);
        }
        EXPECT_GE(before.coverage, 0);
        EXPECT_LE(before.coverage, 10000);
        Answers fewer = answers;
        fewer["A1"] = {na, "", false, "理由"};
        const ScoreResult after = score(sheet, fewer);
        for (std::size_t i = 1; i < after.items.size(); ++i) ASSERT_EQ(after.items[i].points, before.items[i].points);
    }
}

} // namespace
} // namespace drills
