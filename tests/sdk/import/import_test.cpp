// Rows on their way in: what is a record, what is not, and what its cells say.
#include "sdk/import/sample_kind.h"

#include <yanxun/text.h>

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RowsTest : public ImportTest {};
YANXUN_ON_BOTH_ENGINES(RowsTest);

TEST_P(RowsTest, ALedgerComesInAndTheCountsAddUp) {
    const auto result = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,120人,85.3分,好\n2,防汛,二中,2021.6.16,约300人,,\n3,地震,,2021-6-1,5,,\n"));
    EXPECT_EQ(result.counts.read, 3);
    EXPECT_EQ(result.counts.created, 2);
    EXPECT_EQ(result.counts.errors, 1);
    EXPECT_EQ(result.counts.read, result.counts.created + result.counts.updated + result.counts.skipped + result.counts.errors);
    EXPECT_GT(result.batch, 0);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|120|8530|好", "防汛|二中|20210616|300||"));
    EXPECT_EQ(kind.begun, 1);
    EXPECT_EQ(kind.ended, 1);
}

TEST_P(RowsTest, TextFilesOfOldProgramsAreRead) {
    import(csv(text::toGb18030(std::string(kHeader) + "1,消防,一中,2021-5-3,120人,,\n")));
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|120||"));
}

TEST_P(RowsTest, EstimatedNumbersKeepThatTheyAre) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,1.8万余,,\n"));
    EXPECT_EQ(plan.rows[0].integer("people"), 18000);
    EXPECT_TRUE(plan.rows[0].cell("people").estimated);
    EXPECT_EQ(plan.rows[0].cell("people").raw, "1.8万余");
}

TEST_P(RowsTest, BlankRowsAreNoRecordsAndNumbersStayAsThePersonSeesThem) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,1,,\n,,,,,,\n2,,,,,,\n\n3,防汛,二中,坏,1,,\n"));
    EXPECT_EQ(plan.counts.read, 2);
    EXPECT_EQ(plan.rows[1].number, 6);
    EXPECT_TRUE(plan.rows[1].failed());
}

TEST_P(RowsTest, ACellFarBelowIsToldAndNotRead) {
    std::vector<std::vector<In>> rows = {{"活动名称", "组织单位", "时间"}, {"消防", "一中", "2021-5-3"}};
    rows.resize(2000);
    rows.push_back({"碎屑"});
    const auto plan = planOf(xlsx({{"走访", false, rows, {}}}));
    EXPECT_EQ(plan.counts.read, 1);
    EXPECT_THAT(sentence(plan.notes, "rows.stray"), HasSubstr("第 2001 行"));
}

TEST_P(RowsTest, PicturesAreToldAndLeftWhereTheyAre) {
    Sheet sheet{"走访", false, {{"活动名称", "组织单位", "时间"}, {"消防", "一中", "2021-5-3"}, {"防汛", "二中", "2021-5-4"}}, {}, {3, 2}};
    const auto file = xlsx({{"说明", false, {{"如何填写"}}, {}, {1}}, sheet});
    const auto plan = planOf(file);
    EXPECT_EQ(plan.counts.created, 2);
    EXPECT_THAT(sentence(plan.notes, "pictures.left"), HasSubstr("2 张图片（最上面的在第 2 行）"));
    sheet.pictures.clear();
    EXPECT_EQ(sentence(planOf(xlsx({sheet})).notes, "pictures.left"), "");
}

TEST_P(RowsTest, NotesExamplesAndRepeatedHeadingsAreNoRecords) {
    const auto plan = planOf(csv(std::string(kHeader) + "示例,消防演练,一中,2021-5-3,120,,\n1,消防,一中,2021-5-3,1,,\n" + kHeader +
                                 "2,防汛,二中,2021-5-4,1,,\n注：人数以签到表为准。\n2、时间填开始的那一天。\n填报人：张某,,,审核人：李某,,,\n"));
    EXPECT_EQ(plan.counts.read, 2);
    EXPECT_EQ(plan.counts.errors, 0);
    EXPECT_THAT(plan.passedOver, ElementsAre(2, 4, 6, 7, 8));
}

TEST_P(RowsTest, ARowOfColumnNumbersBelowTheHeaderIsNoRecord) {
    const auto plan = planOf(csv(std::string(kHeader) + "甲,乙,丙,1,2,3,4\n1,消防,一中,2021-5-3,1,,\n"));
    EXPECT_EQ(plan.counts.read, 1);
    EXPECT_EQ(plan.counts.errors, 0);
}

TEST_P(RowsTest, MergedBodyCellsAreFilledDownVisiblyWhereTheColumnAllows) {
    const auto plan = planOf(xlsx({{"走访", false,
                                    {{"活动名称", "组织单位", "时间", "乡镇", "灾种", "所属乡镇（街道）"},
                                     {"消防", "一中", "2021-5-3", "", "火灾", "城西街道"},
                                     {"防汛", "", "2021-5-4"},
                                     {"地震", "三中", "2021-5-5"}},
                                    {"B2:B3", "E2:E4", "F2:F4"}}}));
    EXPECT_EQ(plan.counts.created, 3);
    EXPECT_FALSE(plan.rows[0].cell("unit").filledDown);
    EXPECT_EQ(plan.rows[1].text("unit"), "一中");
    EXPECT_TRUE(plan.rows[1].cell("unit").filledDown);
    EXPECT_EQ(plan.rows[2].text("town"), "城西街道");
    EXPECT_EQ(plan.rows[1].text("hazard"), ""); // that column says no
}

TEST_P(RowsTest, FullWidthAndInvisibleCharactersMakeNoOtherRecord) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,２０２１-０５-０３,２９,,\n2, 消防\u200b ,\u3000一中,2021-5-3,29,,\n"));
    EXPECT_EQ(plan.rows[0].integer("people"), 29);
    EXPECT_EQ(plan.rows[1].doubleOf, 2);
}

TEST_P(RowsTest, DashesAndNoneStandForBlank) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,无,—,/\n"));
    EXPECT_EQ(plan.counts.created, 1);
    EXPECT_THAT(plan.rows[0].messages, ElementsAre(::testing::Field(&ImportMessage::code, "unit.unknown")));
    EXPECT_TRUE(plan.rows[0].cell("people").value.isNull());
    EXPECT_TRUE(plan.rows[0].cell("note").value.isNull());
}

TEST_P(RowsTest, ManyRowsArePlannedAndWritten) {
    std::string text = kHeader;
    for (int row = 1; row <= 20'000; ++row) {
        text += std::to_string(row) + ",消防" + std::to_string(row) + ",一中,2021-5-3," + std::to_string(row % 100) + ",,\n";
        if (row % 10 == 0) text += ",本页小计,,,,,\n";
    }
    const auto result = import(csv(text));
    EXPECT_EQ(result.counts.created, 20'000);
    EXPECT_EQ(count("sample_visit"), 20'000);
    EXPECT_EQ(importer.undo(kind, result.batch).removed, 20'001);
    EXPECT_EQ(count("sample_visit"), 0);
}

TEST_P(RowsTest, AFixInThePreviewDecidesAllRowsAnew) {
    ImportPlan plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-2-30,1,,\n2,消防,一中,2021-5-3,2,,\n"));
    EXPECT_EQ(plan.counts.errors, 1);
    importer.fix(kind, plan, 2, "day", "2021年5月3日");
    EXPECT_EQ(plan.counts.errors, 0);
    EXPECT_EQ(plan.counts.created, 1);
    EXPECT_EQ(rowAt(plan, 3).doubleOf, 2); // the next row has become its double
    importer.fix(kind, plan, 3, "name", "防汛");
    importer.fix(kind, plan, 3, "town", "城西街道"); // a column the sheet lacks
    EXPECT_EQ(rowAt(plan, 3).text("town"), "城西街道");
    EXPECT_EQ(importer.commit(kind, plan).counts.created, 2);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|1||", "防汛|一中|20210503|2||"));
    EXPECT_FALSE(refusal<NotFound>([&] { importer.fix(kind, plan, 99, "day", "x"); }).empty());
    EXPECT_FALSE(refusal<NotFound>([&] { importer.fix(kind, plan, 2, "nothing", "x"); }).empty());
}

TEST_P(RowsTest, KeysAreToldOnceForEveryRow) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,1,,\n2,消防,一中,2021-5-3,2,,\n3,消防,一中,2021-5-3,3,,\n"));
    EXPECT_EQ(plan.counts.created, 1);
    EXPECT_EQ(plan.counts.skipped, 2);
    EXPECT_EQ(rowAt(plan, 4).doubleOf, 2);
    EXPECT_THAT(sentence(rowAt(plan, 3).messages, "row.double"), HasSubstr("第 2 行"));
    EXPECT_THAT(plan.rows[0].changes, IsEmpty());
}

} // namespace import_test
