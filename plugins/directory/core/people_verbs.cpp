#include "core/verbs.h"

#include "core/unit.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

Person personCalled(Reader& reader, const VerbCall& call) {
    const auto person = person_store::get(reader, call.integer("id"));
    if (!person) throw yanxun::NotFound(tr("没有编号为 {} 的人员。", call.integer("id")));
    return *person;
}

void take(Reader& reader, const Parts& parts, const VerbCall& call, Person& person) {
    if (call.has("name")) person.name = call.text("name");
    if (call.has("unit"))
        person.unitId = call.text("unit").empty() ? 0 : unitCalled(reader, parts, call.text("unit")).id;
    if (call.has("post")) person.post = call.text("post");
    if (call.has("phone")) person.phone = call.text("phone");
    if (call.has("note")) person.note = call.text("note");
    if (call.has("operator")) person.isOperator = true;
}

int list(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        PeopleFilter filter;
        if (call.has("unit")) filter.unitId = unitCalled(reader, parts, call.text("unit")).id;
        filter.search = call.text("search");
        filter.operatorsOnly = call.has("operators");
        const auto found = person_store::list(reader, filter, call.integer("limit", 1000));
        call.output->table("people", rowsOf({{"id", tr("编号"), CellKind::integer},
                                             {"name", tr("姓名")},
                                             {"unit", tr("单位"), CellKind::text, 24},
                                             {"post", tr("职务")},
                                             {"phone", tr("电话"), CellKind::code},
                                             {"operator", tr("操作员")}},
                                            person_store::get(reader, found.ids), [](const Person& person) {
                                                return std::vector<Value>{person.id,
                                                                          person.name,
                                                                          person.unitName,
                                                                          person.post,
                                                                          maskPhone(person.phone),
                                                                          person.isOperator ? tr("是") : ""};
                                            }));
        call.output->say(tr("共 {} 人。", found.total));
    });
    return 0;
}

int add(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Person person;
        take(writer, parts, call, person);
        call.output->field("id", tr("编号"), parts.people.add(writer, person).id, CellKind::integer);
    });
    return 0;
}

int edit(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Person person = personCalled(writer, call);
        take(writer, parts, call, person);
        parts.people.edit(writer, person);
    });
    return 0;
}

int remove(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Person person = personCalled(writer, call);
        parts.people.remove(writer, person.id, person.revision);
        call.output->say(tr("已删除人员“{}”。", person.name));
    });
    return 0;
}

} // namespace

void addPeopleVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter id{"id", tr("人员编号"), true, true};
    const std::vector<VerbParameter> rest{{"unit", tr("单位编号、名称、别名或信用代码")},
                                          {"post", tr("职务")},
                                          {"phone", tr("电话")},
                                          {"note", tr("备注")},
                                          {"operator", tr("是程序的操作员"), false, false, true}};
    std::vector<VerbParameter> forAdding{{"name", tr("姓名"), true}}, forEditing{id, {"name", tr("姓名")}};
    forAdding.insert(forAdding.end(), rest.begin(), rest.end());
    forEditing.insert(forEditing.end(), rest.begin(), rest.end());
    contributions.add(yanxun::Verb{"directory.people.list",
                                   tr("列出人员"),
                                   {{"unit", tr("只看一个单位")},
                                    {"search", tr("姓名、拼音或单位的一部分")},
                                    {"operators", tr("只看操作员"), false, false, true},
                                    {"limit", tr("最多列出的条数")}},
                                   true,
                                   [parts](VerbCall& call) { return list(parts, call); }});
    contributions.add(yanxun::Verb{"directory.people.add", tr("登记人员"), forAdding, true,
                                   [parts](VerbCall& call) { return add(parts, call); }});
    contributions.add(yanxun::Verb{"directory.people.edit", tr("修改人员"), forEditing, true,
                                   [parts](VerbCall& call) { return edit(parts, call); }});
    contributions.add(yanxun::Verb{"directory.people.remove", tr("删除人员"), {id}, true, [parts](VerbCall& call) {
                                       return remove(parts, call);
                                   }});
}

} // namespace directory
