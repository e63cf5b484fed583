// A workbook's parts as one text, cut at lines of «=====»: sheet, shared strings, styles, workbook. What begins with «PK»
// is taken for a whole file instead.
#include "fuzz/look.h"

namespace {

constexpr std::string_view cut = "\n=====\n";

std::string_view takePart(std::string_view& rest) {
    const std::size_t end = rest.find(cut);
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + cut.size());
    return part;
}

std::string workbook(std::string_view rest) {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [&](const char* id, const char* sort, const char* target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + type + sort + "\" Target=\"" + target + "\"/>";
    };
    const std::string sheet(takePart(rest)), strings(takePart(rest)), styles(takePart(rest));
    std::string book(rest);
    if (book.empty()) book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>";
    return yanxun::fuzz::storedZip({{"[Content_Types].xml", "<Types/>"},
                                    {"_rels/.rels", "<Relationships>" + relation("a", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
                                    {"xl/workbook.xml", book},
                                    {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation("a", "worksheet", "worksheets/sheet1.xml") +
                                                                       relation("b", "styles", "styles.xml") +
                                                                       relation("c", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
                                    {"xl/worksheets/sheet1.xml", sheet},
                                    {"xl/styles.xml", styles.empty() ? "<styleSheet/>" : styles},
                                    {"xl/sharedStrings.xml", strings.empty() ? "<sst/>" : strings}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(bytes), size);
    const std::string file = given.starts_with("PK") ? std::string(given) : workbook(given);
    yanxun::fuzz::look(yanxun::table::openXlsx, file, "台账.xlsx");
    return 0;
}
