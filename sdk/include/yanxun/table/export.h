#pragma once
#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

#include <filesystem>

namespace yanxun {

/// A list that can be written to a file: `yanxunctl export drills.records`.
struct TableKind {
    std::string id;
    std::string title;
    /// `year` 0 = all years. The source lives inside the Reader's snapshot.
    std::function<RowSource(Reader&, int year)> rows;
};

enum class TableFormat { csv, xml };

/// Writes to a temporary file beside `path` and renames: never a half-written file. csv is UTF-8 with BOM; a text cell
/// that starts like a formula gets a ' in front. Returns the number of rows. Throws Full, Unavailable, Cancelled.
YANXUN_EXPORT std::int64_t writeTable(const RowSource& source, const std::string& id, const std::string& title,
                                      TableFormat format, const std::filesystem::path& path,
                                      Progress& progress = Progress::none());

} // namespace yanxun
