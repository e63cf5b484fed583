#pragma once
#include <yanxun/export.h>
#include <yanxun/progress.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace yanxun {

/// A copy of the table file `from` with columns added behind the last used one: `headings` in row `headerRow`, below
/// them the texts of each row (row numbers as Grid has them, one text for each heading). Columns that already carry
/// these headings, from an earlier copy, are written over. xlsx: only that sheet's XML changes, every other part keeps
/// its bytes. csv: same encoding, separator and line ends. xml: what writeTable() writes. Written aside and renamed;
/// `to` may be `from`. Throws Error, Full, Unavailable, Cancelled.
YANXUN_EXPORT void copyWithColumns(const std::filesystem::path& from, std::size_t sheet, const std::vector<std::string>& headings,
                     int headerRow, const std::map<int, std::vector<std::string>>& textsByRow,
                     const std::filesystem::path& to, Progress& progress);

} // namespace yanxun
