#include "core/people_service.h"

#include "core/unit_store.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;
using yanxun::Writer;

namespace {

void tidy(Person& person) {
    for (std::string* text : {&person.name, &person.post, &person.phone})
        *text = yanxun::text::key(*text);
    person.note = yanxun::text::clean(person.note);
}

void tidy(Team& team) {
    for (std::string* text : {&team.name, &team.kind, &team.leader, &team.phone})
        *text = yanxun::text::key(*text);
    team.note = yanxun::text::clean(team.note);
}

template <class Record> void prepare(Writer& writer, Record& record) {
    tidy(record);
    if (const auto errors = check(record); !errors.empty()) throw yanxun::Error(errors.front().sentence);
    record.unitName.clear();
    if (record.unitId == 0) return;
    const auto unit = unit_store::get(writer, record.unitId);
    if (!unit || unit->mergedInto != 0) throw yanxun::NotFound(tr("所选单位已不存在，请重新选择单位。"));
    record.unitName = unit->name;
}

void checkFree(Writer& writer, const Person& person) {
    PeopleFilter same;
    same.unitId = person.unitId;
    same.search = person.name;
    if (person.unitId == 0) return;
    for (const Person& other : person_store::get(writer, person_store::list(writer, same, 100).ids))
        if (other.id != person.id && other.name == person.name && other.post == person.post)
            throw yanxun::Conflict(
                tr("“{}”已有同名同职务的“{}”，请核对；确是两人请在职务中区分。", person.unitName, person.name));
}

yanxun::NotFound gone() { return yanxun::NotFound(tr("该记录已不存在，请刷新后再试。")); }

} // namespace

std::vector<FieldError> check(const Person& person) {
    std::vector<FieldError> errors;
    if (person.name.empty()) errors.push_back({"name", tr("请填写姓名。")});
    if (yanxun::text::length(person.name) > 50)
        errors.push_back({"name", tr("姓名超过 50 个字，请检查是否粘贴有误。")});
    return errors;
}

std::vector<FieldError> check(const Team& team) {
    std::vector<FieldError> errors;
    if (team.name.empty()) errors.push_back({"name", tr("请填写队伍名称。")});
    if (team.members && *team.members < 0) errors.push_back({"members", tr("人数不能为负数，请填写 0 或正整数。")});
    return errors;
}

Person PeopleService::add(Writer& writer, Person person) const {
    prepare(writer, person);
    checkFree(writer, person);
    person_store::add(writer, person);
    return person;
}

Person PeopleService::edit(Writer& writer, Person person) const {
    if (!person_store::get(writer, person.id)) throw gone();
    prepare(writer, person);
    checkFree(writer, person);
    person_store::update(writer, person);
    return person;
}

void PeopleService::remove(Writer& writer, std::int64_t id, std::int64_t revision) const {
    auto person = person_store::get(writer, id);
    if (!person) throw gone();
    person->revision = revision;
    team_store::leaveAll(writer, id);
    person_store::remove(writer, *person);
}

Person PeopleService::ensureOperator(Writer& writer) const {
    if (auto known = person_store::operatorNamed(writer, writer.who())) return *known;
    Person person;
    person.name = writer.who();
    person.isOperator = true;
    person.note = tr("程序的操作员，未验证");
    return add(writer, std::move(person));
}

Team PeopleService::addTeam(Writer& writer, Team team) const {
    prepare(writer, team);
    team_store::add(writer, team);
    return team;
}

Team PeopleService::editTeam(Writer& writer, Team team) const {
    if (!team_store::get(writer, team.id)) throw gone();
    prepare(writer, team);
    team_store::update(writer, team);
    return team;
}

void PeopleService::removeTeam(Writer& writer, std::int64_t id, std::int64_t revision) const {
    auto team = team_store::get(writer, id);
    if (!team) throw gone();
    team->revision = revision;
    team_store::remove(writer, *team);
}

void PeopleService::setMembers(Writer& writer, std::int64_t team, const std::vector<TeamMember>& members) const {
    if (!team_store::get(writer, team)) throw gone();
    for (const TeamMember& member : members)
        if (!person_store::get(writer, member.personId))
            throw yanxun::NotFound(tr("没有编号为 {} 的人员，请先登记。", member.personId));
    team_store::replaceMembers(writer, team, members);
}

} // namespace directory
