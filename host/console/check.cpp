#include "console/output.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

int run(Console& console, bool json) {
    const CheckResult result = console.open().database().check(console.progress());
    console.progress().clear();
    if (json) {
        print({{"clean", result.clean}, {"links", result.links}, {"problems", result.problems}});
    } else {
        for (const std::string& problem : result.problems) std::cout << problem << "\n";
        std::cout << (result.clean ? tr("检查完毕，没有发现问题；改动记录 {} 环，前后相连。", text::grouped(result.links))
                                   : tr("检查完毕，发现 {} 个问题。请先备份，再联系维护人员。",
                                        static_cast<unsigned long>(result.problems.size())))
                  << "\n";
    }
    return result.clean ? done : keptBack;
}

} // namespace

void addCheck(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "check", tr("检查数据库的结构和改动记录是否完好"));
    const auto json = std::make_shared<bool>(false);
    verb.add_flag("--json", *json, tr("输出 JSON"));
    verb.callback([&console, json] { console.run = [&console, json] { return run(console, *json); }; });
}

} // namespace yanxun::console
