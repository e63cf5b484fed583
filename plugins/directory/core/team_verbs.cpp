#include "core/verbs.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

namespace {

Team teamCalled(Reader& reader, const VerbCall& call) {
    const auto team = team_store::get(reader, call.integer("id"));
    if (!team) throw yanxun::NotFound(tr("没有编号为 {} 的队伍。", call.integer("id")));
    return *team;
}

void take(Reader& reader, const Parts& parts, const VerbCall& call, Team& team) {
    for (const auto& [id, field] :
         {std::pair{"name", &team.name}, std::pair{"kind", &team.kind}, std::pair{"leader", &team.leader},
          std::pair{"phone", &team.phone}, std::pair{"note", &team.note}})
        if (call.has(id)) *field = call.text(id);
    if (call.has("unit"))
        team.unitId = call.text("unit").empty() ? 0 : unitCalled(reader, parts, call.text("unit")).id;
    if (call.has("members")) team.members = call.integer("members");
}

int list(const Parts& parts, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        PeopleFilter filter;
        if (call.has("unit")) filter.unitId = unitCalled(reader, parts, call.text("unit")).id;
        filter.search = call.text("search");
        const auto found = team_store::list(reader, filter, call.integer("limit", 1000));
        call.output->table("teams", rowsOf({{"id", tr("编号"), CellKind::integer},
                                            {"name", tr("队伍")},
                                            {"unit", tr("单位"), CellKind::text, 24},
                                            {"kind", tr("类别")},
                                            {"members", tr("人数"), CellKind::integer},
                                            {"listed", tr("名单人数"), CellKind::integer},
                                            {"leader", tr("负责人")},
                                            {"phone", tr("电话"), CellKind::code}},
                                           team_store::get(reader, found.ids), [](const Team& team) {
                                               return std::vector<Value>{
                                                   team.id,      team.name,   team.unitName, team.kind,
                                                   team.members, team.listed, team.leader,   maskPhone(team.phone)};
                                           }));
        call.output->say(tr("共 {} 支队伍。", found.total));
    });
    return 0;
}

int add(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Team team;
        take(writer, parts, call, team);
        call.output->field("id", tr("编号"), parts.people.addTeam(writer, team).id, CellKind::integer);
    });
    return 0;
}

int edit(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Team team = teamCalled(writer, call);
        take(writer, parts, call, team);
        parts.people.editTeam(writer, team);
    });
    return 0;
}

int remove(const Parts& parts, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Team team = teamCalled(writer, call);
        parts.people.removeTeam(writer, team.id, team.revision);
        call.output->say(tr("已删除队伍“{}”。", team.name));
    });
    return 0;
}

int enlist(const Parts& parts, VerbCall& call, bool joins) {
    call.database->write([&](Writer& writer) {
        const Team team = teamCalled(writer, call);
        const std::int64_t person = call.integer("person");
        auto members = team_store::members(writer, team.id);
        std::erase_if(members, [&](const TeamMember& member) { return member.personId == person; });
        if (joins) members.push_back({person, {}, call.text("duty")});
        parts.people.setMembers(writer, team.id, members);
    });
    return 0;
}

int members(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        call.output->table(
            "members",
            rowsOf({{"person", tr("人员编号"), CellKind::integer}, {"name", tr("姓名")}, {"duty", tr("分工")}},
                   team_store::members(reader, teamCalled(reader, call).id), [](const TeamMember& member) {
                       return std::vector<Value>{member.personId, member.name, member.duty};
                   }));
    });
    return 0;
}

} // namespace

void addTeamVerbs(yanxun::Contributions& contributions, const Parts& parts) {
    const VerbParameter id{"id", tr("队伍编号"), true, true}, person{"person", tr("人员编号"), true, true};
    const std::vector<VerbParameter> rest{{"unit", tr("单位编号、名称、别名或信用代码")},
                                          {"kind", tr("类别，如 应急救援队")},
                                          {"members", tr("人数")},
                                          {"leader", tr("负责人")},
                                          {"phone", tr("电话")},
                                          {"note", tr("备注")}};
    std::vector<VerbParameter> forAdding{{"name", tr("队伍名称"), true}}, forEditing{id, {"name", tr("队伍名称")}};
    forAdding.insert(forAdding.end(), rest.begin(), rest.end());
    forEditing.insert(forEditing.end(), rest.begin(), rest.end());
    const auto verb = [&](const char* name, std::string title, std::vector<VerbParameter> parameters, auto run) {
        contributions.add(yanxun::Verb{name, std::move(title), std::move(parameters), true, run});
    };
    verb("directory.teams.list", tr("列出队伍"),
         {{"unit", tr("只看一个单位")}, {"search", tr("队伍或单位名称的一部分")}, {"limit", tr("最多列出的条数")}},
         [parts](VerbCall& call) { return list(parts, call); });
    verb("directory.teams.add", tr("登记队伍"), forAdding, [parts](VerbCall& call) { return add(parts, call); });
    verb("directory.teams.edit", tr("修改队伍"), forEditing, [parts](VerbCall& call) { return edit(parts, call); });
    verb("directory.teams.remove", tr("删除队伍"), {id}, [parts](VerbCall& call) { return remove(parts, call); });
    verb("directory.teams.members", tr("列出队员"), {id}, [](VerbCall& call) { return members(call); });
    verb("directory.teams.join", tr("把人员编入队伍"), {id, person, {"duty", tr("分工")}},
         [parts](VerbCall& call) { return enlist(parts, call, true); });
    verb("directory.teams.leave", tr("把人员调出队伍"), {id, person},
         [parts](VerbCall& call) { return enlist(parts, call, false); });
}

} // namespace directory
