#include "core/attribute_service.h"

#include "core/attribute_store.h"
#include "core/unit_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

std::string checkAttribute(const Attribute& fact) {
    const AttributeKind* kind = attributeKind(fact.attribute);
    if (!kind) return tr("没有“{}”这一属性，请从列表中选择。", fact.attribute);
    if (fact.value.empty()) return tr("请填写“{}”的值；不清楚时不必登记。", tr(kind->title));
    if (kind->yesNo && fact.value != attribute::yes && fact.value != attribute::no)
        return tr("“{}”只能填“是”或“否”。", tr(kind->title));
    if (fact.validFrom && fact.validTo && *fact.validTo < *fact.validFrom)
        return tr("失效日期早于生效日期，请核对。");
    return {};
}

Attribute AttributeService::tell(Writer& writer, Attribute fact) const {
    fact.value = yanxun::text::key(fact.value);
    if (const std::string wrong = checkAttribute(fact); !wrong.empty()) throw yanxun::Error(wrong);
    if (!unit_store::get(writer, fact.unitId)) throw yanxun::NotFound(tr("该单位已不存在，请刷新后再试。"));
    attribute_store::add(writer, fact);
    unit_store::touch(writer, fact.unitId);
    refreshSubkind(writer, fact.unitId, {});
    return fact;
}

Attribute AttributeService::confirm(Writer& writer, std::int64_t id, std::int64_t revision,
                                    std::string_view evidence) const {
    auto fact = attribute_store::get(writer, id);
    if (!fact) throw yanxun::NotFound(tr("该属性已不存在，请刷新后再试。"));
    if (fact->confirmedOn) throw yanxun::Error(tr("该属性已于 {} 核实。", fact->confirmedOn->chinese()));
    fact->revision = revision;
    fact->confirmedOn = yanxun::localDay(writer.at());
    fact->confirmedBy = writer.who();
    if (!evidence.empty()) fact->evidence = evidence;
    attribute_store::update(writer, *fact);
    unit_store::touch(writer, fact->unitId);
    refreshSubkind(writer, fact->unitId, {});
    return *fact;
}

void AttributeService::remove(Writer& writer, std::int64_t id, std::int64_t revision) const {
    auto fact = attribute_store::get(writer, id);
    if (!fact) throw yanxun::NotFound(tr("该属性已不存在，请刷新后再试。"));
    fact->revision = revision;
    attribute_store::remove(writer, *fact);
    unit_store::touch(writer, fact->unitId);
    refreshSubkind(writer, fact->unitId, *fact);
}

std::string AttributeService::value(Reader& reader, std::int64_t unit, std::string_view attribute,
                                    yanxun::Date day) const {
    for (const Attribute& fact : holdingOn(attribute_store::of(reader, unit), day))
        if (fact.attribute == attribute) return fact.value;
    return {};
}

void AttributeService::refreshSubkind(Writer& writer, std::int64_t unit, const Attribute& gone) const {
    auto stored = unit_store::get(writer, unit);
    if (!stored) return;
    if (gone.attribute == attribute::subkind && gone.value == stored->subkind) stored->subkind.clear();
    for (const Attribute& fact : holdingOn(attribute_store::of(writer, unit), yanxun::localDay(writer.at())))
        if (fact.attribute == attribute::subkind && fact.confirmedOn) stored->subkind = fact.value;
    unit_store::update(writer, *stored);
    unit_store::index(writer, *stored);
}

} // namespace directory
