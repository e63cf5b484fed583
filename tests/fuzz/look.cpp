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

/// The rows of a sheet, each cell looked at.
Grid gridOf(TableFile& file, std::size_t sheet) {
    Grid grid = Grid::load(file, sheet);
    int last = 0;
    for (const GridRow& row : grid.rows) {
        demand(row.number > last, "rows out of order");
        last = row.number;
        for (const Cell& cell : row.cells) lookAt(cell, grid.counts1904);
    }
    return grid;
}

/// What stood left of the added columns stands there still; a heading that was there already hides what it writes over.
void demandSameCells(const Grid& before, const Grid& after) {
    auto now = after.rows.begin();
    for (const GridRow& row : before.rows) {
        while (now != after.rows.end() && now->number < row.number) ++now;
        demand(now != after.rows.end() && now->number == row.number, "the copy lost a row");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].text == "导入结果") return;
            demand(i < now->cells.size() && row.cells[i].text == now->cells[i].text, "the copy changed a cell", row.cells[i].text);
        }
    }
}

void copy(std::string_view bytes, std::size_t sheet, int headerRow, const Grid& before) {
    static const std::string folder = "/tmp/yanxun-fuzz-" + std::to_string(::getpid());
    const std::string from = folder + ".in", to = folder + ".out";
    std::ofstream(from, std::ios::binary) << bytes;
    try {
        copyWithColumns(from, sheet, {"导入结果", "错误原因"}, headerRow, {{headerRow + 1, {"错误", "<原因> & \"话\""}}}, to, Progress::none());
    } catch (const Error&) {
        return; // no room for two columns more
    }
    const auto file = TableFile::open(to);
    const Grid after = gridOf(*file, sheet);
    demand(after.rows.size() >= before.rows.size(), "the copy lost rows");
    if (table::formOf(table::ByteFile::open(from), from) == table::TableForm::csv) demandSameCells(before, after);
    std::remove(from.c_str());
    std::remove(to.c_str());
}

/// The copy is opened by what the file looks like, which the fuzzer's target did not ask.
bool readsOneWay(std::string_view bytes, const char* name) {
    const table::Opened file = opened(bytes, name);
    const bool csv = file.path.extension() == ".csv", xml = file.path.extension() == ".xml";
    return table::formOf(file.bytes, file.path) == (csv ? table::TableForm::csv : xml ? table::TableForm::xml : table::TableForm::xlsx);
}

} // namespace

void look(const std::function<std::unique_ptr<TableFile>(table::Opened)>& open, std::string_view bytes, const char* name) {
    try {
        const auto file = open(opened(bytes, name));
        for (std::size_t sheet = 0; sheet < std::min<std::size_t>(file->sheets().size(), 4); ++sheet) {
            const Grid grid = gridOf(*file, sheet);
            if (readsOneWay(bytes, name)) copy(bytes, sheet, 1, grid);
        }
    } catch (const Error& error) {
        demand(std::string(error.what()).ends_with("。"), "no whole sentence", error.what());
    }
}

} // namespace yanxun::fuzz
