#include "core/term_store.h"
#include "core/verb_help.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::tr;
using yanxun::Value;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::Writer;

TermKind kindOf(const VerbCall& call) {
    for (const TermKind kind : {TermKind::category, TermKind::theme, TermKind::channel, TermKind::metric}) {
        if (word(kind) == call.text("kind")) return kind;
    }
    throw Error(tr("没有“{}”这种字典；可以是：类别、主题、渠道、宣传形式。", call.text("kind")));
}

int list(VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        std::vector<Term> terms = term_store::all(reader).all();
        if (call.has("kind")) {
            const TermKind kind = kindOf(call);
            std::erase_if(terms, [&](const Term& term) { return term.kind != kind; });
        }
        call.output->table("terms", rowsOf({{"id", tr("编号"), CellKind::integer, 6},
                                             {"kind", tr("字典"), CellKind::text, 10},
                                             {"name", tr("名称"), CellKind::text, 20},
                                             {"also", tr("其他写法"), CellKind::text, 24},
                                             {"unit", tr("单位"), CellKind::text, 6},
                                             {"scope", tr("应覆盖名单"), CellKind::text, 10},
                                             {"active", tr("启用"), CellKind::text, 6}},
                                            terms, [](const Term& term) {
                                                return std::vector<Value>{term.id,   word(term.kind), term.name,
                                                                          term.also, term.unit,       term.scope,
                                                                          term.active ? tr("是") : tr("否")};
                                            }));
    });
    return 0;
}

void take(const VerbCall& call, Term& term) {
    if (call.has("name")) term.name = call.text("name");
    if (call.has("also")) term.also = joined(splitWords(call.text("also")), " ");
    if (call.has("unit")) term.unit = call.text("unit");
    if (call.has("scope")) term.scope = call.text("scope");
    if (call.has("off")) term.active = false;
    if (call.has("on")) term.active = true;
}

int add(VerbCall& call) {
    Term term;
    term.kind = kindOf(call);
    take(call, term);
    call.database->write([&](Writer& writer) {
        call.output->field("id", tr("编号"), term_store::add(writer, term), CellKind::integer);
    });
    return 0;
}

int edit(VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Term term = term_store::get(writer, idOf(call));
        take(call, term);
        term_store::update(writer, term);
        call.output->field("id", tr("编号"), term.id, CellKind::integer);
    });
    return 0;
}

int remove(VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Term term = term_store::get(writer, idOf(call));
        term_store::remove(writer, term.id, term.revision);
        call.output->field("removed", tr("已删除"), term.id, CellKind::integer);
    });
    return 0;
}

} // namespace

std::vector<Verb> termVerbs() {
    const auto kind = [](bool required) { return option("kind", tr("字典：类别、主题、渠道、宣传形式"), required); };
    const std::vector<yanxun::VerbParameter> rest{
        option("also", tr("台账里的其他写法，几个以顿号分开")), option("unit", tr("计量单位，如 条、块、份")),
        option("scope", tr("类别对应的应覆盖名单：企业、农村、社区、学校 或 家庭"))};
    std::vector<yanxun::VerbParameter> adding{option("name", tr("名称"), true), kind(true)};
    adding.insert(adding.end(), rest.begin(), rest.end());
    std::vector<yanxun::VerbParameter> editing{idParameter(tr("条目编号")), option("name", tr("名称")),
                                               flag("off", tr("停用")), flag("on", tr("启用"))};
    editing.insert(editing.end(), rest.begin(), rest.end());
    std::vector<Verb> verbs;
    verbs.push_back(makeVerb("campaigns.terms", tr("列出宣传字典"), {kind(false)}, list));
    verbs.push_back(makeVerb("campaigns.term-add", tr("在宣传字典里添加"), std::move(adding), add));
    verbs.push_back(makeVerb("campaigns.term-edit", tr("修改字典条目"), std::move(editing), edit));
    verbs.push_back(makeVerb("campaigns.term-remove", tr("删除没有用过的字典条目"), {idParameter(tr("条目编号"))}, remove));
    return verbs;
}

} // namespace campaigns
