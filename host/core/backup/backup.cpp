#include "core/backup/backup.h"

#include "core/backup/manifest.h"
#include "core/backup/table_copy_store.h"
#include "core/backup/workspace.h"

#include <yanxun/data/attachments.h>
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
        std::vector<TableShape> tables = tablesOf(from);
        std::erase_if(tables, [](const TableShape& table) { return isAttachedContent(table.name); });
        container->write([&](Writer& to) {
            makeContainerTables(to, tables);
        });
        container->write([&](Writer& to) { copyRows(from, to, tables, progress); });
    });
}

/// A part of the zip and the file it is made of.
struct Attachment {
    std::string part, sha256;
    std::filesystem::path file; ///< empty: it lies inside the server
    std::uintmax_t size = 0;
};

std::vector<Attachment> attachmentsBeside(const std::filesystem::path& database) {
    namespace fs = std::filesystem;
    std::vector<Attachment> all;
    std::error_code none;
    const fs::path folder = filesBeside(database);
    for (const auto& item : fs::recursive_directory_iterator(folder, none)) {
        // a name with an ending is still being written by somebody
        if (!item.is_regular_file() || item.path().has_extension()) continue;
        all.push_back({"files/" + item.path().lexically_relative(folder).generic_string(), {}, item.path(),
                       item.file_size()});
    }
    std::sort(all.begin(), all.end(), [](const Attachment& a, const Attachment& b) { return a.part < b.part; });
    return all;
}

std::vector<Attachment> attachmentsOf(Database& database) {
    if (database.engine() == Engine::sqlite) return attachmentsBeside(database.target());
    std::vector<Attachment> all;
    database.read([&](Reader& reader) {
        for (const StoredFile& file : storedFiles(reader)) {
            all.push_back({"files/" + file.sha256.substr(0, 2) + "/" + file.sha256, file.sha256, {},
                           static_cast<std::uintmax_t>(file.size)});
        }
    });
    return all;
}

/// One at a time: content of a server needs a place on the disk before it goes into the zip.
ZipPart addAttachment(ZipWriter& writer, Database& database, const Attachment& attachment,
                      const std::filesystem::path& aside, Progress& progress) {
    if (!attachment.file.empty()) return writer.addFile(attachment.part, attachment.file, progress);
    database.read([&](Reader& reader) { copyFile(reader, attachment.sha256, aside); });
    return writer.addFile(attachment.part, aside, progress);
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
    const std::vector<Attachment> attachments = attachmentsOf(database);
    std::uintmax_t size = std::filesystem::file_size(copy);
    for (const Attachment& attachment : attachments) size += attachment.size;
    ZipWriter writer(zip, madeAt, size > kZip64From);
    manifest.parts.push_back(writer.addFile("database.db", copy, progress));
    for (const Attachment& attachment : attachments) {
        manifest.parts.push_back(addAttachment(writer, database, attachment, work.file("attachment"), progress));
    }
    writer.addText("manifest.xml", manifest.xml());
    writer.close();
    verify(zip, progress);
    std::error_code wrong;
    std::filesystem::rename(zip, out, wrong);
    if (wrong) throwCannotWrite(out);
}

} // namespace yanxun::host
