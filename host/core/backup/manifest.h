#pragma once
#include "core/backup/zip_file.h"
#include "core/program.h"

#include <string>
#include <vector>

namespace yanxun::host {

/// manifest.xml of a backup.
struct BackupManifest {
    /// True: database.db is a SQLite database as it was in use. False: the tables of a server, without indexes, put into
    /// a SQLite file as a container.
    bool native = true;
    std::string program; ///< version that made it
    std::string madeAt;  ///< ISO 8601
    std::vector<SchemaVersion> versions;
    std::vector<ZipPart> parts;

    std::string xml() const;
    /// Throws Error when it is none.
    static BackupManifest read(const std::string& xml, const std::filesystem::path& zip);
};

} // namespace yanxun::host
