#include "core/term_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace campaigns::term_store {
namespace {

using yanxun::Row;
using yanxun::tr;

constexpr std::string_view selectTerm =
    "SELECT id, revision, kind, code, name, also, unit, scope, place, active FROM campaigns_term ";

Term termOf(const Row& row) {
    Term term;
    term.id = row.integer(0);
    term.revision = row.integer(1);
    term.kind = TermKind(row.integer(2));
    term.code = row.str(3);
    term.name = row.str(4);
    term.also = row.str(5);
    term.unit = row.str(6);
    term.scope = row.str(7);
    term.place = row.integer(8);
    term.active = row.flag(9);
    return term;
}

yanxun::Fields fieldsOf(const Term& term) {
    return {{"name", yanxun::text::key(term.name)}, {"name_key", yanxun::text::loose(term.name)},
            {"also", yanxun::text::key(term.also)}, {"unit", yanxun::text::key(term.unit)},
            {"scope", term.scope},                  {"place", term.place},
            {"active", term.active}};
}

void require(yanxun::Reader& reader, const Term& term) {
    if (yanxun::text::key(term.name).empty()) throw yanxun::Error(tr("请填写{}的名称。", word(term.kind)));
    const Term* const taken = all(reader).find(term.kind, term.name);
    if (taken && taken->id != term.id) throw yanxun::Conflict(tr("{}“{}”已经有了，没有重复保存。", word(term.kind), taken->name));
}

} // namespace

Terms all(yanxun::Reader& reader) {
    std::vector<Term> terms;
    reader.each(std::string(selectTerm) + "ORDER BY kind, place, id", [&](const Row& row) { terms.push_back(termOf(row)); });
    return Terms(std::move(terms));
}

Term get(yanxun::Reader& reader, std::int64_t id) {
    Term term;
    reader.one(std::string(selectTerm) + "WHERE id = ?", {id}, [&](const Row& row) { term = termOf(row); });
    if (term.id == 0) throw yanxun::NotFound(tr("字典里没有编号为 {} 的条目，可能已被删除，请刷新。", id));
    return term;
}

std::int64_t add(yanxun::Writer& writer, const Term& term) {
    require(writer, term);
    Term made = term;
    if (made.place == 0) {
        made.place = 1 + writer.scalar("SELECT max(place) FROM campaigns_term WHERE kind = ?", {int(term.kind)});
    }
    yanxun::Fields fields = fieldsOf(made);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    fields.push_back({"kind", int(made.kind)});
    fields.push_back({"code", made.code});
    return writer.insert("campaigns_term", fields);
}

std::int64_t update(yanxun::Writer& writer, const Term& term) {
    require(writer, term);
    return writer.update("campaigns_term", term.id, term.revision, fieldsOf(term));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    const Term term = get(writer, id);
    static constexpr std::string_view users[] = {"campaigns_activity_term WHERE term_id", "campaigns_metric WHERE term_id",
                                                 "campaigns_post WHERE channel_id", "campaigns_target WHERE category_id"};
    for (const std::string_view user : users) {
        if (writer.scalar("SELECT count(*) FROM " + std::string(user) + " = ?", {id}) == 0) continue;
        throw yanxun::Error(tr("{}“{}”已有记录使用，不能删除；可以改为停用。", word(term.kind), term.name));
    }
    writer.remove("campaigns_term", id, revision);
}

} // namespace campaigns::term_store
