#include "core/text_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <fstream>
#include <sstream>

namespace drills {

using yanxun::tr;
using yanxun::Unavailable;

std::string readTextFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Unavailable(tr("打不开文件 {}。", file.string()));
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void writeTextFile(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::path aside = file;
    aside += ".part";
    {
        std::ofstream out(aside, std::ios::binary);
        out << text << std::flush;
        if (!out) throw Unavailable(tr("文件 {} 写不进去，请换一个位置。", file.string()));
    }
    std::error_code failed;
    std::filesystem::rename(aside, file, failed);
    if (failed) throw Unavailable(tr("文件 {} 写不进去，请换一个位置。", file.string()));
}

} // namespace drills
