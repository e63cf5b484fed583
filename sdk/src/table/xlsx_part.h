#pragma once
#include "table/xml_parser.h"
#include "table/zip_archive.h"

namespace yanxun::table {

/// Parses one part of a workbook. A large one is unpacked ahead on a thread of its own, which ends before this returns; the
/// parser is called on the caller's. Throws what reading and the parser throw, in the order of the bytes.
void parsePart(XmlParser& parser, const ZipArchive& archive, const ZipEntry& entry);

} // namespace yanxun::table
