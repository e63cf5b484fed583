#include "core/attribute_store.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

/// An attribute as a person names it: id or title.
std::string attributeCalled(const std::string& called) {
    for (const AttributeKind& kind : attributeKinds())
        if (called == kind.id || called == tr(kind.title)) return std::string(kind.id);
    return called;
}

int tell(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Attribute fact;
        fact.unitId = unitCalled(writer, parts, call.text("unit")).id;
        fact.attribute = attributeCalled(call.text("attribute"));
        fact.value = call.text("value");
        fact.validFrom = dayOf(call, "from");
        fact.validTo = dayOf(call, "to");
        fact.evidence = call.text("evidence");
        const Attribute told = parts.attributes.tell(writer, fact);
        call.output->field("id", tr("编号"), told.id, CellKind::integer);
        call.output->say(tr("已登记，尚未核实；核实请用 attributes confirm。"));
    });
    return 0;
}

int confirm(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const auto fact = attribute_store::get(writer, call.integer("id"));
        if (!fact) throw yanxun::NotFound(tr("没有编号为 {} 的属性。", call.integer("id")));
        const Attribute told = parts.attributes.confirm(writer, fact->id, fact->revision, call.text("evidence"));
        call.output->field("confirmed", tr("核实日期"), told.confirmedOn->ymd(), CellKind::date);
        call.output->field("by", tr("核实人"), told.confirmedBy);
    });
    return 0;
}

int remove(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const auto fact = attribute_store::get(writer, call.integer("id"));
        if (!fact) throw yanxun::NotFound(tr("没有编号为 {} 的属性。", call.integer("id")));
        parts.attributes.remove(writer, fact->id, fact->revision);
    });
    call.output->say(tr("已删除属性 {}。", call.integer("id")));
    return 0;
}

} // namespace

void addAttributeVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter id{"id", tr("属性编号，见 units show"), true, true};
    const VerbParameter evidence{"evidence", tr("依据，如文件名或现场核查")};
    contributions.add(yanxun::Verb{"directory.attributes.tell",
                                   tr("登记单位的一项属性"),
                                   {{"unit", tr("单位编号、名称、别名或信用代码"), true, true},
                                    {"attribute", tr("属性"), true, true},
                                    {"value", tr("值，是/否 或文字"), true, true},
                                    {"from", tr("生效日期")},
                                    {"to", tr("失效日期")},
                                    evidence},
                                   true,
                                   [parts](VerbCall& call) { return tell(parts, call); }});
    contributions.add(yanxun::Verb{
        "directory.attributes.confirm", tr("核实一项属性"), {id, evidence}, true, [parts](VerbCall& call) {
            return confirm(parts, call);
        }});
    contributions.add(
        yanxun::Verb{"directory.attributes.remove", tr("删除登记有误的属性"), {id}, true, [parts](VerbCall& call) {
                         return remove(parts, call);
                     }});
}

} // namespace directory
