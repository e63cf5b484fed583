#include "console/output.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

int run(Console& console, bool json) {
    host::Program& program = console.open(true);
    Json all = Json::array();
    for (const host::SchemaVersion& part : program.schemaVersions()) {
        if (json) all.push_back({{"owner", part.owner}, {"version", part.version}});
        else std::cout << padded(part.owner, 20) << tr("第 {} 版", part.version) << "\n";
    }
    if (json) print(all);
    return done;
}

} // namespace

void addMigrate(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "migrate", tr("建立数据库，或把旧版本的数据库更新到现在的版本"));
    const auto json = std::make_shared<bool>(false);
    verb.add_flag("--json", *json, tr("输出 JSON"));
    verb.callback([&console, json] { console.run = [&console, json] { return run(console, *json); }; });
}

} // namespace yanxun::console
