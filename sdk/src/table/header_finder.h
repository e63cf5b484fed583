#pragma once
#include "table/ledger_headings.h"

namespace yanxun {

/// Which columns of a sheet with known headings a person chose: column id → sheet column.
using RememberedColumns = std::map<std::string, int, std::less<>>;

/// Looks for the header of a ledger among the first rows of a sheet.
class HeaderFinder {
public:
    /// `remembered`: mappings people corrected, by fingerprint. Borrows all three.
    HeaderFinder(const ImportInfo& info, const LedgerHeadings& headings,
                 const std::map<std::string, RememberedColumns>& remembered);

    /// The best mapping; when no row has any heading of the kind, the likeliest header without columns.
    ImportMapping find(const Grid& grid) const;
    /// Score and missing columns, after the columns of a mapping changed.
    void judge(ImportMapping& mapping) const;

private:
    ImportMapping candidate(const Grid& grid, std::size_t first, std::size_t depth) const;
    void assign(ImportMapping& mapping, const std::vector<std::vector<std::string>>& levels) const;

    const ImportInfo& info_;
    const LedgerHeadings& headings_;
    const std::map<std::string, RememberedColumns>& remembered_;
    std::vector<std::vector<std::string>> names_; ///< keys of each column's title and synonyms, the title first
};

/// Stable name of a row of headings; the columns of a result workbook do not change it.
std::string fingerprintOf(const std::vector<std::string>& headings);

} // namespace yanxun
