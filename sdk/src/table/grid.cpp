#include <yanxun/error.h>
#include <yanxun/table/grid.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {
namespace {

/// A whole sheet stands in memory: this many cells take some 400 MB. Far cells and merges cost the empty ones in between.
constexpr std::size_t cellsLimit = 8'000'000;

/// Counts cells; throws when the sheet holds more than memory should.
class Room {
public:
    void take(std::size_t cells) {
        if (cells > left_) {
            throw Error(tr("表格太大，连同空格超过 {} 格，一次读不下。请删去远处多余的列和合并，或把它分成几个文件后再试。",
                           text::grouped(std::int64_t(cellsLimit))));
        }
        left_ -= cells;
    }

private:
    std::size_t left_ = cellsLimit;
};

/// Merged cells hold their value at the top left alone: people read it beside every row of the merge.
void fillDown(Grid& grid, Room& room) {
    for (const MergedRange& range : grid.merged) {
        if (range.firstRow == range.lastRow) continue;
        const auto byNumber = [](const GridRow& row, int number) { return row.number < number; };
        auto row = std::lower_bound(grid.rows.begin(), grid.rows.end(), range.firstRow, byNumber);
        if (row == grid.rows.end() || row->number != range.firstRow) continue;
        const std::size_t column = std::size_t(range.firstColumn);
        if (row->cells.size() <= column || (row->cells[column].blank() && !row->cells[column].formulaUncached)) continue;
        Cell cell = row->cells[column];
        cell.filledDown = true;
        for (++row; row != grid.rows.end() && row->number <= range.lastRow; ++row) {
            const std::size_t wider = row->cells.size() <= column ? column + 1 - row->cells.size() : 0;
            room.take(wider + 1); // ranges over ranges would go on for ever
            if (wider > 0) row->cells.resize(column + 1);
            row->cells[column] = cell;
        }
    }
}

} // namespace

Grid Grid::load(TableFile& file, std::size_t sheet, Progress& progress, int maxRows) {
    Grid grid;
    grid.file = file.path();
    grid.fileSha256 = file.sha256();
    grid.sheetIndex = sheet;
    grid.counts1904 = file.counts1904();
    const std::vector<SheetInfo> sheets = file.sheets();
    if (sheet < sheets.size()) grid.sheet = sheets[sheet].name;

    Room room;
    file.read(sheet, [&](GridRow& row) {
        if (int(grid.rows.size()) >= maxRows) {
            throw Error(tr("表格超过 {} 行，一次读不下。请把它分成几个文件后再试。", text::grouped(maxRows)));
        }
        room.take(row.cells.size());
        grid.columns = std::max(grid.columns, int(row.cells.size()));
        grid.rows.push_back(std::move(row));
        if (grid.rows.size() % 1000 == 0) {
            progress.check();
            progress.step(std::int64_t(grid.rows.size()), 0, tr("读取表格"));
        }
        return true;
    });
    if (grid.rows.empty()) {
        throw Error(grid.sheet.empty() ? tr("表格里没有内容。请检查文件后再试。")
                                       : tr("工作表“{}”里没有内容。请换一张工作表，或检查文件后再试。", grid.sheet));
    }
    grid.merged = file.merged();
    fillDown(grid, room);
    return grid;
}

} // namespace yanxun
