#pragma once
#include "table/zip_archive.h"

#include <Poco/DeflatingStream.h>

#include <memory>
#include <ostream>

namespace yanxun::table {

/// Writes a zip whose parts are mostly those of another one, packed bytes and all. `out` can seek.
class ZipCopy {
public:
    explicit ZipCopy(std::ostream& out) : out_(out) {}
    void copy(const ZipArchive& from, const ZipEntry& entry);
    /// A part written anew under the name of `like`: begin, write…, end.
    void begin(const ZipEntry& like);
    void write(std::string_view bytes);
    void end();
    /// The directory. Throws Error when the zip grew beyond 4 GB.
    void finish();

private:
    void writeHeader(const ZipEntry& entry);
    std::ostream& out_;
    std::vector<ZipEntry> entries_;
    std::unique_ptr<Poco::DeflatingOutputStream> packer_;
    Poco::Checksum sum_;
    std::uint64_t dataAt_ = 0;
};

} // namespace yanxun::table
