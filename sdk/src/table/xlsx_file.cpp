#include "table/table_readers.h"
#include "table/xlsx_part.h"
#include "table/xlsx_sheet.h"
#include "table/xlsx_workbook.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace yanxun::table {
namespace {

class XlsxFile final : public TableFile {
public:
    explicit XlsxFile(Opened file) : bytes_(std::move(file.bytes)), zip_(bytes_) {
        path_ = std::move(file.path);
        workbook_ = readWorkbook(zip_, path_);
        if (const ZipEntry* styles = zip_.find(workbook_.styles)) styles_.load(zip_, *styles);
        sha256_ = sha256Of(bytes_);
    }
    std::vector<SheetInfo> sheets() const override {
        std::vector<SheetInfo> all;
        for (const WorkbookSheet& sheet : workbook_.sheets) all.push_back({sheet.name, sheet.hidden});
        return all;
    }
    void read(std::size_t sheet, const std::function<bool(GridRow&)>& use) override {
        merged_.clear();
        if (sheet >= workbook_.sheets.size()) throw Error(tr("文件里没有第 {} 张工作表。", sheet + 1));
        const ZipEntry* entry = zip_.find(workbook_.sheets[sheet].part);
        if (!entry) throwDamaged();
        const ZipEntry* strings = zip_.find(workbook_.strings);
        if (strings && !stringsLoaded_) strings_.load(zip_, *strings);
        stringsLoaded_ = true;
        SheetParser parser(strings_, styles_, workbook_.counts1904, use, merged_);
        parsePart(parser, zip_, *entry);
    }
    const std::vector<MergedRange>& merged() const override { return merged_; }
    bool counts1904() const override { return workbook_.counts1904; }

private:
    ByteFile bytes_;
    ZipArchive zip_;
    Workbook workbook_;
    CellStyles styles_;
    SharedStrings strings_;
    bool stringsLoaded_ = false;
    std::vector<MergedRange> merged_;
};

} // namespace

std::unique_ptr<TableFile> openXlsx(Opened file) {
    return std::make_unique<XlsxFile>(std::move(file));
}

} // namespace yanxun::table
