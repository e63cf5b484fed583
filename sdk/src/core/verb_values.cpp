#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace yanxun {

namespace {

Cell written(const std::string& text) {
    Cell cell;
    cell.kind = text.empty() ? Cell::Kind::empty : Cell::Kind::text;
    cell.text = text;
    return cell;
}

} // namespace

VerbParameter option(const char* id, std::string title, bool required) {
    return {id, std::move(title), required, false, false};
}

VerbParameter flag(const char* id, std::string title) { return {id, std::move(title), false, false, true}; }

VerbParameter positional(const char* id, std::string title) { return {id, std::move(title), true, true, false}; }

VerbParameter idParameter(std::string title) { return positional("id", std::move(title)); }

Verb makeVerb(const char* id, std::string title, std::vector<VerbParameter> parameters,
              std::function<int(VerbCall&)> run) {
    Verb made;
    made.id = id;
    made.title = std::move(title);
    made.parameters = std::move(parameters);
    made.run = std::move(run);
    return made;
}

std::int64_t idOf(const VerbCall& call) {
    const std::int64_t id = call.integer("id");
    if (id <= 0) throw Error(tr("请给出编号，例如 12；编号见列表。"));
    return id;
}

std::optional<Count> countOf(const VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    auto count = parseCount(written(call.text(id)));
    if (!count) throw Error(tr("参数 --{} 应当是数量，例如 120、约300 或 3.4万，收到的是“{}”。", id, call.text(id)));
    return count;
}

std::optional<std::int64_t> hundredthsOf(const VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    auto number = parseHundredths(written(call.text(id)));
    if (!number) throw Error(tr("参数 --{} 应当是数，例如 4 或 88.5，收到的是“{}”。", id, call.text(id)));
    return number;
}

std::optional<Date> dayOf(const VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    return call.date(id);
}

int yearOf(const VerbCall& call) { return int(call.integer("year", call.clock->today().year)); }

} // namespace yanxun
