#include "desktop/heat_map.h"

#include <yanxun/text.h>

#include <algorithm>
#include <cmath>

namespace yanxun::desktop {
namespace {

int percent(const FigureMatrix::Cell& cell) {
    return static_cast<int>(std::lround(100.0 * double(std::min(cell.reached, cell.expected)) / double(cell.expected)));
}

ui::HeatCell heatCell(const FigureMatrix& matrix, std::size_t row, std::size_t column) {
    const FigureMatrix::Cell& cell = matrix.cells[row * matrix.columns.size() + column];
    const std::string place = tr("{} · {}", matrix.rows[row].label, matrix.columns[column].label);
    if (cell.expected == 0) return {"—", tr("{}：没有应覆盖的对象", place), ui::HeatFill::none, 0, Tone::neutral};
    return {tr("{}%", percent(cell)),
            tr("{}：应覆盖 {}，已覆盖 {}，{}%", place, cell.expected, cell.reached, percent(cell)),
            ui::HeatFill::share, percent(cell) / 100.0, Tone::neutral};
}

std::vector<ui::HeatHead> heads(const std::vector<FigureMatrix::Head>& all) {
    std::vector<ui::HeatHead> made;
    for (const FigureMatrix::Head& head : all) made.push_back({head.label, {}});
    return made;
}

} // namespace

ui::HeatTable heatTable(FigureMatrix matrix, const std::string& title) {
    ui::HeatTable table;
    table.rows = heads(matrix.rows);
    table.columns = heads(matrix.columns);
    std::int64_t reached = 0, expected = 0;
    for (const FigureMatrix::Cell& cell : matrix.cells) {
        reached += cell.reached;
        expected += cell.expected;
    }
    table.empty = tr("{}：这一年没有数据。", title);
    table.summary = tr("{}：应覆盖 {}，已覆盖 {}。用方向键逐格查看。", title, expected, reached);
    table.cell = [matrix = std::move(matrix)](std::size_t row, std::size_t column) {
        return heatCell(matrix, row, column);
    };
    return table;
}

std::string heatKey(const FigureMatrix& matrix, int row, int column) {
    return matrix.rows[std::size_t(row)].key + "|" + matrix.columns[std::size_t(column)].key;
}

} // namespace yanxun::desktop
