#include "view/design/design_tabs.h"

#include "core/design/design_service.h"
#include "core/design/design_store.h"
#include "view/design/quick_form.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using yanxun::ui::Form;
using yanxun::ui::orDash;

std::string numberOrDash(const std::optional<std::int64_t>& number) {
    return number ? yanxun::text::grouped(*number) : std::string("—");
}

} // namespace

ObjectivesTab::ObjectivesTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.objectives", tr("目标"),
              {{tr("编号"), 50}, {tr("演练目标"), 330}, {tr("能力"), 130}, {tr("量化指标"), 190}, {tr("达成"), 60}, {tr("依据"), 190}},
              tr("还没有演练目标。点“增加”，写明要检验什么、做到什么程度，例如“全员 3 分钟内疏散到集合点”。")) {
    deed("drills.objective_add", tr("增加"), "plus", false, [this] { edit({}); });
    deed("drills.objective_edit", tr("修改"), "edit", true, [this] { edit(all_[row()]); });
    deed("drills.objective_judge", tr("评定达成"), "check", true, [this] { judge(); });
    deed("drills.objective_remove", tr("删除"), "trash", true, [this] {
        const Objective chosen = all_[row()];
        const bool reason = needsReason();
        askForm(this, "drills.objective_remove_dialog", tr("删除第 {} 条目标", chosen.no),
                [&](Form& form) {
                    form.heading(chosen.text);
                    addReason(form, reason);
                },
                [&](Form& form) {
                    context_.database.write([&](Writer& w) { context_.design.removeObjective(w, drill_.id, chosen.no, reasonIn(form, reason)); });
                });
    });
    onOpen([this] { edit(all_[row()]); });
}

RowsTab::Rows ObjectivesTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = design::rows<Objective>(reader, drill.id);
    Rows rows;
    for (const Objective& o : all_) {
        rows.push_back({std::to_string(o.no), o.text, orDash(o.capability), orDash(o.target), orDash(word(o.achieved)), o.note});
    }
    return rows;
}

void ObjectivesTab::edit(Objective objective) {
    objective.drillId = drill_.id;
    const bool reason = needsReason();
    askForm(this, "drills.objective_dialog", objective.no == 0 ? tr("增加演练目标") : tr("修改第 {} 条目标", objective.no),
            [&](Form& form) {
                form.multiline("text", tr("演练目标"), 3);
                form.text("capability", tr("检验的能力"));
                form.text("target", tr("量化指标"));
                form.set("text", objective.text);
                form.set("capability", objective.capability);
                form.set("target", objective.target);
                addReason(form, reason);
            },
            [&](Form& form) {
                objective.text = form.get("text");
                objective.capability = form.get("capability");
                objective.target = form.get("target");
                context_.database.write([&](Writer& w) { context_.design.putObjective(w, objective, reasonIn(form, reason)); });
            });
}

void ObjectivesTab::judge() {
    const Objective chosen = all_[row()];
    askForm(this, "drills.judge_dialog", tr("第 {} 条目标是否达成", chosen.no),
            [&](Form& form) {
                form.heading(chosen.text);
                form.choice("achieved", tr("达成"), {{"0", tr("（未评定）")}, {"1", tr("是")}, {"2", tr("部分")}, {"3", tr("否")}});
                form.multiline("note", tr("依据"), 3);
                form.set("achieved", std::to_string(int(chosen.achieved)));
                form.set("note", chosen.note);
            },
            [&](Form& form) {
                const Achieved achieved = Achieved(std::stoi(form.get("achieved")));
                context_.database.write([&](Writer& w) { context_.design.judgeObjective(w, drill_.id, chosen.no, achieved, form.get("note")); });
            });
}

UnitsTab::UnitsTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.units", tr("单位"),
              {{tr("单位"), 300}, {tr("角色"), 70}, {tr("人数"), 80}, {tr("车辆"), 80}, {tr("带队人"), 140}},
              tr("除组织单位外还没有参演单位。点“增加”，写明单位、角色（参演、协办、观摩、保障）和人数、车辆。")) {
    deed("drills.unit_add", tr("增加"), "plus", false, [this] { edit({}); });
    deed("drills.unit_edit", tr("修改"), "edit", true, [this] { edit(all_[row()]); });
    deed("drills.unit_remove", tr("去掉"), "trash", true, [this] {
        const auto chosen = all_[row()];
        const bool reason = needsReason();
        askForm(this, "drills.unit_remove_dialog", tr("去掉“{}”", chosen.unitName), [&](Form& form) {
                    form.heading(tr("它的人数和车辆一并去掉，签到人数不变。"));
                    addReason(form, reason);
                },
                [&](Form& form) {
                    context_.database.write([&](Writer& w) { context_.design.removeUnit(w, drill_.id, chosen.unitName, reasonIn(form, reason)); });
                });
    });
    onOpen([this] { edit(all_[row()]); });
}

RowsTab::Rows UnitsTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = links::units(reader, drill.id);
    Rows rows;
    for (const auto& u : all_) rows.push_back({u.unitName, word(u.role), numberOrDash(u.people), numberOrDash(u.vehicles), orDash(u.leader)});
    return rows;
}

void UnitsTab::edit(links::TakingUnit unit) {
    unit.drillId = drill_.id;
    const bool reason = needsReason();
    askForm(this, "drills.unit_dialog", unit.id == 0 ? tr("增加参演单位") : unit.unitName,
            [&](Form& form) {
                form.suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
                std::vector<std::pair<std::string, std::string>> roles;
                for (const DrillRole role : {DrillRole::taking, DrillRole::helping, DrillRole::watching, DrillRole::supporting, DrillRole::host}) {
                    roles.emplace_back(std::to_string(int(role)), word(role));
                }
                form.choice("role", tr("角色"), roles);
                form.number("people", tr("人数"));
                form.number("vehicles", tr("车辆"));
                form.text("leader", tr("带队人"));
                form.set("unit", unit.unitName);
                form.set("role", std::to_string(int(unit.role)));
                form.setInteger("people", unit.people);
                form.setInteger("vehicles", unit.vehicles);
                form.set("leader", unit.leader);
                addReason(form, reason);
            },
            [&](Form& form) {
                unit.unitName = form.get("unit");
                unit.role = DrillRole(std::stoi(form.get("role")));
                unit.people = form.integer("people");
                unit.vehicles = form.integer("vehicles");
                unit.leader = form.get("leader");
                context_.database.write([&](Writer& w) { context_.design.putUnit(w, unit, reasonIn(form, reason)); });
            });
}

PostsTab::PostsTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.posts", tr("岗位"),
              {{tr("岗位"), 110}, {tr("人员"), 100}, {tr("单位"), 210}, {tr("位置"), 140}, {tr("电话"), 120}, {tr("职责"), 180}, {tr("确认"), 130}},
              tr("还没有岗位。点“增加”，把总指挥、导调、安全员、评估人员等落实到人。")) {
    deed("drills.post_add", tr("增加"), "plus", false, [this] { edit({}); });
    deed("drills.post_edit", tr("修改"), "edit", true, [this] { edit(all_[row()]); });
    deed("drills.post_confirm", tr("确认到岗"), "check", true, [this] {
        const Post chosen = all_[row()];
        context_.database.write([&](Writer& w) { context_.design.confirmPost(w, drill_.id, chosen.role, chosen.person, !chosen.confirmedAt); });
    });
    deed("drills.post_remove", tr("去掉"), "trash", true, [this] {
        const Post chosen = all_[row()];
        const bool reason = needsReason();
        askForm(this, "drills.post_remove_dialog", tr("去掉岗位“{} {}”", chosen.role, chosen.person), [&](Form& form) {
                    form.heading(orDash(chosen.unit));
                    addReason(form, reason);
                },
                [&](Form& form) {
                    context_.database.write([&](Writer& w) { context_.design.removePost(w, drill_.id, chosen.role, chosen.person, reasonIn(form, reason)); });
                });
    });
    onOpen([this] { edit(all_[row()]); });
}

RowsTab::Rows PostsTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = design::rows<Post>(reader, drill.id);
    Rows rows;
    for (const Post& p : all_) {
        rows.push_back({p.role, orDash(p.person), orDash(p.unit), orDash(p.place), orDash(maskedPhone(p.phone)), p.brief,
                        p.confirmedAt ? shownMoment(p.confirmedAt) : tr("未确认")});
    }
    return rows;
}

void PostsTab::edit(Post post) {
    post.drillId = drill_.id;
    const Post before = post;
    const bool reason = needsReason();
    askForm(this, "drills.post_dialog", post.id == 0 ? tr("增加岗位") : tr("岗位“{}”", post.role),
            [&](Form& form) {
                form.suggest("role", tr("岗位"), [](const std::string& typed) { return matching(usualPosts(), typed); }, true);
                form.text("person", tr("人员"));
                form.suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); });
                form.text("place", tr("位置"));
                form.text("phone", tr("电话"));
                form.multiline("brief", tr("职责"), 3);
                form.set("role", post.role);
                form.set("person", post.person);
                form.set("unit", post.unit);
                form.set("place", post.place);
                form.set("phone", post.phone);
                form.set("brief", post.brief);
                addReason(form, reason);
            },
            [&](Form& form) {
                post.role = form.get("role");
                post.person = form.get("person");
                post.unit = form.get("unit");
                post.place = form.get("place");
                post.phone = form.get("phone");
                post.brief = form.get("brief");
                const std::string why = reasonIn(form, reason);
                context_.database.write([&](Writer& w) {
                    const bool renamed = before.id != 0 && (before.role != post.role || before.person != post.person);
                    if (renamed) context_.design.removePost(w, drill_.id, before.role, before.person, why);
                    context_.design.putPost(w, post, why);
                });
            });
}

} // namespace drills
