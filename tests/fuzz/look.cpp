#include "fuzz/look.h"

#include "table/workbook_copy.h"

#include <yanxun/error.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace yanxun::fuzz {
namespace {

[[noreturn]] void wrong(const char* what, const std::string& detail = {}) {
    std::fprintf(stderr, "%s: %s\n", what, detail.c_str());
    std::abort();
}

void demand(bool right, const char* what, const std::string& detail = {}) {
    if (!right) wrong(what, detail);
}

void lookAt(const Cell& cell, bool counts1904) {
    demand(text::clean(cell.text).size() <= cell.text.size() * 3, "a cell that is no text", cell.text);
    parseDate(cell, counts1904);
    parseCount(cell);
    parseHundredths(cell);
    parseFlag(cell);
    parseText(cell);
}

/// The rows of a sheet; nothing when the file says why not.
std::size_t rowsOf(TableFile& file, std::size_t sheet) {
    const Grid grid = Grid::load(file, sheet);
    int last = 0;
    for (const GridRow& row : grid.rows) {
        demand(row.number > last, "rows out of order");
        last = row.number;
        for (const Cell& cell : row.cells) lookAt(cell, grid.counts1904);
    }
    return grid.rows.size();
}

void copy(std::string_view bytes, std::size_t sheet, int headerRow, std::size_t rows) {
    static const std::string folder = "/tmp/yanxun-fuzz-" + std::to_string(::getpid());
    const std::string from = folder + ".in", to = folder + ".out";
    std::ofstream(from, std::ios::binary) << bytes;
    try {
        copyWithColumns(from, sheet, {"导入结果", "错误原因"}, headerRow, {{headerRow + 1, {"错误", "<原因> & \"话\""}}}, to, Progress::none());
    } catch (const Error&) {
        return; // no room for two columns more
    }
    const auto file = TableFile::open(to);
    demand(rowsOf(*file, sheet) >= rows, "the copy lost rows");
    std::remove(from.c_str());
    std::remove(to.c_str());
}

/// The copy is opened by what the file looks like, which the fuzzer's target did not ask. And of a csv with several
/// separators, or a stray quote that opens a field once another follows, what is written beside it may tip the scale.
bool readsOneWay(std::string_view bytes, const char* name) {
    const table::Opened file = opened(bytes, name);
    const bool csv = file.path.extension() == ".csv", xml = file.path.extension() == ".xml";
    const table::TableForm form = table::formOf(file.bytes, file.path);
    const auto holds = [&](char c) { return bytes.find(c) != bytes.npos; };
    if (csv) return form == table::TableForm::csv && !holds('"') && holds(',') + holds(';') + holds('\t') <= 1;
    return form == (xml ? table::TableForm::xml : table::TableForm::xlsx);
}

} // namespace

void look(const std::function<std::unique_ptr<TableFile>(table::Opened)>& open, std::string_view bytes, const char* name) {
    try {
        const auto file = open(opened(bytes, name));
        for (std::size_t sheet = 0; sheet < std::min<std::size_t>(file->sheets().size(), 4); ++sheet) {
            const std::size_t rows = rowsOf(*file, sheet);
            if (readsOneWay(bytes, name)) copy(bytes, sheet, 1, rows);
        }
    } catch (const Error& error) {
        demand(std::string(error.what()).ends_with("。"), "no whole sentence", error.what());
    }
}

} // namespace yanxun::fuzz
