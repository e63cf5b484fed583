#include "core/atomic_file.h"
#include "data/attachment_check.h"
#include "core/digest.h"
#include "data/layer_schema.h"

#include <yanxun/data/attachments.h>
#include <yanxun/text.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace yanxun {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kPiece = 256 * 1024; ///< of a row on a server and of what is in memory

using UseBlock = std::function<void(std::string_view)>;

[[noreturn]] void missingSource(const fs::path& file) {
    throw Unavailable(tr("文件“{}”不存在。请检查它是否被移动或改名，然后重新选择。", file.string()));
}

[[noreturn]] void unreadableSource(const fs::path& file) {
    throw Unavailable(tr("文件“{}”读不出来。请检查它是否还在、您有没有读取的权限。", file.string()));
}

[[noreturn]] void damaged(const std::string& sha256) {
    throw Unavailable(tr("附件 {}… 的内容已缺失或损坏。请从备份恢复，或重新添加这个文件。", sha256.substr(0, 12)));
}

std::string sizeText(std::int64_t bytes) {
    if (bytes < 1024 * 1024) return tr("{} KB", std::max<std::int64_t>(1, bytes / 1024));
    return tr("{} MB", (bytes + 512 * 1024) / (1024 * 1024));
}

void eachBlockOf(const fs::path& file, const UseBlock& use) {
    std::ifstream in(file, std::ios::binary);
    if (!in) unreadableSource(file);
    std::string block(std::size_t(kPiece), '\0');
    for (;;) {
        in.read(block.data(), std::streamsize(block.size()));
        if (in.gcount() > 0) use(std::string_view(block).substr(0, std::size_t(in.gcount())));
        if (in.bad()) unreadableSource(file);
        if (!in) return;
    }
}

/// A name that comes from outside must not become a path.
bool isName(const std::string& sha256) {
    return sha256.size() == 64 && sha256.find_first_not_of("0123456789abcdef") == std::string::npos;
}

fs::path placeOf(Reader& reader, const std::string& sha256) {
    const fs::path database = reader.scalarText("SELECT file FROM pragma_database_list WHERE name = 'main'");
    return filesBeside(database) / sha256.substr(0, 2) / sha256;
}

bool find(Reader& reader, const std::string& sha256, StoredFile& found) {
    return isName(sha256) && reader.one("SELECT sha256, size FROM attachment WHERE sha256 = ?", {sha256},
                                        [&](const Row& row) { found = {row.str(0), row.integer(1)}; });
}

bool isComplete(Reader& reader, const StoredFile& file) {
    if (reader.engine() == Engine::postgresql) {
        return reader.scalar("SELECT coalesce(sum(length(body)), 0) FROM attachment_piece WHERE sha256 = ?",
                             {file.sha256}) == file.size;
    }
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(placeOf(reader, file.sha256), missing);
    return !missing && size == std::uintmax_t(file.size);
}

void eachBlockOf(Reader& reader, const StoredFile& file, const UseBlock& use) {
    if (reader.engine() == Engine::sqlite) return eachBlockOf(placeOf(reader, file.sha256), use);
    const std::int64_t pieces = (file.size + kPiece - 1) / kPiece;
    for (std::int64_t number = 0; number < pieces; ++number) { // one by one: a row is as much as memory holds
        const bool there = reader.one("SELECT body FROM attachment_piece WHERE sha256 = ? AND number = ?",
                                      {file.sha256, number}, [&](const Row& row) {
                                          const Blob body = row.blob(0);
                                          use({reinterpret_cast<const char*>(body.data()), body.size()});
                                      });
        if (!there) damaged(file.sha256);
    }
}

/// Reads all of it and throws when it is not what its name says; `use` may be empty.
void readWhole(Reader& reader, const StoredFile& file, const UseBlock& use) {
    if (!isComplete(reader, file)) damaged(file.sha256);
    Digest digest;
    eachBlockOf(reader, file, [&](std::string_view block) {
        digest.add(block);
        if (use) use(block);
    });
    if (digest.hex() != file.sha256) damaged(file.sha256);
}

StoredFile require(Reader& reader, const std::string& sha256) {
    StoredFile file;
    if (find(reader, sha256, file)) return file;
    throw NotFound(tr("没有这个附件（{}…）。请刷新后再试。", sha256.substr(0, 12)));
}

/// Hands every block of the source to `store` and makes sure that it is still what was measured.
void storeFrom(const fs::path& source, const StoredFile& measured, Progress& progress, const UseBlock& store) {
    Digest digest;
    std::int64_t done = 0;
    eachBlockOf(source, [&](std::string_view block) {
        progress.check();
        digest.add(block);
        store(block);
        progress.step(done += std::int64_t(block.size()), measured.size, tr("保存附件"));
    });
    if (digest.hex() == measured.sha256) return;
    throw Unavailable(tr("文件“{}”正在被别的程序改动，没有保存。请等它写完后再添加。", source.string()));
}

void storeBeside(Reader& reader, const fs::path& source, const StoredFile& measured, Progress& progress) {
    const fs::path place = placeOf(reader, measured.sha256);
    std::error_code wrong;
    fs::create_directories(place.parent_path(), wrong); // what went wrong is said by AtomicFile
    AtomicFile kept(place);
    storeFrom(source, measured, progress, [&](std::string_view block) {
        kept.out().write(block.data(), std::streamsize(block.size()));
        kept.check();
    });
    kept.commit();
}

void storeInside(Writer& writer, const fs::path& source, const StoredFile& measured, Progress& progress) {
    writer.exec("DELETE FROM attachment_piece WHERE sha256 = ?", {measured.sha256});
    std::int64_t number = 0;
    storeFrom(source, measured, progress, [&](std::string_view block) {
        const auto* bytes = reinterpret_cast<const std::byte*>(block.data());
        writer.exec("INSERT INTO attachment_piece(sha256, number, body) VALUES(?, ?, ?)",
                    {measured.sha256, number++, Blob(bytes, bytes + block.size())});
    });
}

} // namespace

StoredFile measureFile(const fs::path& file, std::int64_t maxBytes, Progress& progress) {
    std::error_code wrong;
    const fs::file_status status = fs::status(file, wrong);
    if (!fs::exists(status)) missingSource(file);
    if (fs::is_directory(status)) throw Unavailable(tr("“{}”是一个文件夹。请选择里面的文件。", file.string()));
    if (!fs::is_regular_file(status)) unreadableSource(file);
    Digest digest;
    StoredFile measured;
    const auto refuseLarge = [&](std::int64_t size) {
        if (size <= maxBytes) return;
        throw Error(tr("文件“{}”有 {}，超过了上限 {}。请压缩或裁剪后再添加。", file.string(), sizeText(size),
                       sizeText(maxBytes)));
    };
    const std::uintmax_t size = fs::file_size(file, wrong);
    if (!wrong) refuseLarge(std::int64_t(size));
    eachBlockOf(file, [&](std::string_view block) {
        progress.check();
        digest.add(block);
        refuseLarge(measured.size += std::int64_t(block.size()));
    });
    measured.sha256 = digest.hex();
    return measured;
}

StoredFile keepFile(Writer& writer, const fs::path& file, std::int64_t maxBytes, Progress& progress) {
    const StoredFile measured = measureFile(file, maxBytes, progress);
    StoredFile known;
    const bool named = find(writer, measured.sha256, known);
    if (named && isComplete(writer, known)) return known;
    if (writer.engine() == Engine::sqlite) storeBeside(writer, file, measured, progress);
    else storeInside(writer, file, measured, progress);
    if (!named) {
        writer.exec("INSERT INTO attachment(sha256, size, at) VALUES(?, ?, ?)",
                    {measured.sha256, measured.size, writer.at()});
    }
    return measured;
}

bool hasFile(Reader& reader, const std::string& sha256) {
    StoredFile file;
    return find(reader, sha256, file) && isComplete(reader, file);
}

void copyFile(Reader& reader, const std::string& sha256, const fs::path& target) {
    const StoredFile file = require(reader, sha256);
    AtomicFile copy(target);
    readWhole(reader, file, [&](std::string_view block) {
        copy.out().write(block.data(), std::streamsize(block.size()));
        copy.check();
    });
    copy.commit();
}

Blob fileContent(Reader& reader, const std::string& sha256, std::int64_t maxBytes) {
    const StoredFile file = require(reader, sha256);
    if (file.size > maxBytes) {
        throw Error(tr("附件有 {}，太大，不能直接显示。请另存后打开。", sizeText(file.size)));
    }
    Blob content;
    content.reserve(std::size_t(file.size));
    readWhole(reader, file, [&](std::string_view block) {
        const auto* bytes = reinterpret_cast<const std::byte*>(block.data());
        content.insert(content.end(), bytes, bytes + block.size());
    });
    return content;
}

std::vector<StoredFile> storedFiles(Reader& reader) {
    std::vector<StoredFile> all;
    const std::int64_t version = reader.scalar("SELECT version FROM schema_version WHERE owner = ?", {data::kLayerOwner});
    if (version < data::kAttachmentVersion) return all; // a database or backup from before there were any
    reader.each("SELECT sha256, size FROM attachment ORDER BY sha256",
                [&](const Row& row) { all.push_back({row.str(0), row.integer(1)}); });
    return all;
}

fs::path filesBeside(const fs::path& database) {
    return database.parent_path() / (database.stem().string() + ".files");
}

void data::checkAttachments(Reader& reader, Progress& progress, const std::function<void(const std::string&)>& problem) {
    const std::vector<StoredFile> all = storedFiles(reader);
    std::int64_t done = 0;
    for (const StoredFile& file : all) {
        progress.check();
        progress.step(++done, std::int64_t(all.size()), tr("核对附件"));
        try {
            readWhole(reader, file, {});
        } catch (const Unavailable& wrong) {
            problem(wrong.what());
        }
    }
}

} // namespace yanxun
