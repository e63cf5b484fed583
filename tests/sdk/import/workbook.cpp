#include "sdk/import/workbook.h"

#include <Poco/Zip/Compress.h>

#include <fstream>
#include <sstream>

namespace import_test {

namespace {

constexpr const char* kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr const char* kMain = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr const char* kRelations = R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else out += c;
    }
    return out;
}

void put(std::string& xml, const std::string& at, const In& cell) {
    if (cell.text.empty()) return;
    switch (cell.kind) {
    case In::Kind::text:
        xml += "<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.text) + "</t></is></c>";
        break;
    case In::Kind::number: xml += "<c r=\"" + at + "\"><v>" + cell.text + "</v></c>"; break;
    case In::Kind::day: xml += "<c r=\"" + at + "\" s=\"1\"><v>" + cell.text + "</v></c>"; break;
    case In::Kind::formula: xml += "<c r=\"" + at + "\"><f>" + escaped(cell.text) + "</f><v>" + cell.cached + "</v></c>"; break;
    case In::Kind::uncached: xml += "<c r=\"" + at + "\"><f>" + escaped(cell.text) + "</f></c>"; break;
    }
}

std::string sheetXml(const Sheet& sheet) {
    std::string xml = std::string(kHead) + "<worksheet " + kMain + " " + kRelations + "><sheetData>";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        if (sheet.rows[r].empty()) continue;
        const std::string number = std::to_string(r + 1);
        xml += "<row r=\"" + number + "\">";
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) put(xml, char('A' + c) + number, sheet.rows[r][c]);
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!sheet.merged.empty()) {
        xml += "<mergeCells>";
        for (const auto& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
        xml += "</mergeCells>";
    }
    if (!sheet.pictures.empty()) xml += "<drawing r:id=\"rId1\"/>";
    return xml + "</worksheet>";
}

std::string drawingXml(const std::vector<int>& rows) {
    std::string xml = std::string(kHead) + R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">)";
    for (const int row : rows) {
        const std::string from = std::to_string(row - 1);
        xml += "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>" + from +
               "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:row>99</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor>";
    }
    return xml + "</xdr:wsDr>";
}

class Package {
public:
    explicit Package(const std::filesystem::path& path) : out_(path, std::ios::binary), zip_(out_, true) {}
    void add(const std::string& name, const std::string& xml) {
        std::istringstream in(xml);
        zip_.addFile(in, Poco::DateTime(), Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    void close() { zip_.close(); }

private:
    std::ofstream out_;
    Poco::Zip::Compress zip_;
};

} // namespace

In::In(double number) : kind(Kind::number) {
    std::ostringstream out;
    out.precision(17);
    out << number;
    text = out.str();
}

In In::day(int serial) {
    In cell(serial);
    cell.kind = Kind::day;
    return cell;
}

In In::formula(std::string formula, std::string cached) {
    In cell(std::move(formula));
    cell.kind = Kind::formula;
    cell.cached = std::move(cached);
    return cell;
}

In In::uncached(std::string formula) {
    In cell(std::move(formula));
    cell.kind = Kind::uncached;
    return cell;
}

void writeWorkbook(const std::filesystem::path& path, const std::vector<Sheet>& sheets, bool counts1904) {
    std::string types = std::string(kHead) + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/>)"
        R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
        R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)";
    std::string book = std::string(kHead) + "<workbook " + kMain + " " + kRelations + ">" +
                       (counts1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>";
    std::string relations = std::string(kHead) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    Package package(path);
    for (std::size_t s = 0; s < sheets.size(); ++s) {
        const std::string n = std::to_string(s + 1);
        types += "<Override PartName=\"/xl/worksheets/sheet" + n +
                 ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        book += "<sheet name=\"" + escaped(sheets[s].name) + "\" sheetId=\"" + n + "\"" +
                (sheets[s].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office + "worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        package.add("xl/worksheets/sheet" + n + ".xml", sheetXml(sheets[s]));
        if (!sheets[s].pictures.empty()) {
            package.add("xl/drawings/drawing" + n + ".xml", drawingXml(sheets[s].pictures));
            package.add("xl/worksheets/_rels/sheet" + n + ".xml.rels",
                        std::string(kHead) + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=")" +
                            office + "drawing\" Target=\"../drawings/drawing" + n + ".xml\"/></Relationships>");
        }
    }
    relations += "<Relationship Id=\"rId900\" Type=\"" + office + "styles\" Target=\"styles.xml\"/></Relationships>";
    package.add("[Content_Types].xml", types + "</Types>");
    package.add("_rels/.rels", std::string(kHead) +
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=")" + office +
        R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)");
    package.add("xl/workbook.xml", book + "</sheets></workbook>");
    package.add("xl/_rels/workbook.xml.rels", relations);
    package.add("xl/styles.xml", std::string(kHead) + "<styleSheet " + kMain +
        R"(><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>)"
        R"(<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>)");
    package.close();
}

void writeText(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace import_test
