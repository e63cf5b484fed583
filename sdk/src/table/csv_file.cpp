#include "table/cell_text.h"
#include "table/csv_encoding.h"
#include "table/csv_records.h"
#include "table/table_readers.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::table {
namespace {

/// «="00123"» and «'-5»: how csv files carry text that a spreadsheet would take for a number or a formula.
void unwrap(std::string& text) {
    if (text.size() >= 4 && text.starts_with("=\"") && text.ends_with('"')) {
        text = text.substr(2, text.size() - 3);
    } else if (text.size() >= 2 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos) {
        text.erase(0, 1);
    }
}

/// Empties a cell and keeps its memory: with the swaps below the strings of one row serve all rows.
void reset(Cell& cell) {
    std::string memory = std::move(cell.text);
    memory.clear();
    cell = Cell{};
    cell.text = std::move(memory);
}

class CsvFile final : public TableFile {
public:
    explicit CsvFile(Opened file) : bytes_(std::move(file.bytes)) {
        path_ = std::move(file.path);
        form_ = examineText(bytes_);
        sha256_ = form_.sha256;
        std::string beginning;
        TextReader(bytes_, form_).next(beginning);
        dialect_ = detectDialect(beginning);
    }
    std::vector<SheetInfo> sheets() const override { return {SheetInfo{}}; }
    void read(std::size_t sheet, const std::function<bool(GridRow&)>& use) override;
    const std::vector<MergedRange>& merged() const override { return merged_; }
    bool counts1904() const override { return false; }

private:
    ByteFile bytes_;
    TextForm form_;
    CsvDialect dialect_;
    std::vector<MergedRange> merged_;
};

void CsvFile::read(std::size_t sheet, const std::function<bool(GridRow&)>& use) {
    if (sheet != 0) throw Error(tr("文件里没有第 {} 张工作表。", sheet + 1));
    GridRow row;
    CsvRecords records(dialect_.separator, false, [&](CsvRecords::Record& record) {
        row.number = record.number;
        row.cells.resize(record.fields.size());
        std::size_t used = 0;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            std::string& text = record.fields[i];
            reset(row.cells[i]);
            if (isBlank(text) || standsForPicture(text)) continue;
            unwrap(text);
            if (text.find('\r') != text.npos) std::erase(text, '\r');
            row.cells[i].kind = Cell::Kind::text;
            row.cells[i].text.swap(text);
            used = i + 1;
        }
        row.cells.resize(used);
        return used == 0 || use(row);
    });
    TextReader reader(bytes_, form_);
    std::string piece;
    for (std::size_t skip = dialect_.skip; reader.next(piece); skip = 0) {
        if (!records.feed(std::string_view(piece).substr(std::min(skip, piece.size())))) return;
    }
    records.finish();
}

} // namespace

std::unique_ptr<TableFile> openCsv(Opened file) {
    return std::make_unique<CsvFile>(std::move(file));
}

} // namespace yanxun::table
