// Each wrong cell gets a sentence, all of a row at once, and stops nobody else.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class BadRowsTest : public ImportTest {
protected:
    const ImportRow& row(const std::filesystem::path& file) {
        plan_ = planOf(file);
        return plan_.rows.at(0);
    }
    ImportPlan plan_;
};
YANXUN_ON_BOTH_ENGINES(BadRowsTest);

TEST_P(BadRowsTest, AllErrorsOfARowAreCollected) {
    const auto& bad = row(csv("活动名称,组织单位,时间,参演人数,得分,是否公开\n不可,,2021年2月30日,很多人,优秀,也许\n"));
    EXPECT_THAT(codes(bad.messages), ElementsAre("required", "date.invalid", "count.invalid", "number.invalid", "flag.invalid", "name.refused"));
    EXPECT_EQ(bad.action, ImportAction::error);
    EXPECT_THAT(sentence(bad.messages, "date.invalid"), HasSubstr("“2021年2月30日”"));
    EXPECT_THAT(sentence(bad.messages, "required"), HasSubstr("“组织单位”"));
}

TEST_P(BadRowsTest, WhatThePlannerSaysOfAWrongCellAgainIsDropped) {
    EXPECT_THAT(codes(row(csv(std::string(kHeader) + "1,,一中,2021-5-3,1,,\n")).messages), ElementsAre("required"));
}

TEST_P(BadRowsTest, NumbersBelowZeroAreRefused) {
    EXPECT_THAT(codes(row(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,-5,,\n")).messages), Contains("count.negative"));
}

TEST_P(BadRowsTest, ACodeKeptAsANumberHasLostItsEnd) {
    const auto& bad = row(xlsx({{"走访", false, {{"活动名称", "组织单位", "时间", "信用代码"}, {"消防", "一中", "2021-5-3", 9.1410200123456789e17}}, {}}}));
    EXPECT_THAT(sentence(bad.messages, "digits.lost"), HasSubstr("末位已丢失"));
    EXPECT_EQ(bad.action, ImportAction::error);
}

TEST_P(BadRowsTest, ACodeThatWentThroughANumberIsRepairedWithAWarning) {
    const auto& repaired = row(csv("活动名称,组织单位,时间,信用代码\n消防,一中,2021-5-3,1001.0\n"));
    EXPECT_EQ(repaired.text("code"), "1001");
    EXPECT_EQ(repaired.action, ImportAction::create);
    EXPECT_THAT(codes(repaired.messages), Contains("code.float"));
}

TEST_P(BadRowsTest, LeadingZerosOfTextStay) {
    EXPECT_EQ(row(csv("活动名称,组织单位,时间,信用代码\n消防,一中,2021-5-3,00123\n")).text("code"), "00123");
}

TEST_P(BadRowsTest, AFormulaWithoutItsResultSaysWhatToDo) {
    const auto file = xlsx({{"走访", false,
                             {{"活动名称", "组织单位", "时间", "参演人数"},
                              {"消防", "一中", "2021-5-3", In::uncached("1+1")},
                              {"防汛", "一中", "2021-5-3", In::formula("1+1", "2")}},
                             {}}});
    const auto plan = planOf(file);
    EXPECT_THAT(sentence(rowAt(plan, 2).messages, "formula.uncached"), HasSubstr("打开并另存"));
    EXPECT_EQ(rowAt(plan, 3).integer("people"), 2);
}

TEST_P(BadRowsTest, ARunningNumberStopsNoRow) {
    const auto file = xlsx({{"走访", false, {{"序号", "活动名称", "组织单位", "时间"}, {In::uncached("ROW()-1"), "消防", "一中", "2021-5-3"}}, {}}});
    EXPECT_EQ(row(file).action, ImportAction::create);
}

TEST_P(BadRowsTest, OneWrongRowDoesNotStopTheOthers) {
    std::string text = kHeader;
    for (int n = 1; n <= 300; ++n) text += std::to_string(n) + ",消防" + std::to_string(n) + ",一中," + (n == 150 || n == 299 ? "昨天" : "2021-5-3") + ",1,,\n";
    const auto plan = planOf(csv(text));
    EXPECT_EQ(plan.counts.errors, 2); // the 299th is looked at as well as the first hundred
    EXPECT_EQ(plan.counts.created, 298);
    EXPECT_THAT(rowAt(plan, 300).messages, Not(::testing::IsEmpty()));
}

TEST_P(BadRowsTest, AWrongRowIsNoEarlierOne) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,坏,,\n2,消防,一中,2021-5-3,2,,\n"));
    EXPECT_EQ(rowAt(plan, 2).action, ImportAction::error);
    EXPECT_EQ(rowAt(plan, 3).action, ImportAction::create);
}

} // namespace import_test
