#include "table/table_ole.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <set>

namespace yanxun::table {
namespace {

constexpr std::size_t sectorsLimit = 64; // 256 directory entries and more: the streams that tell stand at the front

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    return value;
}

/// Names of the streams and storages, ASCII part only.
std::set<std::string> directoryNames(const ByteFile& file) {
    const std::string header = file.readAt(0, 512);
    const std::uint32_t shift = number(header, 30, 2);
    const std::size_t sector = shift == 12 ? 4096 : 512;
    std::set<std::string> names;
    std::uint32_t at = number(header, 48, 4);
    for (std::size_t i = 0; i < sectorsLimit && at < 0xfffffff0; ++i) {
        const std::string bytes = file.readAt((std::uint64_t(at) + 1) * sector, sector);
        for (std::size_t entry = 0; entry + 128 <= bytes.size(); entry += 128) {
            const std::size_t length = std::min<std::size_t>(number(bytes, entry + 64, 2), 64);
            std::string name;
            for (std::size_t c = 0; c + 2 < length; c += 2) {
                if (bytes[entry + c + 1] == 0) name += bytes[entry + c];
            }
            if (!name.empty()) names.insert(name);
        }
        // The next sector stands in the allocation table, whose first 109 sectors the header lists.
        const std::uint32_t perSector = std::uint32_t(sector / 4), block = at / perSector;
        if (block >= 109) break;
        const std::uint32_t table = number(header, 76 + block * 4, 4);
        if (table >= 0xfffffff0) break;
        const std::string next = file.readAt((std::uint64_t(table) + 1) * sector + at % perSector * 4, 4);
        if (next.size() < 4) break;
        at = number(next, 0, 4);
    }
    return names;
}

} // namespace

void refuseCompound(const ByteFile& file, const std::filesystem::path& path) {
    const std::set<std::string> names = directoryNames(file);
    const std::string name = path.filename().string(), extension = text::loose(path.extension().string());
    if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
        throw Error(tr("“{}”设有打开密码，无法读取。请用表格软件打开，取消密码后另存为 .xlsx 再试。", name));
    }
    if (names.contains("WordDocument")) {
        const std::string kind = extension == ".wps" ? "WPS 文字（.wps）" : "旧版 Word（.doc）";
        throw Error(tr("“{}”是{}文档，不是表格。请把其中的表格复制到表格软件里，另存为 .xlsx 再试。", name, kind));
    }
    if (names.contains("PowerPoint Document")) {
        throw Error(tr("“{}”是演示文稿，不是表格。请选择 .xlsx、.csv 或 .xml 文件。", name));
    }
    if (extension == ".et" || extension == ".ett") {
        throw Error(tr("“{}”是 WPS 表格自己的格式（.et），无法读取。请用表格软件打开后另存为 .xlsx 再试。", name));
    }
    if (names.contains("Workbook") || names.contains("Book") || extension == ".xls") {
        throw Error(tr("“{}”是旧版 Excel 97–2003 工作簿（.xls），无法读取。请用表格软件打开后另存为 .xlsx 再试。", name));
    }
    throw Error(tr("“{}”是旧版办公软件的文件，无法读取。请用表格软件打开后另存为 .xlsx 再试。", name));
}

} // namespace yanxun::table
