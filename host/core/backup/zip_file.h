#pragma once
#include <yanxun/date.h>
#include <yanxun/progress.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace yanxun::host {

/// One file inside a zip.
struct ZipPart {
    std::string name; ///< «database.db», «files/ab12…»
    std::uintmax_t size = 0;
    std::string sha256;
};

/// Writes a zip part by part. Throws Full, Unavailable, Cancelled.
class ZipWriter {
public:
    /// `large`: parts or the whole may pass 4 GiB.
    ZipWriter(const std::filesystem::path& out, Millis stamp, bool large);
    ~ZipWriter();
    ZipPart addFile(const std::string& name, const std::filesystem::path& file, Progress& progress);
    void addText(const std::string& name, const std::string& text);
    void close();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

/// Reads a zip. Throws Error when it is damaged or no zip, Unavailable when it cannot be read.
class ZipReader {
public:
    explicit ZipReader(const std::filesystem::path& file);
    ~ZipReader();
    bool has(const std::string& name) const;
    /// At most 1 MiB.
    std::string text(const std::string& name);
    /// Unpacks into `out` (nowhere when empty), not more than `limit` bytes; returns what really was inside.
    ZipPart extract(const std::string& name, std::uintmax_t limit, const std::filesystem::path& out, Progress& progress);

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

/// Throws Full when the disk of `file` has no room left, else Unavailable, with a sentence.
[[noreturn]] void throwCannotWrite(const std::filesystem::path& file);

} // namespace yanxun::host
