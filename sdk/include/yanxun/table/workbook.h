#pragma once
#include <yanxun/export.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace yanxun {

enum class CellLook {
    plain,   ///< wrapped text with a border
    title,   ///< large, without border
    note,    ///< small and grey, without border
    heading, ///< bold on a soft ground
    input,   ///< to be filled in: text on a light ground, the only look a locked sheet lets people change
};

struct WorkbookCell {
    std::string text;
    CellLook look = CellLook::plain;
    std::vector<std::string> choices; ///< offered in a list; other values stay possible
    int span = 1;                     ///< columns it takes
};

/// One sheet of a form that is printed or filled in: texts only, what was typed comes back as it was typed.
struct WorkbookSheet {
    std::string name;
    std::vector<int> widths; ///< of the columns, in characters
    std::vector<std::vector<WorkbookCell>> rows;
    int repeatedRow = -1;    ///< row (from 0) that every printed page repeats and the screen keeps; -1 = none
    bool landscape = false;
    bool locked = false;     ///< only `input` cells can be changed (no password)
    std::string pageHeader;  ///< printed on every page
};

/// Writes an xlsx aside and renames. `properties`: custom properties of the file. Throws Full, Unavailable.
YANXUN_EXPORT void writeWorkbook(const std::vector<WorkbookSheet>& sheets, const std::filesystem::path& path,
                                 const std::map<std::string, std::string>& properties = {});

} // namespace yanxun
