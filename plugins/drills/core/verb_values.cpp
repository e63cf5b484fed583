#include "core/verb_values.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;

yanxun::Cell cellOf(const std::string& text) {
    yanxun::Cell cell;
    cell.kind = text.empty() ? yanxun::Cell::Kind::empty : yanxun::Cell::Kind::text;
    cell.text = text;
    return cell;
}

} // namespace

std::optional<yanxun::Count> countOf(const yanxun::VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    auto count = yanxun::parseCount(cellOf(call.text(id)));
    if (!count) throw yanxun::Error(tr("参数 --{} 应当是人数，例如 120 或 约300，收到的是“{}”。", id, call.text(id)));
    return count;
}

std::optional<std::int64_t> hundredthsOf(const yanxun::VerbCall& call, std::string_view id) {
    if (!call.has(id)) return std::nullopt;
    auto number = yanxun::parseHundredths(cellOf(call.text(id)));
    if (!number) throw yanxun::Error(tr("参数 --{} 应当是分数，例如 88.5，收到的是“{}”。", id, call.text(id)));
    return number;
}

std::int64_t idOf(const yanxun::VerbCall& call) {
    const std::int64_t id = call.integer("id");
    if (id <= 0) throw yanxun::Error(tr("请给出编号，例如 12；编号见列表。"));
    return id;
}

yanxun::VerbParameter idParameter(std::string title) { return {"id", std::move(title), true, true, false}; }

} // namespace drills
