#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace yanxun::testing {

/// What a right import of a made-up ledger counts.
struct LedgerTruth {
    int read = 0, drills = 0, doubles = 0, errors = 0;
    long participants = 0;
    std::map<std::string, int> byTown, byHazard;
};

/// Writes a drill ledger as a bureau keeps it: title and 填报单位 rows, a two-level merged header, towns merged over their
/// rows with 小计 between, 合计 and 注 at the end, dates and head counts in every shape people write, two doubles and two
/// rows that cannot be right. All names are made up; the same `towns` gives the same file.
LedgerTruth writeDrillLedger(const std::filesystem::path& path, int towns, int drillsPerTown);

} // namespace yanxun::testing
