// Which sheet, which rows are the header, which column is what.
#include "sdk/import/sample_kind.h"

#include <yanxun/error.h>

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class HeaderTest : public ImportTest {
protected:
    Grid grid(const std::filesystem::path& file, std::size_t sheet = 0) {
        const auto table = TableFile::open(file);
        return Grid::load(*table, sheet);
    }
    ImportMapping mapping(const std::filesystem::path& file) { return importer.findHeader(grid(file), kind); }
    std::size_t chosen(const std::filesystem::path& file, const std::string& sheet = {}) {
        const auto table = TableFile::open(file);
        return importer.chooseSheet(*table, kind, sheet);
    }
};
YANXUN_ON_BOTH_ENGINES(HeaderTest);

TEST_P(HeaderTest, TheHeaderIsFoundBelowTitleRows) {
    const auto found = mapping(csv("2021年走访台账\n填报单位：应急局\n" + std::string(kHeader) + "1,甲,乙,2021-5-3,3,,\n"));
    EXPECT_TRUE(found.fits());
    EXPECT_EQ(found.headerFirst, 3);
    EXPECT_EQ(found.headerLast, 3);
    EXPECT_THAT(found.columns, UnorderedElementsAre(Pair("serial", 0), Pair("name", 1), Pair("unit", 2), Pair("day", 3),
                                                    Pair("people", 4), Pair("score", 5), Pair("note", 6)));
}

TEST_P(HeaderTest, TwoLevelsBecomeOnePath) {
    const auto file = xlsx({{"走访", false,
                             {{"走访台账"}, {"序号", "活动名称", "组织单位", "时间", "人数", "", "备注"}, {"", "", "", "", "参演人数", "观摩人数", ""},
                              {1, "甲", "乙", In::day(44197), 3, 4}},
                             {"A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"}}});
    const auto found = mapping(file);
    EXPECT_EQ(found.headerFirst, 2);
    EXPECT_EQ(found.headerLast, 3);
    EXPECT_THAT(found.headings, ElementsAre("序号", "活动名称", "组织单位", "时间", "人数/参演人数", "人数/观摩人数", "备注"));
    EXPECT_EQ(found.columns.at("people"), 4);
    EXPECT_EQ(found.columns.at("watchers"), 5);
}

TEST_P(HeaderTest, TwoLevelsWithoutMergesAreReadTheSameWay) {
    const auto found = mapping(csv("序号,活动名称,组织单位,时间,人数,,备注\n,,,,参演人数,观摩人数,\n1,甲,乙,2021-5-3,3,4,\n"));
    EXPECT_EQ(found.headerLast, 2);
    EXPECT_THAT(found.headings, ElementsAre("序号", "活动名称", "组织单位", "时间", "人数/参演人数", "人数/观摩人数", "备注"));
}

TEST_P(HeaderTest, UnitsInBracketsLineBreaksAndMarksMakeNoDifference) {
    const auto quoted = mapping(csv("\"活动\n名称*\",组织单位（全称）,时间：,\"参演\n人数（人）\",得 分\n甲,乙,2021-5-3,3,\n"));
    EXPECT_TRUE(quoted.fits());
    EXPECT_EQ(quoted.columns.at("people"), 3);
    EXPECT_EQ(quoted.columns.at("score"), 4);
}

TEST_P(HeaderTest, WordsOfTheBureauComeFromTheFirstFolder) {
    std::filesystem::create_directories(folder.path() / "ledgers");
    writeText(folder.path() / "ledgers" / "sample.visits.xml",
              "<ledger kind=\"sample.visits\"><column id=\"name\"><heading>事项</heading></column>"
              "<column title=\"组织单位\"><heading>牵头科室</heading></column></ledger>");
    const auto found = mapping(csv("事项,牵头科室,演练时间\n甲,乙,2021-5-3\n"));
    EXPECT_THAT(found.columns, UnorderedElementsAre(Pair("name", 0), Pair("unit", 1), Pair("day", 2)));
}

TEST_P(HeaderTest, ADamagedDictionaryIsNamed) {
    std::filesystem::create_directories(folder.path() / "ledgers");
    writeText(folder.path() / "ledgers" / "sample.visits.xml", "<ledger><column");
    EXPECT_THAT(refusal([&] { mapping(csv(kHeader)); }), HasSubstr("sample.visits.xml"));
}

TEST_P(HeaderTest, MissingColumnsAreNamed) {
    const auto file = csv("活动名称,备注\n甲,\n");
    EXPECT_THAT(mapping(file).missing, ElementsAre("组织单位", "时间"));
    EXPECT_THAT(refusal([&] { planOf(file); }), HasSubstr("“组织单位”、“时间”"));
    EXPECT_THAT(refusal([&] { planOf(csv("甲,乙\n1,2\n")); }), HasSubstr("走访台账"));
}

TEST_P(HeaderTest, AMappingThePersonCorrectedIsRememberedByTheHeadings) {
    const auto first = csv("项目,谁,何时\n甲,乙,2021-5-3\n", "a.csv");
    ImportMapping corrected = mapping(first);
    EXPECT_FALSE(corrected.fits());
    EXPECT_EQ(corrected.headerLast, 1);
    EXPECT_THAT(corrected.headings, ElementsAre("项目", "谁", "何时"));
    corrected.columns = {{"name", 0}, {"unit", 1}, {"day", 2}};
    importer.remember(kind, corrected);
    const auto again = mapping(csv("一月\n项目, 谁 ,何时\n丙,丁,2021-5-4\n", "b.csv"));
    EXPECT_TRUE(again.fits());
    EXPECT_EQ(again.headerFirst, 2);
    EXPECT_EQ(again.columns, corrected.columns);
    corrected.columns = {{"name", 1}, {"unit", 0}, {"day", 2}};
    importer.remember(kind, corrected);
    EXPECT_EQ(mapping(first).columns, corrected.columns);
}

TEST_P(HeaderTest, AColumnChosenByHandLeavesTheOneThatHeldIt) {
    const auto file = xlsx({{"走访", false, {{"活动名称", "组织单位", "时间", "去过的日子"}, {"甲", "乙", "2021-1-1", "2021-1-2"}}, {}}});
    const auto found = mapping(file);
    const auto moved = importer.remap(kind, found, "day", 3);
    EXPECT_EQ(moved.columns.at("day"), 3);
    EXPECT_TRUE(moved.fits());
    const auto taken = importer.remap(kind, moved, "unit", 3);
    EXPECT_EQ(taken.columns.at("unit"), 3);
    EXPECT_FALSE(taken.columns.contains("day"));
    EXPECT_FALSE(taken.fits());
    const auto none = importer.remap(kind, found, "day", -1);
    EXPECT_FALSE(none.columns.contains("day"));
    ASSERT_EQ(none.missing.size(), 1u);
    EXPECT_EQ(none.columns.size(), found.columns.size() - 1);
}

TEST_P(HeaderTest, ForeignHeadingsCountAgainstASheet) {
    const std::vector<In> own = {"活动名称", "组织单位", "时间", "参演人数"};
    const auto file = xlsx({{"别的", false, {{"活动名称", "组织单位", "时间", "参演人数", "学时", "授课人", "教材"}, {"甲", "乙", "2021-1-1"}}, {}},
                            {"走访", false, {own, {"甲", "乙", "2021-1-1"}}, {}}});
    EXPECT_EQ(chosen(file), 1u);
    EXPECT_EQ(chosen(file, "别的"), 0u);
    EXPECT_EQ(chosen(file, " 走访"), 1u);
    EXPECT_THAT(refusal([&] { chosen(file, "三月"); }), HasSubstr("“别的”、“走访”"));
}

TEST_P(HeaderTest, TwoSheetsThatFitAlikeAskForTheSheet) {
    const std::vector<In> own = {"活动名称", "组织单位", "时间"}, row = {"甲", "乙", "2021-1-1"};
    const auto file = xlsx({{"一月", false, {own, row}, {}}, {"二月", false, {own, row}, {}}, {"说明", false, {{"如何填写"}}, {}}});
    const auto said = refusal([&] { chosen(file); });
    EXPECT_THAT(said, HasSubstr("--sheet"));
    EXPECT_THAT(said, HasSubstr("“一月”、“二月”"));
    EXPECT_EQ(chosen(file, "二月"), 1u);
}

TEST_P(HeaderTest, HiddenSheetsAndEmptyFormsComeLast) {
    const std::vector<In> own = {"活动名称", "组织单位", "时间"}, more = {"活动名称", "组织单位", "时间", "参演人数", "得分"};
    const std::vector<In> row = {"甲", "乙", "2021-1-1"};
    EXPECT_EQ(chosen(xlsx({{"旧", true, {more, row}, {}}, {"今年", false, {own, row}, {}}})), 1u);
    EXPECT_EQ(chosen(xlsx({{"空表", false, {own}, {}}, {"今年", false, {own, row}, {}}})), 1u);
}

TEST_P(HeaderTest, TheWorkbookToDownloadFitsAndHoldsNoRecord) {
    const auto file = folder.path() / "模板.xlsx";
    writeTemplate(kind.info(), file);
    const auto plan = planOf(file);
    EXPECT_EQ(plan.mapping.columns.size(), kind.info().columns.size());
    EXPECT_EQ(plan.counts.read, 0);
}

} // namespace import_test
