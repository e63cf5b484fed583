#include "core/demonstration.h"
#include "console/words.h"

#include <yanxun/text.h>

#include <filesystem>
#include <iostream>

namespace yanxun::console {
namespace {

constexpr int kYear = 2021;

int run(Console& console, int scale) {
    const bool own = !console.globals.data.empty();
    if (!own) console.globals.data = console.places.demoDatabase().string();
    host::Program& program = console.open(true);
    if (!own && scale == 0 && host::holdsRecords(program.database())) {
        std::cerr << tr("演示数据库已经建好，没有改动：{}", program.database().target()) << "\n";
    } else {
        host::fillDemonstration(program, {scale == 0 ? 1 : scale, kYear}, console.progress());
        console.progress().clear();
        std::cerr << tr("演示数据已写入 {}", program.database().target()) << "\n";
    }
    printFigures(program, kYear, false);
    return done;
}

} // namespace

void addDemo(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "demo", tr("建立演示数据库，列出它一年的指标"));
    const auto scale = std::make_shared<int>(0);
    verb.add_option("--scale", *scale, tr("演示区一年数据的多少倍，默认 1"))
        ->check(wholeNumber(1, 1000))
        ->type_name(tr("倍数"));
    verb.callback([&console, scale] { console.run = [&console, scale] { return run(console, *scale); }; });
}

} // namespace yanxun::console
