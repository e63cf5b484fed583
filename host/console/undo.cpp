#include "console/output.h"
#include "console/words.h"

#include <yanxun/table/import.h>
#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    std::int64_t batch = 0;
    bool json = false;
};

int run(Console& console, const Choice& choice) {
    host::Program& program = console.open();
    Importer importer(program.database(), program.templates("ledgers"));
    ImportKind& kind = program.registry().import(importer.kindOf(choice.batch));
    const UndoResult result = importer.undo(kind, choice.batch, console.progress());
    console.progress().clear();
    if (choice.json) {
        print({{"batch", choice.batch},
               {"removed", result.removed},
               {"restored", result.restored},
               {"kept", result.kept},
               {"remarks", result.remarks}});
    } else {
        for (const std::string& kept : result.kept) std::cout << kept << "\n";
        for (const std::string& remark : result.remarks) std::cout << remark << "\n";
        std::cout << tr("批次 {} 已撤销：删除 {} 条，恢复 {} 条，保留 {} 条。", static_cast<long long>(choice.batch),
                        text::grouped(result.removed), text::grouped(result.restored),
                        static_cast<unsigned long>(result.kept.size()))
                  << "\n";
    }
    return result.kept.empty() ? done : keptBack;
}

} // namespace

void addUndo(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "undo", tr("撤销一批导入"));
    const auto choice = std::make_shared<Choice>();
    verb.add_option("BATCH", choice->batch, tr("批次号，导入时显示的"))
        ->check(wholeNumber(1, INT64_MAX))
        ->required()
        ->type_name("");
    verb.add_flag("--json", choice->json, tr("输出 JSON"));
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
