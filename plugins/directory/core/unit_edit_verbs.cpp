#include "core/verbs.h"

#include <yanxun/text.h>

#include <array>

namespace directory {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

struct TextParameter {
    const char* id;
    const char* title;
    std::string Unit::*member;
};
constexpr std::array texts{
    TextParameter{"name", "单位全称", &Unit::name},     TextParameter{"kind", "类别", &Unit::kind},
    TextParameter{"subkind", "细类", &Unit::subkind},   TextParameter{"township", "所属乡镇街道", &Unit::regionName},
    TextParameter{"village", "村社区", &Unit::village}, TextParameter{"grid", "网格", &Unit::grid},
    TextParameter{"industry", "行业", &Unit::industry}, TextParameter{"uscc", "统一社会信用代码", &Unit::uscc},
    TextParameter{"contact", "联系人", &Unit::contact}, TextParameter{"phone", "联系电话", &Unit::phone},
    TextParameter{"address", "地址", &Unit::address},   TextParameter{"note", "备注", &Unit::note},
};
struct CountParameter {
    const char* id;
    const char* title;
    std::optional<std::int64_t> Unit::*member;
};
constexpr std::array counts{CountParameter{"staff", "从业人数", &Unit::staff},
                            CountParameter{"pupils", "学生数", &Unit::pupils},
                            CountParameter{"population", "人口", &Unit::population}};

/// Takes over what was given; an empty text empties the field.
void take(const VerbCall& call, Unit& unit) {
    for (const TextParameter& text : texts)
        if (call.has(text.id)) unit.*text.member = call.text(text.id);
    for (const CountParameter& count : counts) {
        if (!call.has(count.id)) continue;
        (unit.*count.member).reset();
        if (!call.text(count.id).empty()) unit.*count.member = call.integer(count.id);
    }
}

void tell(VerbCall& call, const Unit& unit) {
    call.output->field("id", tr("编号"), unit.id, CellKind::integer);
    call.output->field("name", tr("单位名称"), unit.name);
    if (!unit.uscc.empty() && !unit.usccValid)
        call.output->say(tr("信用代码“{}”的校验码不对，按未核验保存，请核对。", unit.uscc));
}

int add(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Unit unit;
        take(call, unit);
        tell(call, parts.units.add(writer, std::move(unit)));
    });
    return 0;
}

int edit(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Unit unit = unitCalled(writer, parts, call.text("unit"));
        take(call, unit);
        tell(call, parts.units.edit(writer, std::move(unit)));
    });
    return 0;
}

int remove(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Unit unit = unitCalled(writer, parts, call.text("unit"));
        parts.units.remove(writer, unit.id, unit.revision);
        call.output->say(tr("已删除单位“{}”。", unit.name));
    });
    return 0;
}

int setActive(const Parts& parts, VerbCall& call, bool active) {
    call.database->write([&](Writer& writer) {
        const Unit unit = unitCalled(writer, parts, call.text("unit"));
        parts.units.setActive(writer, unit.id, unit.revision, active);
        call.output->say(active ? tr("单位“{}”已恢复使用。", unit.name) : tr("单位“{}”已停用。", unit.name));
    });
    return 0;
}

int addAlias(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Unit unit = unitCalled(writer, parts, call.text("unit"));
        const Alias alias = parts.units.addAlias(writer, unit.id, call.text("alias"), source::entered);
        call.output->field("id", tr("编号"), alias.id, CellKind::integer);
    });
    return 0;
}

int removeAlias(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Unit unit = unitCalled(writer, parts, call.text("unit"));
        const std::string name = yanxun::text::key(call.text("alias"));
        for (const Alias& alias : unit_store::aliases(writer, unit.id))
            if (alias.name == name) return parts.units.removeAlias(writer, alias.id);
        throw yanxun::NotFound(tr("“{}”没有别名“{}”。", unit.name, name));
    });
    return 0;
}

std::vector<VerbParameter> fieldParameters(bool nameRequired) {
    std::vector<VerbParameter> parameters;
    for (const TextParameter& text : texts)
        parameters.push_back({text.id, tr(text.title), nameRequired && text.member == &Unit::name});
    for (const CountParameter& count : counts)
        parameters.push_back({count.id, tr(count.title)});
    return parameters;
}

} // namespace

void addUnitEditVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter unit{"unit", tr("单位编号、名称、别名或信用代码"), true, true};
    auto editable = fieldParameters(false);
    editable.insert(editable.begin(), unit);
    const auto verb = [&](const char* id, std::string title, std::vector<VerbParameter> parameters, auto run) {
        contributions.add(yanxun::Verb{id, std::move(title), std::move(parameters), true, run});
    };
    const VerbParameter alias{"alias", tr("别名"), true, true};
    verb("directory.units.add", tr("登记单位"), fieldParameters(true),
         [parts](VerbCall& call) { return add(parts, call); });
    verb("directory.units.edit", tr("修改单位"), editable, [parts](VerbCall& call) { return edit(parts, call); });
    verb("directory.units.remove", tr("删除没有用到的单位"), {unit},
         [parts](VerbCall& call) { return remove(parts, call); });
    verb("directory.units.disable", tr("停用单位"), {unit},
         [parts](VerbCall& call) { return setActive(parts, call, false); });
    verb("directory.units.enable", tr("恢复使用单位"), {unit},
         [parts](VerbCall& call) { return setActive(parts, call, true); });
    verb("directory.aliases.add", tr("给单位加别名"), {unit, alias},
         [parts](VerbCall& call) { return addAlias(parts, call); });
    verb("directory.aliases.remove", tr("去掉单位的别名"), {unit, alias},
         [parts](VerbCall& call) { return removeAlias(parts, call); });
}

} // namespace directory
