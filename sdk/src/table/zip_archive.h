#pragma once
#include "table/byte_file.h"

#include <Poco/Checksum.h>
#include <Poco/InflatingStream.h>

#include <istream>
#include <string>
#include <vector>

namespace yanxun::table {

/// One part of a zip, as the directory at the file's end lists it.
struct ZipEntry {
    std::string name;
    unsigned method = 0; ///< 0 stored, 8 deflated
    unsigned flags = 0;
    std::uint32_t time = 0; ///< DOS time and date
    std::uint32_t crc = 0;
    std::uint64_t compressed = 0;
    std::uint64_t size = 0; ///< inflated
    std::uint64_t offset = 0; ///< of the local header, from the file's beginning
};

/// Reads the directory only: a file cut short has none and is refused at once, data descriptors and zip64 need no
/// guessing. Throws Error with a sentence for what is damaged.
class ZipArchive {
public:
    explicit ZipArchive(const ByteFile& file);
    const std::vector<ZipEntry>& entries() const { return entries_; }
    /// By name, as OPC compares them: ASCII letters of either case. Null when there is none.
    const ZipEntry* find(std::string_view name) const;
    const ByteFile& file() const { return file_; }
    /// Where an entry's packed bytes begin.
    std::uint64_t dataOffset(const ZipEntry& entry) const;

private:
    const ByteFile& file_;
    std::vector<ZipEntry> entries_;
};

/// The unpacked bytes of one part, streamed and checked: never more than the directory promised, nor than a bomb guard
/// allows, and with the right CRC at the end.
class ZipPart {
public:
    ZipPart(const ZipArchive& archive, const ZipEntry& entry);
    /// 0 at the end.
    std::size_t read(std::span<char> into);

private:
    const ZipEntry& entry_;
    ByteRange packed_;
    std::istream stream_;
    Poco::InflatingStreamBuf inflater_;
    Poco::Checksum sum_;
    std::uint64_t got_ = 0;
};

[[noreturn]] void throwDamaged();

} // namespace yanxun::table
