#pragma once
#include "table/byte_file.h"

#include <yanxun/table/grid.h>

namespace yanxun::table {

/// A TableFile and where it came from.
struct Opened {
    std::filesystem::path path;
    ByteFile bytes;
};

enum class TableForm { xlsx, csv, xml };
/// By what the file holds, whatever its name ends in. Throws Error for what is no table, saying what it is.
TableForm formOf(const ByteFile& file, const std::filesystem::path& path);

std::unique_ptr<TableFile> openXlsx(Opened file);
std::unique_ptr<TableFile> openCsv(Opened file);
std::unique_ptr<TableFile> openXml(Opened file);

/// SHA-256 of all bytes, in one pass that `look` may watch (and end by throwing).
std::string sha256Of(const ByteFile& file, const std::function<void(std::string_view)>& look = {});

} // namespace yanxun::table
