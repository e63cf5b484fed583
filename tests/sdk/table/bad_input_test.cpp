// What people and strangers hand in that is no ledger: a sentence each, no crash, and no more memory than a ledger takes.
#include "sdk/table/bad_files.h"

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::test;
using testing::HasSubstr;

namespace {

constexpr std::uintmax_t gibibyte = std::uintmax_t(1) << 30;

struct BadInput {
    const char* name;
    const char* says; ///< part of the sentence
    std::function<std::filesystem::path(const Folder&)> make;
    long memoryMb = 64; ///< reading may take
};

std::filesystem::path named(const Folder& folder, const std::string& name, const std::string& bytes) {
    return folder.file(name, bytes);
}

std::filesystem::path sheet(const Folder& folder, const std::string& inside) {
    RawWorkbook raw;
    raw.sheet = inside;
    return workbook(folder / "台账.xlsx", raw);
}

std::string cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string withoutEnd(const Folder& folder) {
    const std::string whole = bytesOf(workbook(folder / "whole.xlsx", "<row>" + repeated("<c><v>1</v></c>", 500) + "</row>"));
    return whole.substr(0, whole.size() - 300);
}

/// A workbook that says it is small and is not: the same number stands in the part's header and in the directory.
std::string lyingSizes(const Folder& folder) {
    const std::string sheet = "<worksheet><sheetData>" + repeated("<row><c><v>1</v></c></row>", 200'000) + "</sheetData></worksheet>";
    std::string bytes = bytesOf(withPart(folder / "lie.xlsx", "xl/worksheets/sheet1.xml", sheet));
    std::string whole, small;
    for (int i = 0; i < 4; ++i) whole += char(sheet.size() >> 8 * i & 0xff), small += char(1000 >> 8 * i & 0xff);
    for (std::size_t at = 0; (at = bytes.find(whole, at)) != std::string::npos; at += 4) bytes.replace(at, 4, small);
    return bytes;
}

const BadInput inputs[] = {
    {"EmptyFile", "是空文件", [](const Folder& f) { return named(f, "空.xlsx", ""); }},
    {"EmptyCsv", "是空文件", [](const Folder& f) { return named(f, "空.csv", ""); }},
    {"NoRowsCsv", "没有内容", [](const Folder& f) { return named(f, "a.csv", "\r\n\r\n,,\r\n"); }},
    {"OnlyTheMark", "没有内容", [](const Folder& f) { return named(f, "a.csv", "\xef\xbb\xbf"); }},
    {"NoRowsXlsx", "没有内容", [](const Folder& f) { return sheet(f, "<sheetData/>"); }},
    {"NoRowsXml", "没有找到表格", [](const Folder& f) { return named(f, "a.xml", "<?xml version=\"1.0\"?><units/>"); }},
    {"SparseGigabyte", "空字节", [](const Folder& f) { return sparse(f / "a.csv", "", gibibyte); }},
    {"SparseCsv", "空字节", [](const Folder& f) { return sparse(f / "a.csv", "单位,类别\n甲,村\n", gibibyte); }},
    {"SparseXlsx", "已损坏", [](const Folder& f) { return sparse(f / "a.xlsx", "PK\3\4", gibibyte); }},
    {"SparseXml", "有错", [](const Folder& f) { return sparse(f / "a.xml", "<?xml version=\"1.0\"?><units><unit>", gibibyte); }},
    {"SparseXls", ".xls", [](const Folder& f) { return sparse(f / "a.xls", compoundFile({"Workbook"}), gibibyte); }},
    {"ZipBomb", "大得不合常理", [](const Folder& f) { return sheet(f, "<sheetData>" + std::string(80u << 20, ' ') + "</sheetData>"); }},
    {"ZipThatLies", "已损坏", [](const Folder& f) { return named(f, "a.xlsx", lyingSizes(f)); }},
    {"XmlBomb", "实体声明", [](const Folder& f) { return named(f, "a.xml", billionLaughs("<t><r><c>&a9;</c></r></t>")); }},
    {"XmlBombInSheet", "实体声明",
     [](const Folder& f) {
         return withPart(f / "a.xlsx", "xl/worksheets/sheet1.xml", billionLaughs("<worksheet><sheetData><row><c t=\"str\"><v>&a9;</v></c></row></sheetData></worksheet>"));
     }},
    {"XmlBombInStrings", "实体声明",
     [](const Folder& f) { return withPart(f / "a.xlsx", "xl/sharedStrings.xml", billionLaughs("<sst><si><t>&a9;</t></si></sst>")); }},
    {"XmlBombInStyles", "实体声明",
     [](const Folder& f) { return withPart(f / "a.xlsx", "xl/styles.xml", billionLaughs("<styleSheet>&a9;</styleSheet>")); }},
    {"XmlBombInWorkbook", "实体声明",
     [](const Folder& f) { return withPart(f / "a.xlsx", "xl/workbook.xml", billionLaughs("<workbook>&a9;</workbook>")); }},
    {"ExternalEntity", "实体声明",
     [](const Folder& f) {
         return named(f, "a.xml", "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><t><r><c>&x;</c></r></t>");
     }},
    {"ExternalEntityInSheet", "实体声明",
     [](const Folder& f) {
         return withPart(f / "a.xlsx", "xl/worksheets/sheet1.xml",
                         "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>");
     }},
    {"ExternalDocumentType", "实体声明",
     [](const Folder& f) { return named(f, "a.xml", "<!DOCTYPE t SYSTEM \"http://127.0.0.1/t.dtd\"><t><r><c>1</c></r></t>"); }},
    {"NestedForEver", "层次过深", [](const Folder& f) { return named(f, "a.xml", repeated("<a>", 100'000)); }},
    {"EncryptedXlsx", "密码", [](const Folder& f) { return named(f, "锁.xlsx", compoundFile({"EncryptionInfo", "EncryptedPackage"})); }},
    {"EncryptedZip", "密码",
     [](const Folder& f) {
         std::string bytes = bytesOf(withPart(f / "a.xlsx", "", ""));
         for (std::size_t at = 0; (at = bytes.find("PK\1\2", at)) != std::string::npos; at += 4) bytes[at + 8] = char(bytes[at + 8] | 1);
         for (std::size_t at = 0; (at = bytes.find("PK\3\4", at)) != std::string::npos; at += 4) bytes[at + 6] = char(bytes[at + 6] | 1);
         return named(f, "b.xlsx", bytes);
     }},
    {"OldExcel", "Excel 97–2003", [](const Folder& f) { return named(f, "旧.xls", compoundFile({"Workbook"})); }},
    {"OldExcelNamedXlsx", "Excel 97–2003", [](const Folder& f) { return named(f, "旧.xlsx", compoundFile({"Workbook"})); }},
    {"WpsSheet", "WPS 表格", [](const Folder& f) { return named(f, "台账.et", compoundFile({"Workbook"})); }},
    {"WpsWriter", "WPS 文字", [](const Folder& f) { return named(f, "通知.wps", compoundFile({"WordDocument"})); }},
    {"OldWord", "不是表格", [](const Folder& f) { return named(f, "通知.doc", compoundFile({"WordDocument"})); }},
    {"OldSlides", "演示文稿", [](const Folder& f) { return named(f, "课件.ppt", compoundFile({"PowerPoint Document"})); }},
    {"CompoundCutOff", "旧版", [](const Folder& f) { return named(f, "a.bin", compoundFile({"Workbook"}).substr(0, 520)); }},
    {"XlsxCutOff", "没有传输完整", [](const Folder& f) { return named(f, "a.xlsx", withoutEnd(f)); }},
    {"CsvCutOffInAQuote", "引号没有成对", [](const Folder& f) { return named(f, "a.csv", "单位,类别\n\"甲,村\n"); }},
    {"XmlCutOff", "有错", [](const Folder& f) { return named(f, "a.xml", "<?xml version=\"1.0\"?><t><r><c>1</c></r><r>"); }},
    {"PdfNamedXlsx", "PDF", [](const Folder& f) { return named(f, "a.xlsx", "%PDF-1.7\n1 0 obj\n"); }},
    {"PictureNamedXlsx", "图片", [](const Folder& f) { return named(f, "a.xlsx", "\x89PNG\r\n\x1a\n"); }},
    {"WebPageNamedXls", "网页", [](const Folder& f) { return named(f, "a.xls", "<html><body><table><tr><td>1</td></tr></table></body></html>"); }},
    {"Spreadsheet2003", "2003",
     [](const Folder& f) {
         return named(f, "a.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>");
     }},
    {"RichText", "文字文档", [](const Folder& f) { return named(f, "a.xlsx", "{\\rtf1\\ansi}"); }},
    {"Rar", "先解压", [](const Folder& f) { return named(f, "a.xlsx", "Rar!\x1a\x07"); }},
    {"ZipOfFiles", "先解压", [](const Folder& f) { return zip(f / "a.zip", {{"台账.csv", "a,b\n"}}); }},
    {"Docx", "Word", [](const Folder& f) { return zip(f / "a.xlsx", {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}}); }},
    {"Ods", "OpenDocument", [](const Folder& f) { return zip(f / "a.xlsx", {{"mimetype", "x"}, {"content.xml", "<d/>"}}); }},
    {"Xlsb", ".xlsb", [](const Folder& f) { return zip(f / "a.xlsx", {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}}); }},
    {"Macros", "宏",
     [](const Folder& f) {
         Parts parts = RawWorkbook{}.parts();
         parts.emplace_back("xl/vbaProject.bin", "x");
         return zip(f / "a.xlsm", parts);
     }},
    {"TooManyColumnsCsv", "16,384 列", [](const Folder& f) { return named(f, "a.csv", repeated("1,", 16'384) + "1\n"); }},
    {"TooManyColumnsXlsx", "16,384 列", [](const Folder& f) { return sheet(f, "<sheetData><row>" + cell("XFE1", "x") + "</row></sheetData>"); }},
    {"TooManyColumnsWithoutPlaces", "16,384 列",
     [](const Folder& f) { return sheet(f, "<sheetData><row>" + repeated("<c><v>1</v></c>", 16'385) + "</row></sheetData>"); }},
    {"TooManyColumnsXml", "16,384 列",
     [](const Folder& f) { return named(f, "a.xml", "<t><r>" + repeated("<c>1</c>", 16'385) + "</r><r><c>1</c></r></t>"); }},
    {"TooManyRowsXlsx", "1,048,576 行",
     [](const Folder& f) { return sheet(f, "<sheetData><row r=\"1048577\">" + cell("A1048577", "x") + "</row></sheetData>"); }},
    {"HugeCellCsv", "超过 1 MB", [](const Folder& f) { return named(f, "a.csv", "a,b\n" + std::string(10u << 20, 'x') + ",1\n"); }},
    {"HugeQuotedCellCsv", "超过 1 MB", [](const Folder& f) { return named(f, "a.csv", "a,b\n\"" + std::string(10u << 20, 'x') + "\",1\n"); }},
    {"HugeCellXlsx", "32,767", [](const Folder& f) { return sheet(f, "<sheetData><row>" + cell("A1", std::string(10u << 20, 'x')) + "</row></sheetData>"); }},
    {"HugeSharedString", "32,767",
     [](const Folder& f) { return withPart(f / "a.xlsx", "xl/sharedStrings.xml", "<sst><si><t>" + std::string(10u << 20, 'x') + "</t></si></sst>"); }},
    {"HugeCellXml", "超过 1 MB", [](const Folder& f) { return named(f, "a.xml", "<t><r><c>" + std::string(10u << 20, 'x') + "</c></r></t>"); }},
    {"HugeAttributeXml", "内容过长", [](const Folder& f) { return named(f, "a.xml", "<t><r c=\"" + std::string(10u << 20, 'x') + "\"/></t>"); }},
    {"HugeAttributeXlsx", "已损坏", [](const Folder& f) { return sheet(f, "<sheetData><row a=\"" + std::string(10u << 20, 'x') + "\"/></sheetData>"); }},
    {"NestedForEverXlsx", "层次过深", [](const Folder& f) { return sheet(f, "<sheetData>" + repeated("<a>", 100'000)); }},
    {"NulInCsv", "空字节", [](const Folder& f) { return named(f, "a.csv", std::string("a,b\n1,\0002\n", 10)); }},
    {"NulInUtf16", "空字节", [](const Folder& f) { return named(f, "a.csv", std::string("\xff\xfe" "a\0,\0\0\0\n\0", 10)); }},
    {"NulInXml", "有错", [](const Folder& f) { return named(f, "a.xml", std::string("<t><r><c>a\0b</c></r></t>", 24)); }},
    {"NulInXlsx", "已损坏", [](const Folder& f) { return sheet(f, "<sheetData><row>" + cell("A1", std::string("a\0b", 3)) + "</row></sheetData>"); }},
    {"NulNamedInXlsx", "已损坏", [](const Folder& f) { return sheet(f, "<sheetData><row>" + cell("A1", "a&#0;b") + "</row></sheetData>"); }},
    {"OnlyNuls", "空字节", [](const Folder& f) { return named(f, "a.csv", std::string(4096, '\0')); }},
    {"RowsOfOneFarCell", "一次读不下",
     [](const Folder& f) {
         std::string rows;
         for (int i = 1; i <= 20'000; ++i) rows += "<row><c r=\"XFD" + std::to_string(i) + "\"><v>1</v></c></row>";
         return sheet(f, "<sheetData>" + rows + "</sheetData>");
     }, 512},
    {"FarCellMergedOverAllRows", "一次读不下",
     [](const Folder& f) {
         std::string rows = "<row><c r=\"XFD1\"><v>1</v></c></row>";
         for (int i = 2; i <= 20'000; ++i) rows += "<row><c><v>1</v></c></row>";
         return sheet(f, "<sheetData>" + rows + "</sheetData><mergeCells><mergeCell ref=\"XFD1:XFD20000\"/></mergeCells>");
     }, 512},
    {"MergesOverMerges", "一次读不下",
     [](const Folder& f) {
         return sheet(f, "<sheetData>" + repeated("<row><c><v>1</v></c></row>", 20'000) + "</sheetData><mergeCells>" +
                             repeated("<mergeCell ref=\"A1:A20000\"/>", 20'000) + "</mergeCells>");
     }, 512},
};

class BadInputTest : public testing::TestWithParam<BadInput> {};
INSTANTIATE_TEST_SUITE_P(Files, BadInputTest, testing::ValuesIn(inputs), [](const auto& test) { return std::string(test.param.name); });

TEST_P(BadInputTest, GetsASentence) {
    const Folder folder;
    const auto path = GetParam().make(folder);
    const Child child = inChild([&] { return complaint(path); });
    ASSERT_NE(child.said, "crashed");
    EXPECT_THAT(child.said, HasSubstr(GetParam().says));
    EXPECT_TRUE(child.said.ends_with("。")) << child.said;
    if (memoryCounts()) { EXPECT_LT(child.grownKb, GetParam().memoryMb * 1024); }
}

} // namespace
