#pragma once
#include "table/byte_file.h"
#include "table/cell_text.h"
#include "table/zip_archive.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace yanxun::table {

/// The shared strings of a workbook, in the order of their numbers. A few megabytes stay in memory, the rest in a
/// nameless file, so that a big workbook takes no more memory than a small one.
class SharedStrings {
public:
    void load(const ZipArchive& archive, const ZipEntry& entry);
    std::size_t size() const { return ends_.size(); }
    const std::string& at(std::size_t index) const; ///< valid until the next call; index < size()

private:
    friend class SharedStringsParser;
    void add(std::string_view text);
    void keepChunk();

    struct Chunk {
        std::uint64_t start = 0;
        std::string bytes;
    };
    std::deque<std::uint32_t> ends_; ///< end of each string in the row of all bytes
    std::vector<Chunk> memory_;
    std::uint64_t inMemory_ = 0; ///< bytes before this are in memory_, the others in file_
    std::uint64_t total_ = 0;
    std::string open_; ///< the chunk being filled
    std::optional<ByteFile> file_;
    mutable std::string text_, window_;
    mutable std::uint64_t windowAt_ = 0;
};

} // namespace yanxun::table
