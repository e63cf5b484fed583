#include "sdk/table/bad_files.h"

#include <fstream>

namespace yanxun::test {
namespace {

constexpr std::size_t sector = 512;

void put(std::string& bytes, std::size_t at, std::uint32_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = char(value >> 8 * i & 0xff);
}

} // namespace

std::string compoundFile(const std::vector<std::string>& streams) {
    std::string header(sector, '\0'), directory(sector, '\0'), table(sector, '\xff');
    header.replace(0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(header, 30, 9, 2);   // sectors of 2⁹ bytes
    put(header, 48, 0, 4);   // the directory is sector 0
    for (std::size_t at = 76; at < sector; at += 4) put(header, at, 0xffffffff, 4);
    put(header, 76, 1, 4);   // the allocation table is sector 1
    put(table, 0, 0xfffffffe, 4);
    put(table, 4, 0xfffffffd, 4);
    std::vector<std::string> names{"Root Entry"};
    names.insert(names.end(), streams.begin(), streams.end());
    for (std::size_t entry = 0; entry < names.size() && entry < 4; ++entry) {
        for (std::size_t i = 0; i < names[entry].size(); ++i) directory[entry * 128 + i * 2] = names[entry][i];
        put(directory, entry * 128 + 64, std::uint32_t(names[entry].size() * 2 + 2), 2);
    }
    return header + directory + table;
}

std::filesystem::path sparse(const std::filesystem::path& path, const std::string& beginning, std::uintmax_t size) {
    std::ofstream(path, std::ios::binary) << beginning;
    std::filesystem::resize_file(path, size);
    return path;
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    all.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string billionLaughs(const std::string& text) {
    std::string type = "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        type += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    }
    return type + "]>" + text;
}

std::filesystem::path withPart(const std::filesystem::path& path, const std::string& part, const std::string& text) {
    RawWorkbook raw;
    raw.strings = "<si><t>甲</t></si>";
    raw.sheet = "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>";
    Parts parts = raw.parts();
    for (auto& [name, content] : parts) {
        if (name == part) content = text;
    }
    return zip(path, parts);
}

} // namespace yanxun::test
