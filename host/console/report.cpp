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
    std::int64_t record = 0;
    bool list = false;
};

const ReportKind& kindOf(host::Program& program, const Choice& choice) {
    return named([&]() -> const ReportKind& { return program.registry().report(choice.kind); });
}

Period periodOf(const host::Program& program, const Choice& choice) {
    return Period::year(choice.year ? choice.year : program.clock().today().year);
}

/// The kinds; of a kind that is named, the records it can be made of.
int listAll(Console& console, const Choice& choice) {
    if (choice.kind.empty()) {
        for (const ReportKind& kind : console.openWithoutDatabase().registry().reports()) std::cout << kind.id << "\n";
        return done;
    }
    host::Program& program = console.open();
    const ReportKind& kind = kindOf(program, choice);
    if (!kind.records) throw UsageError(tr("报表“{}”写的是全年，没有可选的记录。", kind.title));
    program.database().read([&](Reader& reader) {
        for (const ReportRecord& record : kind.records(reader, periodOf(program, choice))) {
            std::cout << record.id << "\t" << record.title << "\n";
        }
    });
    return done;
}

void makeReport(Console& console, const Choice& choice) {
    host::Program& program = console.open();
    const ReportKind& kind = kindOf(program, choice);
    if (choice.record != 0 && !kind.records) {
        throw UsageError(tr("报表“{}”写的是全年，不能用 --record 指定一条记录。", kind.title));
    }
    program.database().read([&](Reader& reader) {
        const auto make = [&] {
            return kind.make(reader, {periodOf(program, choice), program.clock().now(), program.profile("name"), choice.record});
        };
        const Report report = choice.record == 0 ? make() : named(make);
        if (choice.format == "xml") saveXml(report, choice.out, console.progress());
        else if (choice.format == "xlsx") saveXlsx(report, choice.out, console.progress());
        else if (choice.format == "pdf") savePdf(report, program.templates("reports"), choice.out, console.progress());
        else saveHtml(report, program.templates("reports"), choice.out, console.progress());
    });
    std::cerr << tr("报表“{}”已写到 {}。", kind.title, choice.out) << "\n";
}

int run(Console& console, const Choice& choice) {
    if (choice.list) return listAll(console, choice);
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
    verb.add_option("--record", choice->record, tr("写哪一条记录，编号由 --list 列出；不写时由报表自己选"))
        ->check(wholeNumber(1, INT64_MAX))
        ->type_name(tr("编号"));
    verb.add_flag("--list", choice->list, tr("只列出全部报表种类；写明种类时，列出它可以写的记录"));
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
