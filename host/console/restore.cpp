#include "core/backup/backup.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

int run(Console& console, const std::string& zip) {
    host::Program& program = console.openWithoutDatabase(); // for the plugins' tables
    host::restoreBackup(zip, console.target(), program.schemas(), program.clock(), console.progress());
    console.progress().clear();
    std::cerr << tr("备份 {} 已恢复到 {}。", zip, console.target()) << "\n";
    return done;
}

} // namespace

void addRestore(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "restore", tr("把备份恢复到一个空的数据库"));
    const auto zip = std::make_shared<std::string>();
    verb.add_option("FILE", *zip, tr("备份文件 .zip"))->required()->type_name("");
    verb.callback([&console, zip] { console.run = [&console, zip] { return run(console, *zip); }; });
}

} // namespace yanxun::console
