#pragma once
#include "core/duty_records.h"

#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

namespace drills {

/// The duties of a year as a board: units below each other, the windows of one rule beside each other; of all rules when
/// the filter names none, each unit's worst status under it.
struct DutyMatrix {
    struct Row {
        std::int64_t unitId = 0;
        std::string unit, region, kind;
    };
    struct Column {
        std::string key;   ///< the window's first day, or the rule's code
        std::string label; ///< «3月», «R06A»
        std::string title; ///< the rule's title
    };
    /// What stands at one place; several plans or variants of a window stand together.
    struct Cell {
        std::optional<DutyStatus> status; ///< the worst; empty = the rule is not about the unit
        int done = 0, need = 0;           ///< duties met, and how many there are
        std::int64_t duty = 0;            ///< the one with the worst status, the most urgent of them
    };
    std::vector<Row> rows;
    std::vector<Column> columns;
    std::vector<Cell> cells; ///< row by row
    const Cell& at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

/// From the computed duties. A status in the filter keeps the rows that show it, whole.
DutyMatrix dutyMatrix(yanxun::Reader& reader, const DutyFilter& filter);
/// The same as a table: unit, township, kind, a column for each window.
yanxun::RowSource matrixRows(const DutyMatrix& matrix);
/// One character for a cell: colour alone tells nobody.
std::string mark(DutyStatus status);
/// What is read for a cell.
std::string describe(const DutyMatrix& matrix, std::size_t row, std::size_t column);

} // namespace drills
