// Years nobody wrote and the order of day and month.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DatesTest : public ImportTest {
protected:
    static std::vector<std::vector<In>> rows(std::vector<In> days, std::vector<std::vector<In>> above = {}) {
        above.push_back({"活动名称", "组织单位", "时间"});
        int n = 0;
        for (auto& day : days) above.push_back({"活动" + std::to_string(++n), "一中", std::move(day)});
        return above;
    }
    static std::vector<std::optional<std::int64_t>> days(const ImportPlan& plan) {
        std::vector<std::optional<std::int64_t>> all;
        for (const auto& row : plan.rows) all.push_back(row.integer("day"));
        return all;
    }
    static std::string inferred(const ImportPlan& plan) { return sentence(plan.notes, "date.year_inferred"); }
};
YANXUN_ON_BOTH_ENGINES(DatesTest);

TEST_P(DatesTest, AllShapesOfDatesAreRead) {
    const auto plan = planOf(xlsx({{"走访", false, rows({In::day(44197), "2021.6.16", "2021年6月16日", "20210616", "２０２１-０６-１６", "2021-5-18 ", "2021/6/16"}), {}}}));
    EXPECT_THAT(days(plan), ElementsAre(20210101, 20210616, 20210616, 20210616, 20210616, 20210518, 20210616));
    EXPECT_THAT(plan.notes, IsEmpty());
}

TEST_P(DatesTest, WorkbooksThatCountFrom1904AreReadSo) {
    const auto file = folder.path() / "mac.xlsx";
    writeWorkbook(file, {{"走访", false, rows({In::day(44197 - 1462)}), {}}}, true);
    EXPECT_THAT(days(planOf(file)), ElementsAre(20210101));
}

TEST_P(DatesTest, TheYearComesFromTheSheetNameFirst) {
    const auto plan = planOf(xlsx({{"2020年", false, rows({"3月2日", "2021-5-3"}, {{"2019年台账"}}), {}}}, "2018年.xlsx"));
    EXPECT_THAT(days(plan), ElementsAre(20200302, 20210503));
    EXPECT_THAT(inferred(plan), HasSubstr("工作表名称“2020年”"));
    EXPECT_EQ(plan.counts.warnings, 3); // one for the column, one for each row's unknown unit
}

TEST_P(DatesTest, ThenFromTheTitleRowsButNotFromTheDayTheFormWasFilledIn) {
    const auto plan = planOf(xlsx({{"走访", false, rows({"3月2日"}, {{"填报日期：2022年1月5日 应急局2021年走访台账"}}), {}}}, "2018年.xlsx"));
    EXPECT_THAT(days(plan), ElementsAre(20210302));
    EXPECT_THAT(inferred(plan), HasSubstr("标题"));
}

TEST_P(DatesTest, ThenFromTheFullDatesWhenAllAreOfOneYear) {
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,3月2日\n乙,一中,2021-5-3\n", "2018年.csv"))), ElementsAre(20210302, 20210503));
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,3月2日\n乙,一中,2021-5-3\n丙,一中,2020-5-3\n", "2018年.csv"))),
                ElementsAre(20180302, 20210503, 20200503));
}

TEST_P(DatesTest, ThenFromTheOtherSheets) {
    const auto plan = planOf(xlsx({{"走访", false, rows({"3月2日"}), {}}, {"视频", false, {{"标题", "发布日期"}, {"甲", In::day(44266)}}, {}}}, "台账.xlsx"));
    EXPECT_THAT(days(plan), ElementsAre(20210302));
}

TEST_P(DatesTest, ThenFromTheFileNameAndLastFromTheOption) {
    ImportOptions options;
    options.year = 2017;
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,3月2日\n", "二〇一八年台账.csv"), options)), ElementsAre(20180302));
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,3月2日\n", "台账.csv"), options)), ElementsAre(20170302));
}

TEST_P(DatesTest, WithoutAnySourceTheRowIsAnError) {
    const auto plan = planOf(csv("活动名称,组织单位,时间\n甲,一中,3月2日\n", "2020-2021学年.csv"));
    EXPECT_THAT(sentence(plan.rows[0].messages, "date.year_missing"), HasSubstr("指定年份"));
    EXPECT_EQ(plan.counts.errors, 1);
}

TEST_P(DatesTest, ALeapDayOfAnotherYearDoesNotExist) {
    const auto plan = planOf(csv("活动名称,组织单位,时间\n甲,一中,2月29日\n", "2021年.csv"));
    EXPECT_THAT(sentence(plan.rows[0].messages, "date.invalid"), HasSubstr("2021 年没有"));
}

TEST_P(DatesTest, TheOrderIsDecidedByTheColumn) {
    const auto plan = planOf(csv("活动名称,组织单位,时间\n甲,一中,5/6/2021\n乙,一中,25/6/2021\n"));
    EXPECT_THAT(days(plan), ElementsAre(20210605, 20210625));
    EXPECT_THAT(sentence(plan.notes, "date.order_inferred"), HasSubstr("日/月/年"));
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,5/6/2021\n乙,一中,6/25/2021\n"))), ElementsAre(20210506, 20210625));
}

TEST_P(DatesTest, ShortYearsAreReadLikeTheRestOfTheColumn) {
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,21/6/16\n乙,一中,2021/3/10\n"))), ElementsAre(20210616, 20210310));
    EXPECT_THAT(days(planOf(csv("活动名称,组织单位,时间\n甲,一中,21/6/16\n乙,一中,21/3/5\n"))), ElementsAre(20210616, 20210305));
    EXPECT_THAT(codes(planOf(csv("活动名称,组织单位,时间\n甲,一中,11/6/10\n")).rows[0].messages), Contains("date.order"));
}

TEST_P(DatesTest, AnUndecidableOrderIsAnErrorUnlessTold) {
    const auto file = csv("活动名称,组织单位,时间\n甲,一中,5/6/2021\n乙,一中,7/7/2021\n");
    const auto plan = planOf(file);
    EXPECT_THAT(codes(plan.rows[0].messages), Contains("date.order"));
    EXPECT_EQ(plan.rows[1].integer("day"), 20210707); // reads the same both ways
    ImportOptions options;
    options.dateOrder = DateOrder::monthDayYear;
    EXPECT_THAT(days(planOf(file, options)), ElementsAre(20210506, 20210707));
    const auto mixed = planOf(csv("活动名称,组织单位,时间\n甲,一中,5/6/2021\n乙,一中,25/6/2021\n丙,一中,6/25/2021\n"));
    EXPECT_EQ(mixed.counts.errors, 1);
}

} // namespace import_test
