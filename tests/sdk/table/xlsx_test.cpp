#include "sdk/table/table_files.h"

#include <yanxun/error.h>
#include <yanxun/table/value.h>

#include <gmock/gmock.h>
#include <xlsxwriter.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string inlineCell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

/// So many that the sheet is unpacked ahead, on a thread of its own.
constexpr int kRowsOfALargeSheet = 60'000;

std::string numberedRows(int count) {
    std::string rows;
    for (int i = 0; i < count; ++i) rows += "<row><c><v>" + std::to_string(i) + "</v></c></row>";
    return rows;
}

TEST(XlsxTest, WhatALibraryWritesIsReadBack) {
    const Folder folder;
    const auto path = folder / "library.xlsx";
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "2021年");
    worksheet_write_string(sheet, 0, 0, "演练名称", nullptr);
    worksheet_write_string(sheet, 0, 1, "参演人数", nullptr);
    worksheet_write_string(sheet, 2, 0, "防汛演练", nullptr);
    worksheet_write_number(sheet, 2, 1, 120, nullptr);
    worksheet_write_boolean(sheet, 2, 2, 1, nullptr);
    worksheet_hide(workbook_add_worksheet(book, "隐藏"));
    worksheet_merge_range(sheet, 5, 0, 7, 0, "合并", nullptr);
    ASSERT_EQ(workbook_close(book), LXW_NO_ERROR);

    const auto file = TableFile::open(path);
    ASSERT_EQ(file->sheets().size(), 2u);
    EXPECT_EQ(file->sheets()[0].name, "2021年");
    EXPECT_FALSE(file->sheets()[0].hidden);
    EXPECT_TRUE(file->sheets()[1].hidden);
    EXPECT_EQ(file->sha256().size(), 64u);
    EXPECT_THAT(shown(path), ElementsAre("1: 演练名称|参演人数", "3: 防汛演练|120|TRUE", "6: 合并"));
}

TEST(XlsxTest, SharedStringsJoinRunsAndLeaveReadingsOut) {
    const Folder folder;
    RawWorkbook raw;
    raw.strings = "<si><r><rPr><b/></rPr><t>防汛</t></r><r><t xml:space=\"preserve\"> 演练</t></r><rPh sb=\"0\" eb=\"1\"><t>FX</t></rPh><phoneticPr fontId=\"1\"/></si>"
                  "<si><t>第一行_x000D_\n第二行_x005F_x</t></si><si/>";
    raw.sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c>"
                "<c r=\"D1\" t=\"inlineStr\"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>NL</t></rPh></is></c></row></sheetData>";
    EXPECT_THAT(shown(workbook(folder / "s.xlsx", raw)), ElementsAre("1: 防汛 演练|第一行\n第二行_x||内联"));
}

TEST(XlsxTest, NumbersAreShownAsTheSheetShowsThem) {
    const Folder folder;
    const std::vector<std::tuple<std::string, std::string, std::string>> table{
        {"General", "88.90000000000001", "88.9"}, {"General", "0.30000000000000004", "0.3"}, {"General", "1E+20", "100000000000000000000"},
        {"General", "-1.5E-3", "-0.0015"}, {"General", "91410200", "91410200"}, {"0", "85.5", "86"}, {"0.00", "85.345", "85.35"},
        {"#,##0", "1234567.8", "1,234,568"}, {"#,##0.00", "-1234.5", "-1,234.50"}, {"0%", "0.985", "99%"}, {"0.0%", "0.985", "98.5%"},
        {"000000", "123", "000123"}, {"@", "1001", "1001"}, {"0.00_ ", "3.14159", "3.14"}, {"0&quot;人&quot;", "30", "30人"},
        {"#,##0;[Red]-#,##0", "-1234", "-1,234"}, {"0.00E+00", "12345", "12345"}, {"# ?/?", "0.5", "0.5"}, {"0.0#", "2.5", "2.5"},
        {"[$¥-804]#,##0.00", "12.5", "¥12.50"}, {"G/通用格式&quot;份&quot;", "89", "89份"}, {";;;", "7", "7"}, {"0.0,", "12345", "12.3"},
        {"[&gt;=100]0;0.0", "5", "5"}, {"\\第0\\期", "3", "第3期"}};
    RawWorkbook raw;
    std::string formats, styles, row;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto& [format, value, text] = table[i];
        formats += "<numFmt numFmtId=\"" + std::to_string(164 + i) + "\" formatCode=\"" + format + "\"/>";
        styles += "<xf numFmtId=\"" + std::to_string(164 + i) + "\"/>";
        row += "<c s=\"" + std::to_string(i) + "\"><v>" + value + "</v></c>";
    }
    raw.styles = "<numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles + "</cellXfs>";
    raw.sheet = "<sheetData><row>" + row + "</row></sheetData>";
    const auto read = cells(workbook(folder / "n.xlsx", raw));
    ASSERT_EQ(read.size(), table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        EXPECT_EQ(read[i].text, std::get<2>(table[i])) << std::get<0>(table[i]) << " of " << std::get<1>(table[i]);
        EXPECT_FALSE(read[i].isDate);
        EXPECT_EQ(read[i].kind, Cell::Kind::number);
    }
}

struct DateCase {
    std::string format; ///< a number is a built-in id
    std::string text;
    bool isDate;
};

TEST(XlsxTest, DateFormatsAreToldFromOthers) {
    const Folder folder;
    const std::vector<DateCase> table{{"14", "2021/6/16", true}, {"22", "2021/6/16 12:30", true}, {"27", "2021年6月", true}, {"28", "6月16日", true},
        {"31", "2021年6月16日", true}, {"57", "2021年6月", true}, {"58", "6月16日", true}, {"20", "12:30", false}, {"55", "下午12时30分", false},
        {"yyyy-mm-dd", "2021-06-16", true}, {"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2021年6月16日", true},
        {"[$-804]yyyy\\年m\\月d\\日", "2021年6月16日", true}, {"yy/m/d;@", "21/6/16", true}, {"yyyy/m/d\\ h:mm;@", "2021/6/16 12:30", true},
        {"[$-F800]dddd, mmmm dd, yyyy", "2021年6月16日", true}, {"d-mmm-yy", "16-Jun-21", true}, {"m/d aaaa", "6/16 星期三", true},
        {"h:mm:ss AM/PM", "12:30:00 PM", false}, {"[h]:mm", "1064724:30", false}, {"[Red]0.00", "44363.52", false}, {"0&quot;dmy&quot;", "44364dmy", false},
        {"e&quot;年&quot;m&quot;月&quot;", "2021年6月", true}};
    RawWorkbook raw;
    std::string formats, styles, row;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool builtIn = table[i].format.size() == 2;
        const std::string id = builtIn ? table[i].format : std::to_string(164 + i);
        if (!builtIn) formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + table[i].format + "\"/>";
        styles += "<xf numFmtId=\"" + id + "\"/>";
        row += "<c s=\"" + std::to_string(i) + "\"><v>44363.520833333336</v></c>";
    }
    raw.styles = "<numFmts>" + formats + "</numFmts><cellXfs>" + styles + "</cellXfs>";
    raw.sheet = "<sheetData><row>" + row + "</row></sheetData>";
    const auto read = cells(workbook(folder / "d.xlsx", raw));
    ASSERT_EQ(read.size(), table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        EXPECT_EQ(read[i].isDate, table[i].isDate) << table[i].format;
        EXPECT_EQ(read[i].text, table[i].text) << table[i].format;
    }
}

TEST(XlsxTest, WorkbooksOfThe1904CountSaySo) {
    const Folder folder;
    RawWorkbook raw;
    raw.workbookProperties = "<workbookPr date1904=\"1\"/>";
    raw.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
    raw.sheet = "<sheetData><row><c s=\"0\"><v>42901</v></c></row></sheetData>";
    const auto path = workbook(folder / "mac.xlsx", raw);
    EXPECT_TRUE(TableFile::open(path)->counts1904());
    const Cell cell = cells(path).at(0);
    EXPECT_EQ(cell.text, "2021/6/16");
    EXPECT_EQ(parseDate(cell, true)->day.iso(), "2021-06-16");
}

TEST(XlsxTest, FormulasGiveTheValueTheFileHolds) {
    const Folder folder;
    const auto path = workbook(folder / "f.xlsx", "<row r=\"1\"><c r=\"A1\"><f>SUM(1,2)</f><v>3</v></c><c r=\"B1\" t=\"str\"><f>A1&amp;\"x\"</f><v>3x</v></c>"
                               "<c r=\"C1\"><f>NOW()</f></c><c r=\"D1\"><f>B9</f><v></v></c><c r=\"E1\" t=\"str\"><f>\"\"</f><v></v></c>"
                               "<c r=\"F1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row><row r=\"2\"><c r=\"A2\"><f>A1</f></c></row>");
    const auto read = cells(path);
    ASSERT_EQ(read.size(), 6u) << "a formula that shows nothing is an empty cell, one without a value is not";
    EXPECT_EQ(read[0].text, "3");
    EXPECT_EQ(read[1].text, "3x");
    EXPECT_TRUE(read[2].formulaUncached);
    EXPECT_TRUE(read[3].formulaUncached);
    EXPECT_EQ(read[4].kind, Cell::Kind::error);
    EXPECT_TRUE(read[5].formulaUncached);
}

TEST(XlsxTest, RowsAndCellsWithoutAPlaceFollowEachOther) {
    const Folder folder;
    EXPECT_THAT(shown(workbook(folder / "p.xlsx", "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>")),
                ElementsAre("1: 1|2", "5: ||3|4", "6: 5"));
}

TEST(XlsxTest, EmptyRowsAndAFarDimensionShiftNothing) {
    const Folder folder;
    RawWorkbook raw;
    raw.sheet = "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">" + inlineCell("A1", "甲") + "</row><row r=\"2\"><c r=\"A2\" s=\"3\"/></row>"
                "<row r=\"3\">" + inlineCell("A3", " \u3000") + "</row><row r=\"1048576\">" + inlineCell("XFD1048576", "末") + "</row></sheetData>";
    const auto file = TableFile::open(workbook(folder / "far.xlsx", raw));
    std::vector<std::pair<int, std::size_t>> places;
    file->read(0, [&](GridRow& row) {
        places.emplace_back(row.number, row.cells.size());
        return true;
    });
    EXPECT_THAT(places, ElementsAre(std::pair<int, std::size_t>{1, 1}, std::pair<int, std::size_t>{1048576, 16384}));
}

TEST(XlsxTest, MergedBodyCellsAreFilledDownAndMarked) {
    const Folder folder;
    RawWorkbook raw;
    raw.sheet = "<sheetData><row r=\"1\">" + inlineCell("A1", "镇街") + inlineCell("B1", "单位") + "</row><row r=\"2\">" + inlineCell("A2", "西湖街道") +
                inlineCell("B2", "甲") + "</row><row r=\"3\">" + inlineCell("B3", "乙") + "</row><row r=\"4\">" + inlineCell("B4", "丙") +
                "</row></sheetData><mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C1:D1\"/></mergeCells>";
    const auto file = TableFile::open(workbook(folder / "m.xlsx", raw));
    const Grid grid = Grid::load(*file, 0);
    ASSERT_EQ(grid.rows.size(), 4u);
    EXPECT_EQ(grid.rows[2].cells[0].text, "西湖街道");
    EXPECT_TRUE(grid.rows[2].cells[0].filledDown);
    EXPECT_FALSE(grid.rows[1].cells[0].filledDown);
    EXPECT_TRUE(grid.rows[3].cells[0].blank());
    EXPECT_EQ(grid.merged.size(), 2u);
    EXPECT_EQ(grid.sheet, "台账");
    EXPECT_EQ(grid.columns, 2);
    EXPECT_THROW(Grid::load(*file, 0, Progress::none(), 3), Error);
    EXPECT_THROW(Grid::load(*file, 1), Error);
}

TEST(XlsxTest, PrefixesOtherNamesAndDescriptorsAreNoObstacle) {
    const Folder folder;
    Parts parts = RawWorkbook{}.parts();
    for (auto& [name, content] : parts) {
        if (name == "xl/worksheets/sheet1.xml") {
            name = "xl/worksheets/Blatt.xml";
            content = "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
        }
        if (name == "xl/_rels/workbook.xml.rels") content.replace(content.find("worksheets/sheet1.xml"), 21, "/xl/worksheets/blatt.xml");
    }
    EXPECT_THAT(shown(zip(folder / "d.xlsx", parts, true)), ElementsAre("1: 7"));
    const std::string bytes = bytesOf(folder / "d.xlsx");
    EXPECT_THAT(shown(folder.file("behind.xlsx.bin", bytes)), ElementsAre("1: 7")) << "the name is nothing, the content all";
}

TEST(XlsxTest, APictureInACellIsNoText) {
    const Folder folder;
    const std::string picture = "<c t=\"str\"><f>_xlfn.DISPIMG(&quot;ID_1A&quot;,1)</f><v>=DISPIMG(&quot;ID_1A&quot;,1)</v></c>";
    EXPECT_THAT(shown(workbook(folder / "wps.xlsx", "<row><c><v>1</v></c>" + picture + "<c><v>2</v></c></row><row>" + picture + "</row>")),
                ElementsAre("1: 1||2"));
    EXPECT_THAT(shown(folder.file("wps.csv", "a,\"=DISPIMG(\"\"ID_1A\"\",1)\",b\n")), ElementsAre("1: a||b"));
}

TEST(XlsxTest, IdsKeptAsNumbersAreKnownToBeLost) {
    const Folder folder;
    const auto read = cells(workbook(folder / "id.xlsx", "<row><c><v>3.70911199001011E+17</v></c><c><v>18693999930</v></c><c><v>1001</v></c></row>"));
    EXPECT_TRUE(digitsLost(read[0]));
    EXPECT_FALSE(digitsLost(read[1]));
    EXPECT_EQ(parseText(read[1]), "18693999930");
    EXPECT_EQ(parseText(read[2]), "1001");
}

TEST(XlsxTest, AWorkbookOpenElsewhereIsReadFromACopy) {
    const Folder folder;
    const auto path = workbook(folder / "open.xlsx", "<row><c><v>1</v></c></row>");
    const auto file = TableFile::open(path);
    std::filesystem::remove(path);
    int rows = 0;
    file->read(0, [&](GridRow&) { return ++rows > 0; });
    EXPECT_EQ(rows, 1);
}

TEST(XlsxTest, ReadingStopsCleanlyAndStartsAgain) {
    const Folder folder;
    for (const int count : {5'000, kRowsOfALargeSheet}) {
        const auto file = TableFile::open(workbook(folder / "stop.xlsx", numberedRows(count)));
        for (const int wanted : {10, 4'000, count}) {
            int seen = 0;
            file->read(0, [&](GridRow& row) {
                EXPECT_EQ(row.cells.at(0).number, seen);
                return ++seen < wanted;
            });
            EXPECT_EQ(seen, wanted);
        }
        EXPECT_THROW(file->read(0, [](GridRow&) -> bool { throw Cancelled("stop"); }), Cancelled);
    }
}

TEST(XlsxTest, ALargeSheetIsReadUpToWhereItIsDamaged) {
    const Folder folder;
    const auto seenIn = [](const std::filesystem::path& path) {
        int seen = 0;
        EXPECT_THROW(TableFile::open(path)->read(0, [&](GridRow&) { return ++seen > 0; }), Error);
        return seen;
    };
    EXPECT_EQ(seenIn(workbook(folder / "tag.xlsx", numberedRows(kRowsOfALargeSheet) + "<row></c>")), kRowsOfALargeSheet);
    // A byte of its packed middle: unpacking or the sum at the end notices.
    std::string bytes = bytesOf(workbook(folder / "whole.xlsx", numberedRows(kRowsOfALargeSheet)));
    bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]);
    EXPECT_LE(seenIn(folder.file("byte.xlsx", bytes)), kRowsOfALargeSheet);
}

TEST(XlsxTest, ManySharedStringsDoNotStayInMemory) {
    const Folder folder;
    RawWorkbook raw;
    std::string rows;
    constexpr int count = 110000;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        raw.strings += "<si><t>开封市城乡一体化示范区第" + number + "号单位安全生产应急演练活动记录，整改已完成并复查</t></si>";
        rows += "<row><c t=\"s\"><v>" + number + "</v></c></row>";
    }
    raw.sheet = "<sheetData>" + rows + "</sheetData>";
    const auto path = workbook(folder / "strings.xlsx", raw);
    const Child child = inChild([&] {
        std::string last;
        int seen = 0;
        TableFile::open(path)->read(0, [&](GridRow& row) {
            const bool right = row.cells[0].text.find("第" + std::to_string(seen) + "号") != std::string::npos;
            ++seen;
            return right;
        });
        return std::to_string(seen);
    });
    EXPECT_EQ(child.said, std::to_string(count));
    if (memoryCounts()) { EXPECT_LT(child.grownKb, 20 * 1024); }
}

} // namespace
