#pragma once
#include "table/ledger_headings.h"

namespace yanxun {

/// A row of sums as the person wrote it.
struct SumRow {
    int number = 0;
    std::string label;
    bool subtotal = false;   ///< 小计; else it sums the whole ledger, a page, or all so far
    std::size_t before = 0;  ///< records above it
    std::map<std::string, std::int64_t> values; ///< by column id, where the file tells a number
};

/// The rows below the header, sorted by what they are.
struct ImportBody {
    std::vector<const GridRow*> records; ///< into the grid
    std::vector<SumRow> sums;
    std::vector<int> passedOver; ///< sums, notes, examples, repeated headings
    std::set<std::string> serial; ///< ids of columns that hold running numbers
    int stoppedAt = 0;           ///< number of a row behind so many empty ones that it is none of the ledger's; 0 = none
};

/// Sorts the rows of a sheet. Rationale: training_campaigns_materials §5.2 rows 10, 11.
ImportBody sortRows(const ImportInfo& info, const LedgerHeadings& headings, const ImportMapping& mapping,
                    const Grid& grid);

/// The cell of a row, a blank one when the row ends before.
const Cell& cellAt(const GridRow& row, int column);

} // namespace yanxun
