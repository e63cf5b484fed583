#include "console/words.h"

#include <yanxun/report/workbook.h>
#include <yanxun/table/export.h>
#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    std::string kind, format, out;
    int year = 0;
    bool list = false;
};

void writeOut(Console& console, const Choice& choice) {
    host::Program& program = console.open();
    const TableKind& kind = named([&]() -> const TableKind& { return program.registry().table(choice.kind); });
    const TableFormat format = choice.format == "csv" ? TableFormat::csv : TableFormat::xml;
    std::int64_t rows = 0;
    program.database().read([&](Reader& reader) {
        if (choice.format == "xlsx") {
            rows = saveXlsx(kind.rows(reader, choice.year), kind.title, choice.out, console.progress());
            return;
        }
        rows = writeTable(kind.rows(reader, choice.year), kind.id, kind.title, format, choice.out, console.progress());
    });
    std::cerr << tr("清单“{}”共 {} 行，已写到 {}。", kind.title, static_cast<long long>(rows), choice.out) << "\n";
}

int run(Console& console, const Choice& choice) {
    if (choice.list) {
        for (const TableKind& kind : console.openWithoutDatabase().registry().tables()) std::cout << kind.id << "\n";
        return done;
    }
    if (choice.kind.empty()) throw UsageError(tr("请写明清单种类；运行 yanxunctl export --list 可以看到全部种类。"));
    if (choice.format.empty()) throw UsageError(tr("请用 --format 写明格式：xml、csv 或 xlsx。"));
    if (choice.out.empty()) throw UsageError(tr("请用 -o 写明清单写到哪个文件。"));
    writeOut(console, choice);
    return done;
}

} // namespace

void addExport(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "export", tr("把清单写成文件"));
    const auto choice = std::make_shared<Choice>();
    verb.add_option("KIND", choice->kind, tr("清单种类"));
    addYear(verb, choice->year, tr("哪一年，默认所有年份"));
    verb.add_option("--format", choice->format, tr("格式"))->check(oneOf({"xml", "csv", "xlsx"}))->type_name("");
    verb.add_option("-o,--output", choice->out, tr("写到这个文件"))->type_name(tr("文件"));
    verb.add_flag("--list", choice->list, tr("只列出全部清单种类"));
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
