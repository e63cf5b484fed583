#include "core/backup/backup.h"

#include "core/backup/manifest.h"
#include "core/backup/table_copy_store.h"
#include "core/backup/workspace.h"

#include <yanxun/text.h>
#include <yanxun/version.h>

#include <algorithm>

namespace yanxun::host {
namespace {

constexpr std::uintmax_t kZip64From = 2'000'000'000;

/// The tables of a server inside a SQLite file: one snapshot, whatever others write meanwhile.
void containTables(Database& server, const std::filesystem::path& file, Millis madeAt, Progress& progress) {
    const FixedClock clock(madeAt);
    OpenOptions options;
    options.create = true;
    options.durable = false; // it is copied into the zip and digested at once
    const std::unique_ptr<Database> container = Database::open(file.string(), clock, options);
    server.read([&](Reader& from) {
        const std::vector<TableShape> tables = tablesOf(from);
        container->write([&](Writer& to) {
            makeContainerTables(to, tables);
        });
        container->write([&](Writer& to) { copyRows(from, to, tables, progress); });
    });
}

std::vector<std::filesystem::path> attachedFiles(const Database& database) {
    std::vector<std::filesystem::path> files;
    if (database.engine() != Engine::sqlite) return files;
    std::error_code none;
    for (const auto& item : std::filesystem::directory_iterator(filesBeside(database.target()), none)) {
        if (item.is_regular_file()) files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void verify(const std::filesystem::path& zip, Progress& progress) {
    ZipReader reader(zip);
    const BackupManifest manifest = BackupManifest::read(reader.text("manifest.xml"), zip);
    for (const ZipPart& part : manifest.parts) {
        if (reader.extract(part.name, part.size, {}, progress).sha256 == part.sha256) continue;
        throw Unavailable(tr("备份写完后读回核对不符，磁盘可能有问题。请换一个磁盘再备份。"));
    }
}

} // namespace

std::filesystem::path filesBeside(const std::filesystem::path& database) {
    return database.parent_path() / (database.stem().string() + ".files");
}

void makeBackup(Database& database, const std::vector<SchemaVersion>& versions, Millis madeAt,
                const std::filesystem::path& out, Progress& progress) {
    if (std::filesystem::exists(out)) {
        throw Conflict(tr("文件 {} 已经存在，不会覆盖。请换一个文件名。", out.string()));
    }
    const Workspace work(std::filesystem::absolute(out).parent_path());
    const bool native = database.engine() == Engine::sqlite;
    const std::filesystem::path copy = work.file("database.db"), zip = work.file("backup.zip");
    if (native) database.copyTo(copy.string(), progress);
    else containTables(database, copy, madeAt, progress);

    BackupManifest manifest{native, YANXUN_SDK_VERSION, isoInstant(madeAt), versions, {}};
    const std::vector<std::filesystem::path> files = attachedFiles(database);
    std::uintmax_t size = std::filesystem::file_size(copy);
    for (const std::filesystem::path& file : files) size += std::filesystem::file_size(file);
    ZipWriter writer(zip, madeAt, size > kZip64From);
    manifest.parts.push_back(writer.addFile("database.db", copy, progress));
    for (const std::filesystem::path& file : files) {
        manifest.parts.push_back(writer.addFile("files/" + file.filename().string(), file, progress));
    }
    writer.addText("manifest.xml", manifest.xml());
    writer.close();
    verify(zip, progress);
    std::error_code wrong;
    std::filesystem::rename(zip, out, wrong);
    if (wrong) throwCannotWrite(out);
}

} // namespace yanxun::host
