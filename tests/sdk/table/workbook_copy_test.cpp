#include "sdk/table/table_files.h"
#include "table/workbook_copy.h"

#include <yanxun/error.h>

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::ElementsAre;

namespace {

std::vector<std::string> copied(const Folder& folder, const std::filesystem::path& from) {
    const auto to = folder / "copy";
    copyWithColumns(from, 0, {"导入结果", "错误原因"}, 1, {{2, {"错误", "写的是“<甲> & 乙”😀"}}}, to, Progress::none());
    return shown(to);
}

const auto result = ElementsAre("1: 名称|导入结果|错误原因", "2: 丙|错误|写的是“<甲> & 乙”😀");

std::filesystem::path sheetText(const Folder& folder, const std::string& declaration) {
    Parts parts = RawWorkbook{}.parts();
    for (auto& [name, content] : parts) {
        if (name != "xl/worksheets/sheet1.xml") continue;
        content = declaration + "<worksheet><sheetData><row><c t=\"str\"><v>&#21517;&#31216;</v></c></row><row><c t=\"str\"><v>&#19993;</v></c></row></sheetData></worksheet>";
    }
    return zip(folder / "a.xlsx", parts);
}

TEST(WorkbookCopyTest, EncodingsOfASheetAreKept) {
    const Folder folder;
    for (const char* declaration : {"", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
                                    "<?xml version=\"1.0\" encoding='utf-8'?>", "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>",
                                    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"}) {
        EXPECT_THAT(copied(folder, sheetText(folder, declaration)), result) << declaration;
    }
}

TEST(WorkbookCopyTest, TextAndXmlTablesGetTheColumnsToo) {
    const Folder folder;
    EXPECT_THAT(copied(folder, folder.file("a.csv", "名称\n丙\n")), result);
    EXPECT_THAT(copied(folder, folder.file("a.xml", "<table><columns><column title=\"名称\"/></columns><row><c>丙</c></row></table>")), result);
}

/// The copy of a csv with a column more and that reason in rows 2 … `rows`, as it reads back.
std::vector<std::string> csvCopied(const Folder& folder, const std::string& csv, const std::string& reason, int rows) {
    std::map<int, std::vector<std::string>> texts;
    for (int row = 2; row <= rows; ++row) texts[row] = {reason};
    copyWithColumns(folder.file("from.csv", csv), 0, {"原因"}, 1, texts, folder / "copy.csv", Progress::none());
    return shown(folder / "copy.csv");
}

TEST(WorkbookCopyTest, AnotherSeparatorInEveryRowDoesNotTakeTheCopyOver) {
    const Folder folder;
    const auto rows = csvCopied(folder, "名称,甲;乙\n1,2;3\n4,5;6\n7,8;9\n", "错", 2);
    EXPECT_THAT(rows, ElementsAre("1: 名称|甲;乙|原因", "2: 1|2;3|错", "3: 4|5;6", "4: 7|8;9"));
    EXPECT_EQ(bytesOf(folder / "copy.csv"), "名称,甲;乙,原因\n1,2;3,错\n4,5;6,\n7,8;9,\n") << "every line as wide as the table";
}

TEST(WorkbookCopyTest, ACopyThatTwoSeparatorsFitTellsItsOwn) {
    const Folder folder;
    const auto rows = csvCopied(folder, "名称,类别\r\n1,2\r\n3,4,,,,\r\n5,6,,,,,,\r\n", "先查;后改", 4);
    EXPECT_THAT(rows, ElementsAre("1: 名称|类别|原因", "2: 1|2|先查;后改", "3: 3|4|先查;后改", "4: 5|6|先查;后改"));
    EXPECT_TRUE(bytesOf(folder / "copy.csv").starts_with("sep=,\r\n名称,类别,原因\r\n"));
}

TEST(WorkbookCopyTest, ATextThatHoldsTheToldSeparatorStaysOneField) {
    const Folder folder;
    EXPECT_THAT(csvCopied(folder, "sep=|\r\n名称|类别\r\n甲|村\r\n", "一|二", 2), ElementsAre("1: 名称|类别|原因", "2: 甲|村|一|二"));
    EXPECT_EQ(bytesOf(folder / "copy.csv"), "sep=|\r\n名称|类别|原因\r\n甲|村|\"一|二\"\r\n");
}

TEST(WorkbookCopyTest, OtherPartsKeepTheirBytes) {
    const Folder folder;
    RawWorkbook raw;
    raw.sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    raw.more = "docProps/custom.bin";
    const auto from = workbook(folder / "a.xlsx", raw);
    copyWithColumns(from, 0, {"导入结果"}, 1, {}, folder / "b.xlsx", Progress::none());
    const Parts before = unzip(from), after = unzip(folder / "b.xlsx");
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].first, after[i].first);
        EXPECT_EQ(before[i].second == after[i].second, before[i].first != "xl/worksheets/sheet1.xml") << before[i].first;
    }
}

TEST(WorkbookCopyTest, NoRoomForColumnsIsSaid) {
    const Folder folder;
    EXPECT_THROW(copyWithColumns(workbook(folder / "a.xlsx", "<row><c r=\"XFD1\"><v>1</v></c></row>"), 0, {"导入结果"}, 1, {}, folder / "b.xlsx", Progress::none()),
                 Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "b.xlsx"));
}

} // namespace
