#include "console/words.h"

#include <yanxun/text.h>

#include <charconv>

namespace yanxun::console {
namespace {

/// The innermost verb that was chosen.
const CLI::App& chosen(const CLI::App& app) {
    const std::vector<CLI::App*> verbs = app.get_subcommands();
    return verbs.empty() ? app : chosen(*verbs.front());
}

std::string commandLine(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent ? commandLine(*parent) + " " + app.get_name() : app.get_name();
}

/// CLI11 names what is missing in front of a fixed English tail.
std::string before(const std::string& message, std::string_view tail) {
    return message.ends_with(tail) ? message.substr(0, message.size() - tail.size()) : std::string{};
}

/// The words nobody understood.
std::string extras(const CLI::App& app) {
    std::string all;
    for (const std::string& word : app.remaining(true)) all += (all.empty() ? "" : " ") + word;
    return all;
}

std::string missing(const std::string& message, const CLI::App& app, const std::string& unknown) {
    const std::string name = before(message, " is required");
    if (name.empty() || name == "A subcommand") {
        if (!unknown.empty()) return tr("没有“{}”这个命令。", unknown);
        return app.get_parent() ? tr("请写明要做什么。") : tr("请写明要做什么，例如 yanxunctl figures --year 2021。");
    }
    return tr("缺少参数 {}。", name);
}

} // namespace

CLI::App& speakChinese(CLI::App& app) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(34);
    formatter->label("Usage", tr("用法"));
    formatter->label("OPTIONS", tr("选项"));
    formatter->label("SUBCOMMAND", tr("命令"));
    formatter->label("SUBCOMMANDS", tr("命令"));
    formatter->label("Positionals", tr("参数"));
    formatter->label("REQUIRED", tr("（必填）"));
    formatter->label("TEXT", tr("文字"));
    app.formatter(formatter);
    app.option_defaults()->group(tr("选项"));
    app.set_help_flag("-h,--help", tr("显示这份说明"))->group(tr("选项"));
    return app;
}

CLI::App& addVerb(CLI::App& app, const std::string& name, const std::string& title) {
    CLI::App& verb = speakChinese(*app.add_subcommand(name, title));
    verb.group(tr("命令"));
    verb.fallthrough(); // the general options are understood behind the verb too
    return verb;
}

const CLI::App* findVerb(const CLI::App& app, const std::string& name) {
    const auto verbs = app.get_subcommands([&](const CLI::App* verb) { return verb->get_name() == name; });
    return verbs.empty() ? nullptr : verbs.front();
}

CLI::Validator oneOf(std::vector<std::string> words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
    return CLI::Validator(
        [words = std::move(words), all](std::string& given) {
            for (const std::string& word : words) {
                if (given == word) return std::string{};
            }
            return tr("只能是 {} 之一，收到的是“{}”", all, given);
        },
        all);
}

CLI::Validator wholeNumber(std::int64_t least, std::int64_t most) {
    return CLI::Validator(
        [=](std::string& given) {
            std::int64_t value = 0;
            const auto [end, wrong] = std::from_chars(given.data(), given.data() + given.size(), value);
            const bool number = wrong == std::errc{} && end == given.data() + given.size();
            if (number && value >= least && value <= most) return std::string{};
            return tr("应当是 {} 到 {} 之间的整数，收到的是“{}”", least, most, given);
        },
        "");
}

CLI::Option* addYear(CLI::App& verb, int& year, const std::string& title) {
    return verb.add_option("--year", year, title)->check(wholeNumber(1900, 2200))->type_name(tr("年"));
}

std::string sentence(const CLI::ParseError& error, const CLI::App& app) {
    const CLI::App& verb = chosen(app);
    const std::string message = error.what();
    const auto is = [&]<class Kind>(Kind*) { return dynamic_cast<const Kind*>(&error) != nullptr; };
    const std::size_t space = message.find(' ');
    std::string what;
    if (is(static_cast<CLI::ExtrasError*>(nullptr))) {
        what = tr("不认识“{}”。", extras(app));
    } else if (is(static_cast<CLI::RequiredError*>(nullptr))) {
        what = missing(message, verb, extras(app));
    } else if (is(static_cast<CLI::ArgumentMismatch*>(nullptr))) {
        what = tr("参数 {} 后面缺少内容，或写得太多。", message.substr(0, message.find(':')));
    } else if (is(static_cast<CLI::ValidationError*>(nullptr))) {
        const std::size_t colon = message.find(": ");
        what = colon == std::string::npos ? tr("参数不对：{}。", message)
                                          : tr("参数 {} {}。", message.substr(0, colon), message.substr(colon + 2));
    } else if (is(static_cast<CLI::RequiresError*>(nullptr))) {
        what = tr("参数 {} 要和 {} 一起用。", message.substr(0, space), message.substr(message.rfind(' ') + 1));
    } else if (is(static_cast<CLI::ExcludesError*>(nullptr))) {
        what = tr("参数 {} 和 {} 不能一起用。", message.substr(0, space), message.substr(message.rfind(' ') + 1));
    } else {
        what = tr("参数的值不对：{}。", message);
    }
    return what + tr("运行 {} --help 查看用法。", commandLine(verb));
}

} // namespace yanxun::console
