#include "core/backup/backup.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

int run(Console& console, const std::string& out) {
    host::Program& program = console.open();
    host::makeBackup(program.database(), program.schemaVersions(), program.clock().now(), out, console.progress());
    console.progress().clear();
    std::cerr << tr("备份已写到 {}，并已读回核对。", out) << "\n";
    return done;
}

} // namespace

void addBackup(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "backup", tr("把整个数据库备份成一个 zip 文件"));
    const auto out = std::make_shared<std::string>();
    verb.add_option("FILE", *out, tr("备份文件，还不存在的 .zip"))->required()->type_name("");
    verb.callback([&console, out] { console.run = [&console, out] { return run(console, *out); }; });
}

} // namespace yanxun::console
