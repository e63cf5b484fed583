#include "core/plugins/library.h"

#include "platform/library_file.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <boost/dll/shared_library.hpp>

#include <vector>

namespace yanxun::host {
namespace dll = boost::dll;

namespace {

/// Leaked on purpose: closing at static destruction is closing all the same.
std::vector<dll::shared_library>& opened() {
    static auto& all = *new std::vector<dll::shared_library>;
    return all;
}

} // namespace

const PluginEntry& openLibrary(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        throw Error(tr("插件文件夹里没有程序库 {}。请重新安装这个插件。", file.filename().string()));
    }
    if (!platform::isWholeLibrary(file)) {
        throw Error(tr("程序库 {} 已损坏或不完整。请重新安装这个插件。", file.filename().string()));
    }
    dll::shared_library library;
    try {
        library.load(file, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
    } catch (const std::exception& wrong) {
        throw Error(tr("程序库 {} 打不开：{}。请重新安装与本程序版本相同的插件。", file.filename().string(), wrong.what()));
    }
    opened().push_back(library);
    if (!library.has("yanxun_plugin")) {
        throw Error(tr("程序库 {} 不是演训宣的插件（没有入口 yanxun_plugin）。", file.filename().string()));
    }
    const PluginEntry& entry = library.get<const PluginEntry>("yanxun_plugin");
    if (entry.size != sizeof(PluginEntry)) {
        throw Error(tr("插件的入口大小是 {}，本程序要求 {}：它是用另一版开发包编译的，请重新编译或安装对应版本。", entry.size,
                       sizeof(PluginEntry)));
    }
    return entry;
}

const char* librarySuffix() { return "so"; }

} // namespace yanxun::host
