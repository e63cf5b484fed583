#pragma once
#include <yanxun/report/report.h>

namespace yanxun {

/// A report as xlsx: facts and sentences on the first sheet, every table on a sheet of its own. The title stands in the
/// head of every printed page. Writes aside and renames. Throws Full, Unavailable, Cancelled.
YANXUN_EXPORT void saveXlsx(const Report& report, const std::filesystem::path& path, Progress& progress = Progress::none());

/// A list as xlsx, headings in the first row, so that it can be imported again. Returns the number of rows.
YANXUN_EXPORT std::int64_t saveXlsx(const RowSource& source, const std::string& title, const std::filesystem::path& path,
                                    Progress& progress = Progress::none());

} // namespace yanxun
