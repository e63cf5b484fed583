// yanxunctl: everything Yanxun can do, without a screen. Standard output carries the answer and nothing else.
#include "console/words.h"

#include <yanxun/text.h>
#include <yanxun/version.h>

#include <array>
#include <filesystem>
#include <iostream>

namespace {

using namespace yanxun;
using namespace yanxun::console;

constexpr std::array kGlobals{"--data", "--as", "--at", "--lang"};

struct Words {
    std::string verb; ///< the first that is no general option; "" when there is none
    std::string language;
    bool help = false;
};

/// What must be known before the words can be understood: the language, and whether the plugins have a say in it.
Words lookAhead(int count, char** words) {
    Words found;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "-h" || word == "--help") found.help = true;
        if (word.starts_with("--lang=")) found.language = word.substr(7);
        bool takesNext = false;
        for (const std::string_view global : kGlobals) takesNext = takesNext || word == global;
        if (takesNext && i + 1 < count) {
            if (word == "--lang") found.language = words[i + 1];
            ++i;
        } else if (found.verb.empty() && !word.starts_with("-")) {
            found.verb = word;
        }
    }
    return found;
}

/// Chinese, and what catalogues are installed for.
std::vector<std::string> languages(const host::Places& places) {
    std::vector<std::string> all{"zh"};
    std::error_code none;
    for (const auto& folder : std::filesystem::directory_iterator(places.catalogues(), none)) {
        if (std::filesystem::exists(folder.path() / "LC_MESSAGES/yanxun.mo", none)) {
            all.push_back(folder.path().filename().string());
        }
    }
    return all;
}

void addGlobals(CLI::App& app, Console& console) {
    Globals& globals = console.globals;
    app.add_option("--data", globals.data, tr("数据库：文件.db 或 postgresql://用户@主机/库"))->type_name(tr("数据库"));
    app.add_option("--as", globals.who, tr("操作人姓名，写进改动记录"))->type_name(tr("姓名"));
    app.add_option("--at", globals.at, tr("把现在当作这个时间，如 2021-12-31T09:00:00"))->type_name(tr("时间"));
    app.add_option("--lang", globals.language, tr("界面语言"))->check(oneOf(languages(console.places)))->type_name(tr("语言"));
    app.set_version_flag("--version", std::string("yanxunctl ") + YANXUN_SDK_VERSION, tr("显示版本"))
        ->group(tr("选项"));
}

std::unique_ptr<CLI::App> makeApp(Console& console, const host::Registry* registry) {
    auto app = std::make_unique<CLI::App>(tr("演训宣：应急演练、教育培训、五进宣传的台账、统计和报表"), "yanxunctl");
    speakChinese(*app);
    app->require_subcommand(1);
    addGlobals(*app, console);
    addDemo(*app, console);
    addImport(*app, console, registry);
    addUndo(*app, console);
    addExport(*app, console);
    addReport(*app, console);
    addFigures(*app, console);
    addCalendar(*app, console);
    addRules(*app, console);
    addPlugins(*app, console);
    addMigrate(*app, console);
    addBackup(*app, console);
    addRestore(*app, console);
    addCheck(*app, console);
    if (registry) addPluginVerbs(*app, console, *registry);
    return app;
}

/// Reads the general options alone: whose plugins and which database the other words are about.
void readGlobals(Console& console, int count, char** words) {
    CLI::App app;
    addGlobals(app, console);
    app.set_help_flag();
    app.set_version_flag();
    app.allow_extras();
    app.parse(count, words);
}

/// Starts the plugins, on the database if it is there, so that their verbs and options can be understood.
const host::Registry& contributions(Console& console, bool help) {
    if (help) return console.openWithoutDatabase().registry();
    try {
        return console.open().registry();
    } catch (const Unavailable&) {
        return console.openWithoutDatabase().registry();
    }
}

int parseAndRun(Console& console, int count, char** words) {
    const Words ahead = lookAhead(count, words);
    setLanguage(ahead.language.empty() ? "zh" : ahead.language, console.places.catalogues().string());
    std::unique_ptr<CLI::App> app = makeApp(console, nullptr);
    try {
        const bool known = findVerb(*app, ahead.verb) && ahead.verb != "import";
        if (!known && (ahead.help || !ahead.verb.empty())) {
            readGlobals(console, count, words);
            console.fixedTime();
            app = makeApp(console, &contributions(console, ahead.help));
        }
        app->parse(count, words);
        console.fixedTime();
    } catch (const CLI::Success& wanted) {
        return app->exit(wanted, std::cout, std::cerr);
    } catch (const CLI::ParseError& wrong) {
        throw UsageError(sentence(wrong, *app));
    }
    return console.run();
}

int answer(Console& console, int exit, const std::string& sentence) {
    console.progress().clear();
    std::cerr << sentence << std::endl;
    return exit;
}

} // namespace

int main(int count, char** words) {
    Console console(host::Places::ofThisProgram());
    catchInterrupts();
    try {
        const int exit = parseAndRun(console, count, words);
        std::cout << std::flush;
        if (!std::cout) return answer(console, unavailable, tr("结果没有写完：输出的文件或管道已不能写。"));
        return exit;
    } catch (const UsageError& wrong) {
        return answer(console, usage, wrong.what());
    } catch (const Cancelled& stopped) {
        return answer(console, interrupted, stopped.what());
    } catch (const Unavailable& wrong) {
        return answer(console, unavailable, wrong.what());
    } catch (const Full& wrong) {
        return answer(console, unavailable, wrong.what());
    } catch (const Error& wrong) {
        return answer(console, refused, wrong.what());
    } catch (const std::exception& wrong) {
        if (host::Program* program = console.program()) program->log().error(wrong.what());
        return answer(console, internal, tr("程序内部出错：{}。请把日志 {} 交给维护人员。", wrong.what(),
                                            console.places.logFile().string()));
    }
}
