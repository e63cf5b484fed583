#include "view/people_dialogs.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::tr;
using yanxun::Writer;

PersonDialog::PersonDialog(wxWindow* parent, const ViewContext& context, const Person& person)
    : FormDialog(parent, "directory.person_dialog", person.id ? tr("修改人员") : tr("登记人员")), context_(context), person_(person) {
    form().text("name", tr("姓名"), true);
    form().suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().text("post", tr("职务"));
    form().text("phone", tr("电话"));
    form().text("note", tr("备注"));
    form().check("operator", tr("用本程序录入数据（操作员，未验证）"));
    form().set("name", person.name);
    form().set("unit", person.unitName);
    form().set("post", person.post);
    form().set("phone", person.phone);
    form().set("note", person.note);
    form().setFlag("operator", person.isOperator);
    finish();
}

void PersonDialog::save() {
    context_.database.write([&](Writer& writer) {
        Person person = person_;
        person.name = form().get("name");
        person.unitId = unitNamed(context_, writer, form().get("unit"));
        person.post = form().get("post");
        person.phone = form().get("phone");
        person.note = form().get("note");
        person.isOperator = form().flag("operator");
        person.id ? context_.parts.people.edit(writer, person) : context_.parts.people.add(writer, person);
    });
}

TeamDialog::TeamDialog(wxWindow* parent, const ViewContext& context, const Team& team)
    : FormDialog(parent, "directory.team_dialog", team.id ? tr("修改队伍") : tr("登记队伍")), context_(context), team_(team) {
    form().text("name", tr("队伍名称"), true);
    form().suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
    form().suggest("kind", tr("类别"), [](const std::string&) {
        return std::vector<std::string>{tr("应急救援队"), tr("微型消防站"), tr("志愿者队"), tr("专家组")};
    });
    form().number("members", tr("人数"));
    form().text("leader", tr("负责人"));
    form().text("phone", tr("电话"));
    form().text("note", tr("备注"));
    form().set("name", team.name);
    form().set("unit", team.unitName);
    form().set("kind", team.kind);
    form().setInteger("members", team.members);
    form().set("leader", team.leader);
    form().set("phone", team.phone);
    form().set("note", team.note);
    finish();
}

void TeamDialog::save() {
    context_.database.write([&](Writer& writer) {
        Team team = team_;
        team.name = form().get("name");
        team.unitId = unitNamed(context_, writer, form().get("unit"));
        team.kind = form().get("kind");
        team.members = form().integer("members");
        team.leader = form().get("leader");
        team.phone = form().get("phone");
        team.note = form().get("note");
        team.id ? context_.parts.people.editTeam(writer, team) : context_.parts.people.addTeam(writer, team);
    });
}

} // namespace directory
