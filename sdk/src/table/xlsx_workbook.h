#pragma once
#include "table/zip_archive.h"

#include <filesystem>
#include <string>
#include <vector>

namespace yanxun::table {

struct WorkbookSheet {
    std::string name;
    std::string part; ///< name of the zip part
    bool hidden = false;
};

/// What a workbook is made of. Chart and macro sheets are left out.
struct Workbook {
    std::vector<WorkbookSheet> sheets;
    std::string strings, styles; ///< names of the parts
    bool counts1904 = false;
};

/// Throws Error with a sentence for zips that are no workbook (documents, ods, xlsb) and for workbooks with macros.
Workbook readWorkbook(const ZipArchive& zip, const std::filesystem::path& path);
/// The part that `part` names as its «drawing», «styles» …; "" when it has none.
std::string relatedPart(const ZipArchive& zip, const std::string& part, std::string_view type);

} // namespace yanxun::table
