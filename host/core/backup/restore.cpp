#include "core/backup/backup.h"

#include "core/backup/manifest.h"
#include "core/backup/table_copy_store.h"
#include "core/backup/workspace.h"

#include <yanxun/data/attachments.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::host {
namespace {

using Schemas = std::vector<PluginManager::Schema>;

const PluginManager::Schema* schemaOf(const Schemas& schemas, const std::string& owner) {
    const auto found = std::find_if(schemas.begin(), schemas.end(), [&](const auto& s) { return s.plugin == owner; });
    return found == schemas.end() ? nullptr : &*found;
}

void refuseNewer(const BackupManifest& manifest, const Schemas& schemas, const std::filesystem::path& zip) {
    for (const SchemaVersion& part : manifest.versions) {
        const PluginManager::Schema* known = schemaOf(schemas, part.owner);
        if (!known || known->steps.empty() || part.version <= known->steps.back().version) continue;
        throw Error(tr("备份 {} 是用更新的版本做的（{} 第 {} 版，本程序只认识到第 {} 版）。请更新本程序后再恢复。",
                       zip.string(), part.owner, part.version, known->steps.back().version));
    }
}

/// Unpacks a part and compares it with the manifest.
void unpack(ZipReader& reader, const ZipPart& part, const std::filesystem::path& zip, const std::filesystem::path& out,
            Progress& progress) {
    const ZipPart found = reader.extract(part.name, part.size, out, progress);
    if (found.size == part.size && found.sha256 == part.sha256) return;
    throw Error(tr("备份文件 {} 已损坏：“{}”与它的校验值不符。请换一份备份。", zip.string(), part.name));
}

void unpackDatabase(ZipReader& reader, const BackupManifest& manifest, const std::filesystem::path& zip,
                    const std::filesystem::path& out, Progress& progress) {
    for (const ZipPart& part : manifest.parts) {
        if (part.name == "database.db") unpack(reader, part, zip, out, progress);
    }
}

/// Only what a backup of ours holds, «files/NAME» or «files/ab/NAME»: any other path could lead out of the folder.
bool isAttachment(const std::string& name) {
    return name.starts_with("files/") && name.size() > 6 && name[6] != '/' && name.back() != '/' &&
           std::count(name.begin(), name.end(), '/') <= 2 && name.find("..") == std::string::npos &&
           name.find('\\') == std::string::npos;
}

/// Into `folder`, as they will lie beside the database.
void unpackAttachments(ZipReader& reader, const BackupManifest& manifest, const std::filesystem::path& zip,
                       const std::filesystem::path& folder, Progress& progress) {
    for (const ZipPart& part : manifest.parts) {
        if (!isAttachment(part.name)) continue;
        const std::filesystem::path file = folder / part.name.substr(6);
        std::error_code ignored; // unpack says what is wrong with the disk
        std::filesystem::create_directories(file.parent_path(), ignored);
        unpack(reader, part, zip, file, progress);
    }
}

/// Every attachment into the database of a server.
void keepAttachments(ZipReader& reader, const BackupManifest& manifest, const std::filesystem::path& zip,
                     const std::filesystem::path& aside, Database& target, Progress& progress) {
    for (const ZipPart& part : manifest.parts) {
        if (!isAttachment(part.name)) continue;
        unpack(reader, part, zip, aside, progress);
        target.write([&](Writer& writer) { keepFile(writer, aside, std::int64_t(part.size), progress); });
    }
}

/// The tables of `owner` as they were when the backup was made; the next start brings them up to date.
void makeTables(Database& database, const BackupManifest& manifest, const Schemas& schemas) {
    for (const SchemaVersion& part : manifest.versions) {
        const PluginManager::Schema* known = schemaOf(schemas, part.owner);
        if (!known) {
            throw Error(tr("备份里有插件“{}”的数据，但这里没有这个插件。请先安装并启用它，再恢复。", part.owner));
        }
        std::vector<Migration> steps;
        for (const Migration& step : known->steps) {
            if (step.version <= part.version) steps.push_back(step);
        }
        database.migrate(part.owner, steps);
    }
}

bool hasRecords(Database& database) {
    if (database.needsMigration()) return false;
    std::int64_t changes = 0;
    database.read([&](Reader& reader) { changes = reader.changeNumber(); });
    return changes != 0;
}

void refuseFull(Database& target) {
    if (!hasRecords(target)) return;
    throw Conflict(tr("数据库 {} 里已有记录，备份只能恢复到空的数据库。请另选一个新文件，例如 --data restored.db。",
                      target.target()));
}

/// What was unpacked is opened and looked through before it becomes anybody's database.
void checkWhole(const std::filesystem::path& copy, const std::filesystem::path& zip, const Clock& clock,
                Progress& progress) {
    const CheckResult result = Database::open(copy.string(), clock)->check(progress);
    if (result.clean) return;
    throw Error(tr("备份文件 {} 里的数据库不完好：{}请换一份备份。", zip.string(), result.problems.front()));
}

/// Every row of the unpacked copy into the tables of `target`, in one transaction.
void fill(Database& target, const std::filesystem::path& copy, const BackupManifest& manifest, const Schemas& schemas,
          const Clock& clock, Progress& progress) {
    const std::unique_ptr<Database> source = Database::open(copy.string(), clock);
    makeTables(target, manifest, schemas);
    source->read([&](Reader& from) {
        std::vector<TableShape> tables = tablesOf(from);
        target.write([&](Writer& to) {
            const std::vector<TableShape> known = tablesOf(to);
            std::erase_if(tables, [&](const TableShape& table) {
                return isMadeAnew(table.name) ||
                       std::none_of(known.begin(), known.end(), [&](const auto& k) { return k.name == table.name; });
            });
            copyRows(from, to, tables, progress);
            copySearchIndex(from, to, progress);
        });
    });
}

std::unique_ptr<Database> openTarget(const std::string& target, const Clock& clock) {
    OpenOptions options;
    options.create = true;
    return Database::open(target, clock, options);
}

void removeWithCompanions(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* tail : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(file.string() + tail, ignored);
    }
}

/// A whole database lies ready beside the target: lock the target, look once more, put it in place.
void putInPlace(const std::filesystem::path& ready, const std::filesystem::path& target, const Clock& clock) {
    const bool wasThere = std::filesystem::exists(target);
    std::unique_ptr<Database> database = openTarget(target.string(), clock);
    const std::shared_ptr<void> lock = database->lockExclusively();
    refuseFull(*database);
    database.reset(); // writes back and removes its journal, which must not meet the new file
    std::error_code wrong;
    std::filesystem::rename(ready, target, wrong);
    if (!wrong) return;
    if (!wasThere) removeWithCompanions(target);
    throwCannotWrite(target);
}

void restoreFile(ZipReader& reader, const BackupManifest& manifest, const std::filesystem::path& zip,
                 const std::filesystem::path& target, const Schemas& schemas, const Clock& clock, Progress& progress) {
    const std::filesystem::path folder = std::filesystem::absolute(target).parent_path();
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const Workspace work(folder);
    const std::filesystem::path files = filesBeside(target);
    unpackDatabase(reader, manifest, zip, work.file("unpacked.db"), progress);
    std::filesystem::path ready = work.file("unpacked.db");
    if (!manifest.native) {
        ready = work.file("ready.db");
        fill(*openTarget(ready.string(), clock), work.file("unpacked.db"), manifest, schemas, clock, progress);
    }
    const std::filesystem::path unpackedFiles = filesBeside(ready); // where the check looks for them
    unpackAttachments(reader, manifest, zip, unpackedFiles, progress);
    checkWhole(ready, zip, clock, progress);
    const bool hasFiles = std::filesystem::exists(unpackedFiles);
    if (hasFiles && std::filesystem::exists(files)) {
        throw Conflict(tr("文件夹 {} 已经存在，备份只能恢复到空的位置。请另选一个新文件名。", files.string()));
    }
    putInPlace(ready, target, clock);
    if (hasFiles) std::filesystem::rename(unpackedFiles, files);
}

void restoreServer(ZipReader& reader, const BackupManifest& manifest, const std::filesystem::path& zip,
                   const std::string& target, const Schemas& schemas, const Clock& clock, Progress& progress) {
    const Workspace work(std::filesystem::temp_directory_path());
    unpackDatabase(reader, manifest, zip, work.file("unpacked.db"), progress);
    const std::unique_ptr<Database> database = openTarget(target, clock);
    const std::shared_ptr<void> lock = database->lockExclusively();
    refuseFull(*database);
    // Content first: nobody names it yet, so what fails here leaves an empty database as before.
    keepAttachments(reader, manifest, zip, work.file("attachment"), *database, progress);
    fill(*database, work.file("unpacked.db"), manifest, schemas, clock, progress);
}

bool isServer(const std::string& target) {
    return target.starts_with("postgresql://") || target.starts_with("postgres://");
}

} // namespace

void restoreBackup(const std::filesystem::path& zip, const std::string& target,
                   const std::vector<PluginManager::Schema>& schemas, const Clock& clock, Progress& progress) {
    ZipReader reader(zip);
    if (!reader.has("manifest.xml")) {
        throw Error(tr("{} 不是演训宣的备份。请选择用本程序备份出来的 zip 文件。", zip.string()));
    }
    const BackupManifest manifest = BackupManifest::read(reader.text("manifest.xml"), zip);
    refuseNewer(manifest, schemas, zip);
    if (isServer(target)) {
        restoreServer(reader, manifest, zip, target, schemas, clock, progress);
        return;
    }
    if (std::filesystem::exists(target) && std::filesystem::file_size(target) > 0) {
        refuseFull(*openTarget(target, clock)); // before minutes of unpacking; looked at again under the lock
    }
    restoreFile(reader, manifest, zip, target, schemas, clock, progress);
}

} // namespace yanxun::host
