#include "console/words.h"

#include <yanxun/report/reports.h>
#include <yanxun/report/workbook.h>
#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

struct Choice {
    std::string kind, format, out;
    int year = 0;
    bool list = false;
};

void makeReport(Console& console, const Choice& choice) {
    host::Program& program = console.open();
    const ReportKind& kind = named([&]() -> const ReportKind& { return program.registry().report(choice.kind); });
    const int year = choice.year ? choice.year : program.clock().today().year;
    program.database().read([&](Reader& reader) {
        const Report report =
            kind.make(reader, {Period::year(year), program.clock().now(), program.profile("name")});
        if (choice.format == "xml") saveXml(report, choice.out, console.progress());
        else if (choice.format == "xlsx") saveXlsx(report, choice.out, console.progress());
        else if (choice.format == "pdf") savePdf(report, program.templates("reports"), choice.out, console.progress());
        else saveHtml(report, program.templates("reports"), choice.out, console.progress());
    });
    std::cerr << tr("报表“{}”已写到 {}。", kind.title, choice.out) << "\n";
}

int run(Console& console, const Choice& choice) {
    if (choice.list) {
        for (const ReportKind& kind : console.openWithoutDatabase().registry().reports()) std::cout << kind.id << "\n";
        return done;
    }
    if (choice.kind.empty()) throw UsageError(tr("请写明报表种类；运行 yanxunctl report --list 可以看到全部种类。"));
    if (choice.format.empty()) throw UsageError(tr("请用 --format 写明格式：xml、html、pdf 或 xlsx。"));
    if (choice.out.empty()) throw UsageError(tr("请用 -o 写明报表写到哪个文件。"));
    makeReport(console, choice);
    return done;
}

} // namespace

void addReport(CLI::App& app, Console& console) {
    CLI::App& verb = addVerb(app, "report", tr("生成一年的报表"));
    const auto choice = std::make_shared<Choice>();
    verb.add_option("KIND", choice->kind, tr("报表种类"));
    addYear(verb, choice->year, tr("哪一年，默认今年"));
    verb.add_option("--format", choice->format, tr("格式"))->check(oneOf({"xml", "html", "pdf", "xlsx"}))->type_name("");
    verb.add_option("-o,--output", choice->out, tr("写到这个文件"))->type_name(tr("文件"));
    verb.add_flag("--list", choice->list, tr("只列出全部报表种类"));
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
