#pragma once
#include "table/import_body.h"

namespace yanxun {

/// Asks the kind's planner row by row and decides what becomes of each: contract «Import, undo» for the modes.
/// Call inside one snapshot. Throws Cancelled.
void decideRows(ImportKind& kind, Reader& reader, const ImportOptions& options, std::vector<ImportRow>& rows,
                Progress& progress);

/// True when two rows would write the same: what was previewed still holds.
bool sameDecision(const ImportRow& a, const ImportRow& b);

/// Blank to a person: NULL or an empty text.
bool isBlank(const Value& value);
/// The value of a field; NULL when it is not there.
const Value& valueOf(const Fields& fields, const std::string& column);

/// Notes on rows of sums that differ from the rows that were accepted (new, changed or known already).
std::vector<ImportMessage> checkSums(const ImportInfo& info, const std::vector<SumRow>& sums,
                                     const std::vector<ImportRow>& rows);

ImportCounts countRows(const std::vector<ImportRow>& rows, const std::vector<ImportMessage>& notes);

} // namespace yanxun
