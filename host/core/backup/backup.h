#pragma once
#include "core/program.h"

#include <yanxun/progress.h>

namespace yanxun::host {

/// Writes the whole database into one new zip: manifest.xml (versions, size and SHA-256 of each part), database.db (the
/// SQLite file as it is, or the tables of a server in one, so that either engine can take them back) and the attached
/// files. Others go on writing meanwhile. The zip is made aside, read back and compared with its manifest, then renamed.
/// Throws Conflict when `out` exists, Full, Unavailable, Cancelled; nothing is left behind then.
void makeBackup(Database& database, const std::vector<SchemaVersion>& versions, Millis madeAt,
                const std::filesystem::path& out, Progress& progress = Progress::none());

/// Puts a backup into an empty target, a file's path or postgresql://…. Checked whole before anything is written; under
/// the exclusive lock; a failure leaves the target as it was. `schemas`: the steps of every owner this program knows.
/// Throws Error when the zip is damaged, no backup or made by something newer, Conflict when the target holds records or
/// is in use.
void restoreBackup(const std::filesystem::path& zip, const std::string& target,
                   const std::vector<PluginManager::Schema>& schemas, const Clock& clock,
                   Progress& progress = Progress::none());

} // namespace yanxun::host
