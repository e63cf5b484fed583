#pragma once
#include "table/import_dates.h"

namespace yanxun {

/// Reads the cells of every record by their column's type; each wrong cell gets its sentence, all of a row at once.
/// `dates` as decideDates gave them.
std::vector<ImportRow> readRecords(const ImportInfo& info, const ImportBody& body, const RecordCells& cells,
                                   const std::map<std::string, DateReading>& dates, bool counts1904);

/// Text for a person of a value of that type: «2021-05-03», «85.3», «是».
std::string shownValue(const Value& value, ImportType type);

} // namespace yanxun
