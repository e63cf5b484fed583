#pragma once
#include <yanxun/export.h>

#include <filesystem>
#include <fstream>

namespace yanxun {

/// A file that is written aside and takes its name only when whole: nobody ever sees half of it. Without commit() the
/// destructor removes what was written. The library's own; not installed.
class AtomicFile {
public:
    /// Throws Unavailable when the folder is missing or may not be written.
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    std::ofstream& out() { return out_; }
    const std::filesystem::path& aside() const { return aside_; }
    /// Throws Full or Unavailable when a write failed so far. Call it now and then in long work.
    void check();
    /// Flushes to the disk and renames. Throws like check().
    void commit();

private:
    [[noreturn]] void fail(int error);
    std::filesystem::path path_, aside_;
    std::ofstream out_;
};

} // namespace yanxun
