#pragma once
#include <filesystem>
#include <vector>

namespace yanxun::table {

/// The pictures people pasted over or into the cells of a workbook's sheet.
struct SheetPictures {
    std::vector<int> rows; ///< row of each, as the person sees it, ascending
    bool inCells = false;  ///< WPS keeps pictures inside cells too; their rows are not told
};

/// None for files that are no workbook or cannot be read any more.
SheetPictures picturesOf(const std::filesystem::path& file, std::size_t sheet);

} // namespace yanxun::table
