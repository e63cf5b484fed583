#pragma once
#include "table/number_format.h"
#include "table/zip_archive.h"

#include <vector>

namespace yanxun::table {

/// The number format behind each cell style of a workbook.
class CellStyles {
public:
    void load(const ZipArchive& archive, const ZipEntry& entry);
    /// General for a style the file does not define.
    const NumberFormat& format(std::size_t style) const;

private:
    friend class StylesParser;
    std::vector<NumberFormat> formats_;
    std::vector<std::size_t> byStyle_;
};

} // namespace yanxun::table
