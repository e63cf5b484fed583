#include "core/verb_values.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace training {

using yanxun::Error;
using yanxun::tr;
using yanxun::VerbCall;

std::optional<std::int64_t> timeOf(const VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    auto minute = clockOf(call.text(id));
    if (!minute) throw Error(tr("参数 --{} 应当是时间，例如 9:30，收到的是“{}”。", id, call.text(id)));
    return minute;
}

std::optional<std::int64_t> idCell(std::int64_t id) { return id == 0 ? std::nullopt : std::optional(id); }

yanxun::Value ymdOf(const std::optional<yanxun::Date>& day) {
    return day ? yanxun::Value(day->ymd()) : yanxun::Value();
}

directory::PersonRef personOf(yanxun::Reader& reader, const VerbParts& parts, const VerbCall& call) {
    if (call.has("person")) {
        const auto person = parts.people.get(reader, call.integer("person"));
        if (!person) throw yanxun::NotFound(tr("没有编号为 {} 的人员。", call.integer("person")));
        return *person;
    }
    if (!call.has("name") || !call.has("unit"))
        throw Error(tr("请给出人员编号 --person，或姓名 --name 和单位 --unit。"));
    const auto unit = parts.units.find(reader, call.text("unit"));
    if (!unit) throw yanxun::NotFound(tr("单位名录中没有“{}”，请先登记该单位或改正名称。", call.text("unit")));
    const auto person = parts.people.find(reader, call.text("name"), unit->id);
    if (!person)
        throw yanxun::NotFound(
            tr("“{}”没有（或有不止一个）“{}”，请用 --person 给出编号。", unit->name, call.text("name")));
    return *person;
}

} // namespace training
