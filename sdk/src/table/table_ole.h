#pragma once
#include "table/byte_file.h"

namespace yanxun::table {

/// Says which of the old or locked formats a compound file (OLE2) is, by the names in its directory, and what to do.
[[noreturn]] void refuseCompound(const ByteFile& file, const std::filesystem::path& path);

} // namespace yanxun::table
