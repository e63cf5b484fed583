#include "data/open_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <filesystem>
#include <fstream>

namespace yanxun::data {
namespace {

namespace fs = std::filesystem;

void checkFolder(const fs::path& folder, bool create) {
    std::error_code failed;
    if (fs::is_directory(folder, failed)) return;
    if (!create) throw Unavailable(tr("文件夹“{}”不存在。请检查路径。", folder.string()));
    fs::create_directories(folder, failed);
    if (!fs::is_directory(folder)) {
        throw Unavailable(tr("不能建立文件夹“{}”。请检查路径和权限。", folder.string()));
    }
}

/// SQLite keeps two files beside the database, so the folder must take new files.
void checkFolderTakesFiles(const fs::path& file) {
    const fs::path probe = file.string() + "-new";
    const bool made = std::ofstream(probe).is_open();
    std::error_code failed;
    fs::remove(probe, failed);
    if (!made) {
        throw Unavailable(tr("没有权限在文件夹“{}”里写文件，数据文件打不开。", file.parent_path().string()));
    }
}

/// File format, first 16 bytes: https://www.sqlite.org/fileformat2.html#magic_header_string
void checkContent(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Unavailable(tr("没有权限读数据文件“{}”。", file.string()));
    char head[16] = {};
    stream.read(head, sizeof head);
    if (stream.gcount() == 0) return; // an empty file becomes a database
    if (std::string_view(head, std::size_t(stream.gcount())) != std::string_view("SQLite format 3\0", 16)) {
        throw Unavailable(tr("“{}”不是数据文件。请另选一个文件。", file.string()));
    }
    if (!std::fstream(file, std::ios::binary | std::ios::in | std::ios::out).is_open()) {
        throw Unavailable(tr("数据文件“{}”是只读的，没有权限写。请检查文件的权限。", file.string()));
    }
}

} // namespace

void checkFile(const std::string& path, bool create) {
    const fs::path file(path);
    std::error_code failed;
    checkFolder(file.parent_path(), create);
    if (fs::is_directory(file, failed)) throw Unavailable(tr("“{}”是文件夹，不是数据文件。", path));
    if (!fs::exists(file, failed)) {
        if (!create) throw Unavailable(tr("数据文件“{}”不存在。请检查路径，或先导入台账建立它。", path));
    } else {
        checkContent(file);
    }
    checkFolderTakesFiles(file);
}

} // namespace yanxun::data
