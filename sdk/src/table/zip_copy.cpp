#include "table/zip_copy.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::table {
namespace {

constexpr std::uint64_t fileLimit = 0xfffffffe;
constexpr unsigned utf8Names = 1u << 11;

void append(std::string& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += char(value >> 8 * i & 0xff);
}

void appendCommon(std::string& bytes, const ZipEntry& entry) {
    append(bytes, 20, 2); // version that can unpack it
    append(bytes, entry.flags & utf8Names, 2);
    append(bytes, entry.method, 2);
    append(bytes, entry.time, 4);
    append(bytes, entry.crc, 4);
    append(bytes, entry.compressed, 4);
    append(bytes, entry.size, 4);
    append(bytes, entry.name.size(), 2);
    append(bytes, 0, 2); // no extra field
}

void put(std::ostream& out, const std::string& bytes) {
    out.write(bytes.data(), std::streamsize(bytes.size()));
}

/// 0 when writing has failed: whoever owns the file says why.
std::uint64_t position(std::ostream& out) {
    return out ? std::uint64_t(out.tellp()) : 0;
}

[[noreturn]] void throwTooBig() {
    throw Error(tr("结果文件超过 4 GB，无法写成 .xlsx。请把原文件分成几个后再导入。"));
}

} // namespace

void ZipCopy::writeHeader(const ZipEntry& entry) {
    std::string header = "PK\3\4";
    appendCommon(header, entry);
    put(out_, header + entry.name);
}

void ZipCopy::copy(const ZipArchive& from, const ZipEntry& entry) {
    ZipEntry copied = entry;
    copied.offset = position(out_);
    if (copied.offset > fileLimit || entry.compressed > fileLimit || entry.size > fileLimit) throwTooBig();
    writeHeader(copied);
    std::uint64_t at = from.dataOffset(entry);
    const std::uint64_t end = at + entry.compressed;
    while (at < end) {
        const std::string piece = from.file().readAt(at, std::size_t(std::min<std::uint64_t>(end - at, 1 << 16)));
        if (piece.empty()) throwDamaged();
        put(out_, piece);
        at += piece.size();
    }
    entries_.push_back(std::move(copied));
}

void ZipCopy::begin(const ZipEntry& like) {
    ZipEntry entry = like;
    entry.method = 8;
    entry.crc = 0;
    entry.compressed = entry.size = 0;
    entry.offset = position(out_);
    if (entry.offset > fileLimit) throwTooBig();
    writeHeader(entry);
    dataAt_ = position(out_);
    sum_ = Poco::Checksum(Poco::Checksum::TYPE_CRC32);
    packer_ = std::make_unique<Poco::DeflatingOutputStream>(out_, -15, 6);
    entries_.push_back(std::move(entry));
}

void ZipCopy::write(std::string_view bytes) {
    sum_.update(bytes.data(), unsigned(bytes.size()));
    entries_.back().size += bytes.size();
    packer_->write(bytes.data(), std::streamsize(bytes.size()));
}

void ZipCopy::end() {
    packer_->close();
    packer_.reset();
    ZipEntry& entry = entries_.back();
    const std::uint64_t after = position(out_);
    entry.crc = sum_.checksum();
    entry.compressed = after - dataAt_;
    if (after > fileLimit || entry.size > fileLimit) throwTooBig();
    out_.seekp(std::streamoff(entry.offset));
    writeHeader(entry);
    out_.seekp(std::streamoff(after));
}

void ZipCopy::finish() {
    const std::uint64_t start = position(out_);
    std::string directory;
    for (const ZipEntry& entry : entries_) {
        directory += "PK\1\2";
        append(directory, 20, 2);
        appendCommon(directory, entry);
        append(directory, 0, 2); // no comment
        append(directory, 0, 4); // disk, internal attributes
        append(directory, 0, 4);
        append(directory, entry.offset, 4);
        directory += entry.name;
    }
    if (start + directory.size() > fileLimit || entries_.size() > 0xfffe) throwTooBig();
    std::string end = "PK\5\6";
    append(end, 0, 4);
    append(end, entries_.size(), 2);
    append(end, entries_.size(), 2);
    append(end, directory.size(), 4);
    append(end, start, 4);
    append(end, 0, 2);
    put(out_, directory + end);
}

} // namespace yanxun::table
