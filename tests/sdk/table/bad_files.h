#pragma once
#include "sdk/table/table_files.h"

#include <cstdint>

namespace yanxun::test {

/// A compound file (OLE2) whose directory names these streams: what .xls, .doc, .et and locked workbooks are.
std::string compoundFile(const std::vector<std::string>& streams);
/// The bytes, then nothing up to `size`: takes no room on the disk.
std::filesystem::path sparse(const std::filesystem::path& path, const std::string& beginning, std::uintmax_t size);
/// `count` times the text.
std::string repeated(const std::string& text, std::size_t count);
/// A document type whose entities grow to gigabytes, in front of the text.
std::string billionLaughs(const std::string& text);
/// A workbook that has this text in place of one of its parts.
std::filesystem::path withPart(const std::filesystem::path& path, const std::string& part, const std::string& text);

} // namespace yanxun::test
