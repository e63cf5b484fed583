#include "fuzz/file_input.h"

#include <Poco/Checksum.h>

#include <cstdint>

namespace yanxun::fuzz {
namespace {

void append(std::string& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += char(value >> 8 * i & 0xff);
}

void appendCommon(std::string& bytes, const std::string& name, const std::string& content, std::uint32_t sum) {
    append(bytes, 20, 2); // version
    append(bytes, 0, 4); // flags, method 0
    append(bytes, 0, 4); // time
    append(bytes, sum, 4);
    append(bytes, content.size(), 4);
    append(bytes, content.size(), 4);
    append(bytes, name.size(), 2);
    append(bytes, 0, 2); // extra
}

} // namespace

table::Opened opened(std::string_view bytes, const char* name) {
    table::ByteFile file = table::ByteFile::temporary();
    file.append(bytes);
    return {name, std::move(file)};
}

std::string storedZip(const Parts& parts) {
    std::string all, directory;
    for (const auto& [name, content] : parts) {
        Poco::Checksum sum(Poco::Checksum::TYPE_CRC32);
        sum.update(content);
        const std::size_t offset = all.size();
        all += "PK\3\4";
        appendCommon(all, name, content, sum.checksum());
        all += name + content;
        directory += "PK\1\2";
        append(directory, 20, 2);
        appendCommon(directory, name, content, sum.checksum());
        directory.append(10, '\0'); // comment, disk, attributes
        append(directory, offset, 4);
        directory += name;
    }
    const std::size_t offset = all.size();
    all += directory + "PK\5\6";
    append(all, 0, 4);
    append(all, parts.size(), 2);
    append(all, parts.size(), 2);
    append(all, directory.size(), 4);
    append(all, offset, 4);
    append(all, 0, 2);
    return all;
}

} // namespace yanxun::fuzz
