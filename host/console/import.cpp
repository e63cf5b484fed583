#include "console/output.h"
#include "console/words.h"

#include <yanxun/table/import.h>
#include <yanxun/text.h>

#include <filesystem>
#include <iostream>

namespace yanxun::console {
namespace {

constexpr std::size_t kShownMessages = 100;

struct Choice {
    std::string kind, file, sheet, mode = "add", dateOrder, result;
    int year = 0;
    bool dryRun = false, json = false, list = false;
    std::map<std::string, std::string, std::less<>> own; ///< options the kinds bring
};

ImportMode modeOf(const std::string& word) {
    if (word == "update") return ImportMode::update;
    if (word == "fill") return ImportMode::fill;
    if (word == "nocheck") return ImportMode::nocheck;
    return ImportMode::add;
}

DateOrder orderOf(const std::string& word) {
    if (word == "ymd") return DateOrder::yearMonthDay;
    if (word == "dmy") return DateOrder::dayMonthYear;
    if (word == "mdy") return DateOrder::monthDayYear;
    return DateOrder::unknown;
}

const ImportOption* optionOf(const ImportInfo& info, const std::string& id) {
    for (const ImportOption& option : info.options) {
        if (option.id == id) return &option;
    }
    return nullptr;
}

/// Only the kind's own options, with one of its choices.
void checkOwn(const ImportInfo& info, const Choice& choice) {
    for (const auto& [id, value] : choice.own) {
        const ImportOption* option = optionOf(info, id);
        if (!option) throw UsageError(tr("导入种类“{}”没有参数 --{}。", info.id, id));
        if (option->choices.empty()) continue;
        std::string all;
        bool known = false;
        for (const ImportOption::Choice& possible : option->choices) {
            known = known || possible.id == value;
            all += (all.empty() ? "" : "|") + possible.id;
        }
        if (!known) throw UsageError(tr("参数 --{} 只能是 {} 之一，收到的是“{}”。", id, all, value));
    }
}

ImportOptions optionsOf(const ImportInfo& info, const Choice& choice) {
    ImportOptions options;
    options.mode = modeOf(choice.mode);
    options.year = choice.year;
    options.dateOrder = orderOf(choice.dateOrder);
    for (const ImportOption& option : info.options) {
        if (!option.choices.empty()) options.own[option.id] = option.choices.front().id;
    }
    for (const auto& [id, value] : choice.own) options.own[id] = value;
    return options;
}

/// Calls `use` with every message: of the whole file (row 0), then of the rows.
void eachMessage(const ImportPlan& plan, const std::function<void(int row, const ImportMessage&)>& use) {
    for (const ImportMessage& note : plan.notes) use(0, note);
    for (const ImportRow& row : plan.rows) {
        for (const ImportMessage& message : row.messages) use(row.number, message);
    }
}

const char* levelId(ImportLevel level) { return level == ImportLevel::error ? "error" : "warning"; }

void printJson(const ImportPlan& plan, const ImportResult& result) {
    Json answer;
    answer["read"] = result.counts.read;
    answer["new"] = result.counts.created;
    answer["updated"] = result.counts.updated;
    answer["skipped"] = result.counts.skipped;
    answer["warnings"] = result.counts.warnings;
    answer["errors"] = result.counts.errors;
    answer["batch"] = result.batch;
    Json& rows = answer["rows"] = Json::array();
    eachMessage(plan, [&](int row, const ImportMessage& message) {
        rows.push_back({{"row", row},
                        {"sheet", plan.grid.sheet},
                        {"column", message.column},
                        {"level", levelId(message.level)},
                        {"code", message.code},
                        {"message", message.text}});
    });
    print(answer);
}

void printMessages(const ImportInfo& info, const ImportPlan& plan) {
    std::size_t count = 0;
    eachMessage(plan, [&](int row, const ImportMessage& message) {
        if (++count > kShownMessages) return;
        std::string title = message.column;
        for (const ImportColumn& column : info.columns) {
            if (column.id == message.column) title = column.title;
        }
        const std::string place = row == 0 ? tr("整个文件") : tr("第 {} 行", row);
        const std::string level = message.level == ImportLevel::error ? tr("错误") : tr("提醒");
        std::cout << place << (title.empty() ? "" : "，" + title) << "：" << level << "，" << message.text << "\n";
    });
    if (count > kShownMessages) {
        std::cout << tr("还有 {} 条没有显示；用 --result 写出结果文件，或用 --json 查看全部。",
                        static_cast<long long>(count - kShownMessages))
                  << "\n";
    }
}

void printText(const ImportInfo& info, const ImportPlan& plan, const ImportResult& result, bool dryRun) {
    printMessages(info, plan);
    const ImportCounts& c = result.counts;
    const auto n = [](std::int64_t value) { return text::grouped(value); };
    std::cout << tr("读入 {} 行：新建 {}，更新 {}，跳过 {}，错误 {}；提醒 {} 条。", n(c.read), n(c.created), n(c.updated),
                    n(c.skipped), n(c.errors), n(c.warnings))
              << "\n";
    if (dryRun) std::cout << tr("这是试运行，没有写入数据库。") << "\n";
    else if (result.batch != 0) {
        std::cout << tr("批次号 {}；需要撤销时运行 yanxunctl undo {}。", static_cast<long long>(result.batch),
                        static_cast<long long>(result.batch))
                  << "\n";
    }
}

/// Everything that can be wrong without a database is found before one is made.
void checkBefore(Console& console, const Choice& choice) {
    if (!console.program()) console.openWithoutDatabase();
    checkOwn(named([&]() -> ImportKind& { return console.program()->registry().import(choice.kind); }).info(), choice);
    if (!std::filesystem::exists(choice.file)) {
        throw Unavailable(tr("文件 {} 不存在。请检查文件名和所在的文件夹。", choice.file));
    }
    if (!console.program()->hasDatabase()) { // a file that cannot be read is no reason to make one
        host::Program& program = *console.program();
        Importer(program.database(), program.templates("ledgers"))
            .chooseSheet(*TableFile::open(choice.file), program.registry().import(choice.kind), choice.sheet);
    }
    if (choice.result.empty()) return;
    const std::filesystem::path resultFolder = std::filesystem::absolute(choice.result).parent_path();
    if (!std::filesystem::is_directory(resultFolder)) {
        throw Unavailable(tr("结果文件的文件夹“{}”不存在，没有导入。请先建立或换一个位置。", resultFolder.string()));
    }
}

int importFile(Console& console, const Choice& choice) {
    checkBefore(console, choice);
    const bool trialOfNothing = choice.dryRun && !console.program()->hasDatabase();
    host::Program& program = trialOfNothing ? *console.program() : console.open(!choice.dryRun);
    ImportKind& kind = program.registry().import(choice.kind);
    Importer importer(program.database(), program.templates("ledgers"));
    ImportPlan plan;
    const ImportResult result = importer.run(kind, choice.file, choice.sheet, optionsOf(kind.info(), choice),
                                             choice.dryRun, plan, console.progress());
    console.progress().clear();
    if (choice.json) printJson(plan, result);
    else printText(kind.info(), plan, result, choice.dryRun);
    std::cout << std::flush; // what was imported is told even when the result cannot be written
    if (!choice.result.empty()) importer.writeResult(plan, choice.result, console.progress());
    console.progress().clear();
    return result.counts.errors > 0 ? keptBack : done;
}

int run(Console& console, const Choice& choice) {
    if (choice.list) {
        for (const auto& kind : console.openWithoutDatabase().registry().imports()) {
            std::cout << kind->info().id << "\n";
        }
        return done;
    }
    if (choice.kind.empty()) throw UsageError(tr("请写明导入种类；运行 yanxunctl import --list 可以看到全部种类。"));
    if (choice.file.empty()) throw UsageError(tr("请写明要导入的文件。"));
    return importFile(console, choice);
}

std::string described(const ImportOption& option) {
    std::string all;
    for (const ImportOption::Choice& choice : option.choices) {
        all += (all.empty() ? "" : "；") + choice.id + " " + choice.title;
    }
    return all.empty() ? option.title : tr("{}：{}（默认第一个）", option.title, all);
}

/// The options of all kinds; two kinds may share a name, then it is one option.
void addOwn(CLI::App& verb, const host::Registry& registry, const std::shared_ptr<Choice>& choice) {
    std::map<std::string, CLI::Option*> added;
    for (const auto& kind : registry.imports()) {
        const ImportInfo& info = kind->info();
        for (const ImportOption& option : info.options) {
            CLI::Option*& place = added[option.id];
            if (place) {
                place->group(tr("几种导入共有的选项"));
                continue;
            }
            place = verb.add_option_function<std::string>(
                "--" + option.id, [choice, id = option.id](const std::string& value) { choice->own[id] = value; },
                described(option));
            place->group(tr("{} 的选项", info.id))->type_name("");
        }
    }
}

std::string kindList(const host::Registry& registry) {
    std::string all = tr("导入种类：");
    for (const auto& kind : registry.imports()) all += "\n  " + padded(kind->info().id, 32) + kind->info().title;
    return all;
}

} // namespace

void addImport(CLI::App& app, Console& console, const host::Registry* registry) {
    CLI::App& verb = addVerb(app, "import", tr("导入台账"));
    const auto choice = std::make_shared<Choice>();
    verb.add_option("KIND", choice->kind, tr("导入种类"));
    verb.add_option("FILE", choice->file, tr("台账文件：xlsx、csv 或 xml"));
    verb.add_option("--sheet", choice->sheet, tr("工作表名，默认取表头最合适的一张"))->type_name(tr("名称"));
    verb.add_option("--mode", choice->mode, tr("add 只新增（默认）；update 更新已有；fill 只补空；nocheck 不查重"))
        ->check(oneOf({"add", "update", "fill", "nocheck"}))
        ->type_name("");
    addYear(verb, choice->year, tr("日期没写年份、别处也看不出时用这一年"));
    verb.add_option("--date-order", choice->dateOrder, tr("日期的顺序：ymd 年月日，dmy 日月年，mdy 月日年"))
        ->check(oneOf({"ymd", "dmy", "mdy"}))
        ->type_name("");
    verb.add_flag("--dry-run", choice->dryRun, tr("只看会怎样，不写入"));
    verb.add_option("--result", choice->result, tr("另存一份原表，加上导入结果和错误原因两列"))->type_name(tr("文件"));
    verb.add_flag("--json", choice->json, tr("输出 JSON"));
    verb.add_flag("--list", choice->list, tr("只列出全部导入种类"));
    if (registry) {
        addOwn(verb, *registry, choice);
        verb.footer(kindList(*registry));
    }
    verb.callback([&console, choice] { console.run = [&console, choice] { return run(console, *choice); }; });
}

} // namespace yanxun::console
