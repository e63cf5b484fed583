#include "table/zip_archive.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <Poco/Exception.h>

#include <algorithm>

namespace yanxun::table {
namespace {

constexpr std::uint64_t partLimit = 2ull << 30, totalLimit = 4ull << 30, directoryLimit = 16u << 20;
// Deflate cannot shrink more than 1,032 times; sheets of people shrink 5 to 30 times.
constexpr std::uint64_t bombSize = 64u << 20, bombRatio = 300;
constexpr std::size_t endSize = 22, localSize = 30, directoryEntrySize = 46;

[[noreturn]] void throwBomb() {
    throw Error(tr("文件解压后大得不合常理，可能是恶意文件，已停止读取。请确认来源，用表格软件打开后另存为 .xlsx 再试。"));
}

/// Little-endian numbers out of a string; damaged when it is too short.
class Bytes {
public:
    explicit Bytes(std::string_view all) : all_(all) {}
    std::uint64_t number(std::size_t at, std::size_t size) const {
        if (at > all_.size() || size > all_.size() - at) throwDamaged();
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(all_[at + i]);
        return value;
    }
    std::string_view text(std::size_t at, std::size_t size) const {
        if (at > all_.size() || size > all_.size() - at) throwDamaged();
        return all_.substr(at, size);
    }

private:
    std::string_view all_;
};

struct Directory {
    std::uint64_t offset = 0, size = 0, base = 0;
};

Directory findDirectory(const ByteFile& file) {
    const std::uint64_t tailSize = std::min<std::uint64_t>(file.size(), 65535 + endSize);
    const std::uint64_t tailAt = file.size() - tailSize;
    const std::string tail = file.readAt(tailAt, std::size_t(tailSize));
    const std::size_t at = tail.rfind("PK\5\6");
    if (at == std::string::npos) throwDamaged();

    const Bytes end(tail);
    Directory found;
    std::uint64_t endAt = tailAt + at;
    found.size = end.number(at + 12, 4);
    found.offset = end.number(at + 16, 4);
    if (endAt >= 20 && file.readAt(endAt - 20, 4) == "PK\6\7") {
        const std::string locator = file.readAt(endAt - 20, 20);
        const std::uint64_t bigAt = Bytes(locator).number(8, 8);
        const std::string big = file.readAt(bigAt, 56);
        if (big.compare(0, 4, "PK\6\6") != 0) throwDamaged();
        found.size = Bytes(big).number(40, 8);
        found.offset = Bytes(big).number(48, 8);
        endAt = bigAt;
    }
    if (found.size > directoryLimit || found.size > endAt || found.offset > endAt - found.size) throwDamaged();
    found.base = endAt - found.size - found.offset; // bytes somebody put in front of the zip
    return found;
}

/// The zip64 extra field holds, in this order, what is 0xffffffff in the entry itself.
void widen(ZipEntry& entry, std::string_view extra) {
    const Bytes bytes(extra);
    for (std::size_t at = 0; at + 4 <= extra.size();) {
        const std::size_t size = std::size_t(bytes.number(at + 2, 2));
        if (bytes.number(at, 2) == 1) {
            const Bytes wide(bytes.text(at + 4, size));
            std::size_t next = 0;
            for (std::uint64_t* value : {&entry.size, &entry.compressed, &entry.offset}) {
                if (*value != 0xffffffff) continue;
                *value = wide.number(next, 8);
                next += 8;
            }
        }
        at += 4 + size;
    }
}

bool sameName(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c == '\\' ? '/' : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

void throwDamaged() {
    throw Error(tr("文件已损坏或没有传输完整。请重新获取这个文件，或用表格软件打开后另存为 .xlsx 再试。"));
}

ZipArchive::ZipArchive(const ByteFile& file) : file_(file) {
    const Directory directory = findDirectory(file);
    const std::string all = file.readAt(directory.base + directory.offset, std::size_t(directory.size));
    const Bytes bytes(all);
    std::uint64_t total = 0;
    for (std::size_t at = 0; at + directoryEntrySize <= all.size();) {
        if (bytes.text(at, 4) != "PK\1\2") throwDamaged();
        ZipEntry entry;
        entry.flags = unsigned(bytes.number(at + 8, 2));
        entry.method = unsigned(bytes.number(at + 10, 2));
        entry.time = std::uint32_t(bytes.number(at + 12, 4));
        entry.crc = std::uint32_t(bytes.number(at + 16, 4));
        entry.compressed = bytes.number(at + 20, 4);
        entry.size = bytes.number(at + 24, 4);
        entry.offset = bytes.number(at + 42, 4);
        const std::size_t name = std::size_t(bytes.number(at + 28, 2)), extra = std::size_t(bytes.number(at + 30, 2));
        entry.name = bytes.text(at + directoryEntrySize, name);
        widen(entry, bytes.text(at + directoryEntrySize + name, extra));
        entry.offset += directory.base;
        if (entry.size > totalLimit - total) throwBomb();
        total += entry.size;
        entries_.push_back(std::move(entry));
        at += directoryEntrySize + name + extra + std::size_t(bytes.number(at + 32, 2));
    }
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ZipEntry& e) { return sameName(e.name, name); });
    return found == entries_.end() ? nullptr : &*found;
}

std::uint64_t ZipArchive::dataOffset(const ZipEntry& entry) const {
    const std::string header = file_.readAt(entry.offset, localSize);
    if (header.compare(0, 4, "PK\3\4") != 0) throwDamaged();
    const Bytes bytes(header);
    const std::uint64_t start = entry.offset + localSize + bytes.number(26, 2) + bytes.number(28, 2);
    if (start > file_.size() || entry.compressed > file_.size() - start) throwDamaged();
    return start;
}

ZipPart::ZipPart(const ZipArchive& archive, const ZipEntry& entry)
    : entry_(entry), packed_(archive.file(), archive.dataOffset(entry), entry.compressed), stream_(&packed_),
      inflater_(stream_, -15), sum_(Poco::Checksum::TYPE_CRC32) {
    if (entry.flags & 1) throw Error(tr("文件设有密码，无法读取。请用表格软件打开，取消密码后另存为 .xlsx 再试。"));
    if (entry.method != 0 && entry.method != 8) {
        throw Error(tr("文件用了少见的压缩方式，无法读取。请用表格软件打开后另存为 .xlsx 再试。"));
    }
    if (entry.size > partLimit || (entry.size > bombSize && entry.size / bombRatio > entry.compressed)) throwBomb();
}

std::size_t ZipPart::read(std::span<char> into) {
    std::streambuf& source = entry_.method == 0 ? static_cast<std::streambuf&>(packed_) : inflater_;
    std::size_t got = 0;
    try {
        got = std::size_t(source.sgetn(into.data(), std::streamsize(into.size())));
    } catch (const Poco::Exception&) {
        throwDamaged();
    }
    got_ += got;
    if (got_ > entry_.size) throwDamaged();
    sum_.update(into.data(), unsigned(got));
    if (got < into.size() && (got_ != entry_.size || sum_.checksum() != entry_.crc)) throwDamaged();
    return got;
}

} // namespace yanxun::table
