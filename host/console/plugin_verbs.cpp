#include "console/verb_output.h"
#include "console/words.h"

#include <yanxun/text.h>

namespace yanxun::console {
namespace {

struct Choice {
    std::map<std::string, std::string, std::less<>> arguments;
    bool json = false;
};

int run(Console& console, const std::string& id, const Choice& choice) {
    bool needsDatabase = true;
    if (const host::Program* open = console.program(); open && !open->hasDatabase()) {
        needsDatabase = console.program()->registry().verb(id)->needsDatabase;
    }
    host::Program& program = needsDatabase ? console.open() : *console.program();
    const Verb* verb = program.registry().verb(id);
    if (!verb) throw NotFound(tr("插件没有提供命令“{}”。", id));
    ConsoleOutput output(choice.json, console.progress());
    VerbCall call;
    call.arguments = choice.arguments;
    call.database = &program.database();
    call.clock = &program.clock();
    call.output = &output;
    call.progress = &console.progress();
    const int code = verb->run(call);
    console.progress().clear();
    output.finish();
    return code;
}

void addParameter(CLI::App& verb, const VerbParameter& parameter, const std::shared_ptr<Choice>& choice) {
    const auto keep = [choice, id = parameter.id](const std::string& value) { choice->arguments[id] = value; };
    if (parameter.flag) {
        verb.add_flag_callback("--" + parameter.id, [keep] { keep("1"); }, parameter.title);
        return;
    }
    // A parameter of one letter is a short option: «o» → -o.
    const std::string name = parameter.positional ? parameter.id : (parameter.id.size() == 1 ? "-" : "--") + parameter.id;
    CLI::Option* option = verb.add_option_function<std::string>(name, keep, parameter.title);
    option->required(parameter.required);
    if (parameter.positional) option->type_name("");
}

bool hasParameter(const Verb& verb, std::string_view id) {
    for (const VerbParameter& parameter : verb.parameters) {
        if (parameter.id == id) return true;
    }
    return false;
}

} // namespace

void addPluginVerbs(CLI::App& app, Console& console, const host::Registry& registry) {
    std::map<std::string, CLI::App*> groups;
    for (const Verb& verb : registry.verbs()) {
        const std::size_t dot = verb.id.find('.');
        const std::string plugin = verb.id.substr(0, dot);
        if (!groups.contains(plugin) && findVerb(app, plugin)) continue; // the host's own verb stands first
        CLI::App*& group = groups[plugin];
        if (!group) {
            group = &addVerb(app, plugin, tr("插件“{}”的命令", plugin));
            group->group(tr("插件的命令"));
            group->require_subcommand(1);
        }
        CLI::App& word = addVerb(*group, verb.id.substr(dot + 1), verb.title);
        const auto choice = std::make_shared<Choice>();
        for (const VerbParameter& parameter : verb.parameters) addParameter(word, parameter, choice);
        if (!hasParameter(verb, "json")) word.add_flag("--json", choice->json, tr("输出 JSON"));
        word.callback([&console, choice, id = verb.id] {
            console.run = [&console, choice, id] { return run(console, id, *choice); };
        });
    }
}

} // namespace yanxun::console
