#include "table/xlsx_pictures.h"

#include "table/table_readers.h"
#include "table/xlsx_part.h"
#include "table/xlsx_workbook.h"

#include <yanxun/error.h>

#include <algorithm>
#include <charconv>

namespace yanxun::table {
namespace {

constexpr std::size_t picturesLimit = 10'000;

/// <xdr:twoCellAnchor><xdr:from>…<xdr:row>4</xdr:row></xdr:from>…<xdr:pic>: rows count from 0 here.
class DrawingParser final : public XmlParser {
public:
    std::vector<int> rows;

protected:
    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "from") row_ = 0, inFrom_ = true;
        inRow_ = inFrom_ && name == "row";
        if (inRow_) digits_.clear();
        if (name == "pic" && rows.size() < picturesLimit) rows.push_back(row_ + 1);
    }
    void end(std::string_view name) override {
        if (inRow_) std::from_chars(digits_.data(), digits_.data() + digits_.size(), row_);
        inRow_ = false;
        if (name == "from") inFrom_ = false;
    }
    void text(std::string_view piece) override {
        if (inRow_ && digits_.size() < 10) digits_ += piece;
    }

private:
    std::string digits_;
    int row_ = 0;
    bool inFrom_ = false, inRow_ = false;
};

} // namespace

SheetPictures picturesOf(const std::filesystem::path& file, std::size_t sheet) {
    SheetPictures pictures;
    try {
        const ByteFile bytes = ByteFile::open(file);
        if (formOf(bytes, file) != TableForm::xlsx) return pictures;
        const ZipArchive zip(bytes);
        pictures.inCells = zip.find("xl/cellimages.xml") != nullptr;
        const Workbook workbook = readWorkbook(zip, file);
        if (sheet >= workbook.sheets.size()) return pictures;
        const ZipEntry* drawing = zip.find(relatedPart(zip, workbook.sheets[sheet].part, "drawing"));
        if (!drawing) return pictures;
        DrawingParser parser;
        parsePart(parser, zip, *drawing);
        pictures.rows = std::move(parser.rows);
        std::sort(pictures.rows.begin(), pictures.rows.end());
    } catch (const Error&) {
        // The rows were read; pictures are an aside and stop no import.
    }
    return pictures;
}

} // namespace yanxun::table
