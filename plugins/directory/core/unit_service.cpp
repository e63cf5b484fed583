#include "core/unit_service.h"

#include "core/attribute_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

const UnitUser* UnitUserList::find(std::string_view plugin) const {
    const auto found =
        std::find_if(users_.begin(), users_.end(), [&](const UnitUser& u) { return u.plugin == plugin; });
    return found == users_.end() ? nullptr : &*found;
}

bool UnitUserList::uses(Reader& reader, std::int64_t unit) const {
    return std::any_of(users_.begin(), users_.end(), [&](const UnitUser& user) { return user.uses(reader, unit); });
}

void UnitService::link(Reader& reader, Unit& unit) const {
    const auto region = regions_.township(reader, unit.regionName);
    unit.regionId = region ? region->id : 0;
    unit.regionCode = region ? region->code : std::string();
}

Unit UnitService::require(Reader& reader, std::int64_t id) const {
    auto unit = unit_store::get(reader, id);
    if (!unit) throw yanxun::NotFound(tr("没有编号为 {} 的单位，请刷新后再试。", id));
    return *unit;
}

void UnitService::checkFree(Reader& reader, const Unit& unit) const {
    for (const std::int64_t other : unit_store::withName(reader, yanxun::text::key(unit.name)))
        if (other != unit.id)
            throw yanxun::Conflict(tr("已有单位叫“{}”，请写明镇街以示区别，或与它合并。", unit.name));
    if (!unit.usccValid) return;
    for (const std::int64_t other : unit_store::withCode(reader, unit.uscc))
        if (other != unit.id)
            throw yanxun::Conflict(
                tr("信用代码 {} 已属于“{}”，请核对，或与它合并。", unit.uscc, require(reader, other).name));
}

Unit UnitService::add(Writer& writer, Unit unit) const {
    tidy(unit);
    if (const auto errors = check(unit); !errors.empty()) throw yanxun::Error(errors.front().sentence);
    checkFree(writer, unit);
    if (unit.source.empty()) unit.source = source::entered;
    link(writer, unit);
    unit_store::add(writer, unit);
    unit_store::index(writer, unit);
    return unit;
}

Unit UnitService::edit(Writer& writer, Unit unit) const {
    if (require(writer, unit.id).mergedInto != 0)
        throw yanxun::Error(tr("该单位已并入其他单位，请先撤销合并再修改。"));
    tidy(unit);
    if (const auto errors = check(unit); !errors.empty()) throw yanxun::Error(errors.front().sentence);
    checkFree(writer, unit);
    link(writer, unit);
    unit_store::update(writer, unit);
    unit_store::index(writer, unit);
    return unit;
}

void UnitService::remove(Writer& writer, std::int64_t id, std::int64_t revision) const {
    Unit unit = require(writer, id);
    if (unit.mergedInto != 0) throw yanxun::Error(tr("该单位已并入其他单位，不能删除。"));
    if (users_.uses(writer, id) || unit_store::isNamed(writer, id))
        throw yanxun::Error(tr("“{}”在其他记录中用到，不能删除；如为重复单位请合并，如已撤销请停用。", unit.name));
    unit.revision = revision;
    attribute_store::removeAll(writer, id);
    unit_store::remove(writer, unit);
}

Unit UnitService::setActive(Writer& writer, std::int64_t id, std::int64_t revision, bool active) const {
    Unit unit = require(writer, id);
    unit.revision = revision;
    unit.active = active;
    unit_store::update(writer, unit);
    return unit;
}

Alias UnitService::addAlias(Writer& writer, std::int64_t unit, std::string_view name, std::string_view source) const {
    const std::string key = yanxun::text::key(name);
    if (key.empty()) throw yanxun::Error(tr("请填写别名。"));
    const Unit owner = require(writer, unit);
    for (const std::int64_t other : unit_store::withName(writer, key)) {
        if (other == unit) throw yanxun::Conflict(tr("“{}”已是该单位的名称或别名。", key));
        throw yanxun::Conflict(
            tr("“{}”已是“{}”的名称或别名，请核对，或合并两个单位。", key, require(writer, other).name));
    }
    const Alias added = unit_store::addAlias(writer, unit, key, source);
    unit_store::touch(writer, unit);
    unit_store::index(writer, owner);
    return added;
}

void UnitService::removeAlias(Writer& writer, std::int64_t alias) const {
    const auto known = unit_store::alias(writer, alias);
    if (!known) throw yanxun::NotFound(tr("该别名已不存在，请刷新后再试。"));
    unit_store::removeAlias(writer, *known);
    unit_store::touch(writer, known->unitId);
    unit_store::index(writer, require(writer, known->unitId));
}

} // namespace directory
