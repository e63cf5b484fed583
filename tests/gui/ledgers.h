#pragma once
#include "sdk/import/workbook.h"

namespace yanxun::testing {

/// A drills ledger as bureaus keep it: a title, a two-row header, the rows, a sum.
void writeDrills(const std::filesystem::path& path, const std::vector<std::vector<import_test::In>>& rows);
/// One row of it.
std::vector<import_test::In> drillRow(int serial, const std::string& name, const std::string& unit, import_test::In day,
                                      import_test::In people);

} // namespace yanxun::testing
