#pragma once
#include <yanxun/data/database.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace yanxun {

/// Content of files attached to records (photographs, documents), kept once under its SHA-256: in NAME.files/ab/abcd…
/// beside a SQLite file, in pieces inside a PostgreSQL database. Who owns it, its name and caption stand in a plugin's own
/// table. Content is never taken away: the change log goes on naming it, and another record may hold the same.
/// Backups carry it, `check` reads it all and compares. Memory stays small, however large a file is.
struct StoredFile {
    std::string sha256; ///< 64 small hexadecimal digits
    std::int64_t size = 0;
};

inline constexpr std::int64_t kLargestAttachment = 200 * 1024 * 1024;

/// Keeps the content of `file`; content already there is not written again. On the disk before it returns: a transaction
/// that fails leaves content nobody names, which does no harm. Throws Unavailable when the file is missing, a folder,
/// unreadable or changes meanwhile, Error when it is larger than `maxBytes`, Full when there is no room.
YANXUN_EXPORT StoredFile keepFile(Writer& writer, const std::filesystem::path& file,
                                  std::int64_t maxBytes = kLargestAttachment, Progress& progress = Progress::none());

/// SHA-256 and size of a file, kept or not. Throws like keepFile.
YANXUN_EXPORT StoredFile measureFile(const std::filesystem::path& file, std::int64_t maxBytes = kLargestAttachment,
                                     Progress& progress = Progress::none());

/// True when the content is there in its full size.
YANXUN_EXPORT bool hasFile(Reader& reader, const std::string& sha256);

/// Writes the content to `target`, which is replaced once all of it lies beside. Throws NotFound when nothing of that
/// name was ever kept, Unavailable when it is missing or damaged or the target cannot be written, Full.
YANXUN_EXPORT void copyFile(Reader& reader, const std::string& sha256, const std::filesystem::path& target);

/// The content itself, for small pictures. Throws like copyFile, and Error beyond `maxBytes`.
YANXUN_EXPORT Blob fileContent(Reader& reader, const std::string& sha256, std::int64_t maxBytes);

/// Everything ever kept, by SHA-256.
YANXUN_EXPORT std::vector<StoredFile> storedFiles(Reader& reader);

/// NAME.files beside the SQLite file NAME.db.
YANXUN_EXPORT std::filesystem::path filesBeside(const std::filesystem::path& database);

} // namespace yanxun
