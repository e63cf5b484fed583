#include "sdk/table/table_files.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::string ledger = "单位名称,类别\r\n王庄村,村\r\n";
const auto ledgerRows = ElementsAre("1: 单位名称|类别", "2: 王庄村|村");

std::string utf16(const std::string& ascii, bool little) {
    std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
    for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
    return bytes;
}

TEST(CsvTest, TheEncodingIsFoundByTheBytes) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("plain.csv", ledger)), ledgerRows);
    EXPECT_THAT(shown(folder.file("mark.csv", "\xef\xbb\xbf" + ledger)), ledgerRows);
    EXPECT_THAT(shown(folder.file("gb.csv", text::toGb18030(ledger))), ledgerRows);
    EXPECT_THAT(shown(folder.file("little.csv", utf16("a,b\n1,2\n", true))), ElementsAre("1: a|b", "2: 1|2"));
    EXPECT_THAT(shown(folder.file("big.csv", utf16("a,b\n1,2\n", false))), ElementsAre("1: a|b", "2: 1|2"));
}

TEST(CsvTest, AFileThatIsAsciiForLongMayStillBeGb18030) {
    const Folder folder;
    std::string text = "code,name\n";
    for (int i = 0; i < 20000; ++i) text += std::to_string(i) + ",x\n";
    const auto rows = shown(folder.file("late.csv", text + text::toGb18030("1,末行\n")));
    ASSERT_EQ(rows.size(), 20002u);
    EXPECT_EQ(rows.back(), "20002: 1|末行");
}

TEST(CsvTest, ADamagedUtf8FileIsNotTakenForGb18030) {
    const Folder folder;
    std::string text;
    for (int i = 0; i < 50; ++i) text += "单位名称和类别,应急管理局\n";
    text[600] = '\xff';
    EXPECT_THAT(complaint(folder.file("broken.csv", text)), HasSubstr("字节处的文字编码有误"));
    EXPECT_THAT(complaint(folder.file("cut.csv", text.substr(0, 501))), HasSubstr("字节处的文字编码有误"));
}

TEST(CsvTest, BytesOfNoEncodingAreNamedByPlace) {
    const Folder folder;
    EXPECT_THAT(complaint(folder.file("odd.csv", "a,b\n\xff\xfd,1\n")), HasSubstr("第 5 个字节处"));
    EXPECT_THAT(complaint(folder.file("half.csv", text::toGb18030("名称") + "\xc3")), HasSubstr("第 5 个字节处"));
}

TEST(CsvTest, SeparatorsAreFound) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("tab.csv", "名称\t类别\n甲,乙\t村\n")), ElementsAre("1: 名称|类别", "2: 甲,乙|村"));
    EXPECT_THAT(shown(folder.file("semicolon.csv", "名称;得分\n甲;85,3\n乙;88,9\n")), ElementsAre("1: 名称|得分", "2: 甲|85,3", "3: 乙|88,9"));
    EXPECT_THAT(shown(folder.file("told.csv", "sep=|\r\n名称|类别\r\n")), ElementsAre("1: 名称|类别"));
    EXPECT_THAT(shown(folder.file("quote.csv", "sep=\"\n名称,类别\n")), ElementsAre("1: sep=\"", "2: 名称|类别"));
    EXPECT_THAT(shown(folder.file("title.csv", "2021年台账\n名称,类别\n甲,村\n")), ElementsAre("1: 2021年台账", "2: 名称|类别", "3: 甲|村"));
}

TEST(CsvTest, QuotesHoldSeparatorsAndLineEnds) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("q.csv", "a,\"b,\"\"c\"\"\r\nd\",e\r\nf,5\"x,g\n")), ElementsAre("1: a|b,\"c\"\nd|e", "2: f|5\"x|g"));
}

TEST(CsvTest, RowsAreNumberedAsASheetWouldShowThem) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("n.csv", "a\r\n\r\n,,\r\n\"x\ny\"\r\nb")), ElementsAre("1: a", "4: x\ny", "5: b"));
    EXPECT_THAT(shown(folder.file("cr.csv", "a\rb\r\rc\r")), ElementsAre("1: a", "2: b", "4: c"));
}

TEST(CsvTest, TextSpreadsheetsWroteToKeepZerosIsUnwrapped) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("z.csv", "=\"00123\",'-5,'=a,it's\n")), ElementsAre("1: 00123|-5|=a|it's"));
}

TEST(CsvTest, CellsOfWhiteSpaceAreEmpty) {
    const Folder folder;
    EXPECT_THAT(shown(folder.file("w.csv", "a, ,\u3000,\u00a0,b\n \u200b,\n")), ElementsAre("1: a||||b"));
}

TEST(CsvTest, AnOpenQuoteIsNamedByItsRow) {
    const Folder folder;
    EXPECT_THAT(complaint(folder.file("open.csv", "a,b\nc,\"d\ne,f\n")), HasSubstr("第 2 行的引号没有成对"));
}

TEST(CsvTest, ReadingStopsWhenTheCallerHasEnough) {
    const Folder folder;
    int rows = 0;
    TableFile::open(folder.file("s.csv", "a\nb\nc\n"))->read(0, [&](GridRow&) { return ++rows < 2; });
    EXPECT_EQ(rows, 2);
}

} // namespace
