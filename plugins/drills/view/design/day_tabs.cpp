#include "core/design/design_service.h"
#include "core/design/design_store.h"
#include "core/design/drill_rules.h"
#include "core/drill_store.h"
#include "view/design/design_tabs.h"
#include "view/design/quick_form.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;
using yanxun::ui::Form;
using yanxun::ui::orDash;

std::vector<participation::Named> namesOf(const std::string& lines) {
    std::vector<participation::Named> names;
    std::size_t from = 0;
    while (from <= lines.size()) {
        const std::size_t to = std::min(lines.find('\n', from), lines.size());
        if (const std::string name = yanxun::text::key(lines.substr(from, to - from)); !name.empty()) names.push_back({name, 0, tr("参加")});
        from = to + 1;
    }
    return names;
}

} // namespace

ChecksTab::ChecksTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.checks", tr("就绪"),
              {{tr("检查项"), 440}, {tr("必备"), 60}, {tr("完成"), 130}, {tr("完成人"), 110}, {tr("说明"), 180}},
              tr("还没有就绪检查单。演练改为“准备中”时自动列出常用检查项，也可以点“增加”自己写。")) {
    deed("drills.check_done", tr("完成 / 改回"), "check", true, [this] {
        const CheckItem chosen = all_[row()];
        context_.database.write([&](Writer& w) { context_.design.check(w, drill_.id, chosen.text, !chosen.doneAt, {}); });
    });
    deed("drills.check_add", tr("增加"), "plus", false, [this] { add(); });
    deed("drills.check_remove", tr("去掉"), "trash", true, [this] {
        const CheckItem chosen = all_[row()];
        if (!yanxun::ui::confirm(this, tr("去掉检查项“{}”？", chosen.text), tr("去掉"))) return;
        context_.database.write([&](Writer& w) { context_.design.removeCheck(w, drill_.id, chosen.text); });
    });
    onOpen([this] {
        const CheckItem chosen = all_[row()];
        context_.database.write([&](Writer& w) { context_.design.check(w, drill_.id, chosen.text, !chosen.doneAt, {}); });
    });
}

RowsTab::Rows ChecksTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = design::rows<CheckItem>(reader, drill.id);
    Rows rows;
    for (const CheckItem& c : all_) {
        rows.push_back({c.text, c.required ? tr("是") : tr("否"), c.doneAt ? shownMoment(c.doneAt) : tr("未完成"), orDash(c.doneBy), c.note});
    }
    return rows;
}

std::string ChecksTab::note(yanxun::Reader& reader, const Drill& drill) {
    const auto state = design::readiness(reader, drill.id);
    if (state.items == 0) return {};
    return state.open == 0 ? tr("必备检查全部完成，可以改为“就绪”。") : tr("还有 {} 项必备检查没有完成，完成后才能改为“就绪”。", state.open);
}

bool ChecksTab::isEditable(const Drill& drill) const { return designIsOpen(drill.status); }

void ChecksTab::add() {
    askForm(this, "drills.check_dialog", tr("增加就绪检查项"),
            [](Form& form) {
                form.multiline("text", tr("检查项"), 2);
                form.check("required", tr("必备：不完成不能就绪"));
                form.setFlag("required", true);
            },
            [this](Form& form) {
                CheckItem item;
                item.drillId = drill_.id;
                item.text = form.get("text");
                item.required = form.flag("required");
                context_.database.write([&](Writer& w) { context_.design.putCheck(w, item); });
            });
}

NoticesTab::NoticesTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.notices", tr("通知"),
              {{tr("对象"), 190}, {tr("方式"), 80}, {tr("内容"), 260}, {tr("通知"), 130}, {tr("回执"), 130}, {tr("答复"), 150}},
              tr("还没有通知任何人。演练批准后点“通知”，登记通知了谁、怎样通知，对方答复后登记回执。")) {
    deed("drills.notice_add", tr("通知"), "bell", false, [this] { tell({}); });
    deed("drills.notice_again", tr("再次通知"), "refresh", true, [this] { tell(all_[row()]); });
    deed("drills.notice_receipt", tr("登记回执"), "check", true, [this] { receipt(); });
    deed("drills.notice_remove", tr("去掉"), "trash", true, [this] {
        const Notification chosen = all_[row()];
        if (!yanxun::ui::confirm(this, tr("去掉给“{}”的通知？", chosen.toWhom), tr("去掉"))) return;
        context_.database.write([&](Writer& w) { context_.design.removeNotice(w, drill_.id, chosen.toWhom); });
    });
}

RowsTab::Rows NoticesTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = design::rows<Notification>(reader, drill.id);
    Rows rows;
    for (const Notification& n : all_) {
        rows.push_back({n.toWhom, orDash(n.channel), n.text, shownMoment(n.sentAt), n.repliedAt ? shownMoment(n.repliedAt) : tr("未回执"), n.reply});
    }
    return rows;
}

void NoticesTab::tell(Notification notice) {
    askForm(this, "drills.notice_dialog", tr("登记通知"),
            [&](Form& form) {
                form.suggest("to", tr("对象"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
                form.choice("channel", tr("方式"), {{"电话", tr("电话")}, {"短信", tr("短信")}, {"书面", tr("书面")}, {"当面", tr("当面")}, {"对讲", tr("对讲")}});
                form.multiline("text", tr("内容"), 3);
                form.set("to", notice.toWhom);
                form.set("channel", notice.channel.empty() ? "电话" : notice.channel);
                form.set("text", notice.text);
            },
            [&](Form& form) {
                Notification told;
                told.drillId = drill_.id;
                told.toWhom = form.get("to");
                told.channel = form.get("channel");
                told.text = form.get("text");
                context_.database.write([&](Writer& w) { context_.design.notify(w, told); });
            });
}

void NoticesTab::receipt() {
    const Notification chosen = all_[row()];
    askForm(this, "drills.receipt_dialog", tr("“{}”的回执", chosen.toWhom),
            [](Form& form) {
                form.text("reply", tr("答复"));
                form.set("reply", tr("收到"));
            },
            [&](Form& form) {
                context_.database.write([&](Writer& w) { context_.design.receipt(w, drill_.id, chosen.toWhom, form.get("reply")); });
            });
}

GroupsTab::GroupsTab(wxWindow* parent, const ViewContext& context)
    : RowsTab(parent, context, "drills.groups", tr("签到清点"),
              {{tr("班级或小组"), 200}, {tr("应到"), 80}, {tr("实到"), 80}, {tr("未到"), 80}, {tr("去向"), 260}, {tr("上报"), 130}},
              tr("还没有人数清点。演练进行中点“清点”，逐班（组）登记应到、实到和未到人员去向；点“签到”登记各单位人数或名单。")) {
    deed("drills.group_add", tr("清点"), "plus", false, [this] { edit({}); });
    deed("drills.group_edit", tr("修改"), "edit", true, [this] { edit(all_[row()]); });
    deed("drills.sign_in", tr("签到"), "people", false, [this] { signIn(); });
    deed("drills.group_remove", tr("去掉"), "trash", true, [this] {
        const GroupCount chosen = all_[row()];
        const bool reason = needsReason();
        askForm(this, "drills.group_remove_dialog", tr("去掉“{}”的清点", chosen.name), [&](Form& form) {
                    form.heading(tr("应到 {}，实到 {}", chosen.expected, chosen.actual));
                    addReason(form, reason);
                },
                [&](Form& form) {
                    context_.database.write([&](Writer& w) { context_.design.removeGroup(w, drill_.id, chosen.name, reasonIn(form, reason)); });
                });
    });
    onOpen([this] { edit(all_[row()]); });
}

RowsTab::Rows GroupsTab::load(yanxun::Reader& reader, const Drill& drill) {
    all_ = design::rows<GroupCount>(reader, drill.id);
    Rows rows;
    for (const GroupCount& g : all_) {
        rows.push_back({g.name, std::to_string(g.expected), std::to_string(g.actual), std::to_string(g.missing()), g.whereabouts, shownMoment(g.reportedAt)});
    }
    return rows;
}

std::string GroupsTab::note(yanxun::Reader& reader, const Drill& drill) {
    std::string said = tr("签到（参演人数）{}", shownPeople(drill.participants, drill.participantsEstimated));
    for (const auto& entry : context_.records.of(reader, {drillKind, drill.id})) {
        said += tr(" · {} {}", entry.unitName, shownPeople(entry.reported(), entry.estimated));
        if (entry.named > 0) said += tr("（名单 {} 人）", entry.named);
    }
    std::int64_t expected = 0, actual = 0;
    for (const GroupCount& g : all_) {
        expected += g.expected;
        actual += g.actual;
    }
    if (!all_.empty()) said += tr(" · 清点应到 {}、实到 {}、未到 {}", expected, actual, expected - actual);
    return said;
}

void GroupsTab::edit(GroupCount group) {
    group.drillId = drill_.id;
    const bool reason = needsReason();
    askForm(this, "drills.group_dialog", tr("人数清点"),
            [&](Form& form) {
                form.text("group", tr("班级或小组"), true);
                form.number("expected", tr("应到"), true);
                form.number("actual", tr("实到"), true);
                form.text("whereabouts", tr("未到人员去向"));
                form.set("group", group.name);
                if (group.id != 0) {
                    form.setInteger("expected", group.expected);
                    form.setInteger("actual", group.actual);
                }
                form.set("whereabouts", group.whereabouts);
                addReason(form, reason);
            },
            [&](Form& form) {
                group.name = form.get("group");
                group.expected = form.integer("expected").value_or(0);
                group.actual = form.integer("actual").value_or(0);
                group.whereabouts = form.get("whereabouts");
                context_.database.write([&](Writer& w) { context_.design.putGroup(w, group, reasonIn(form, reason)); });
            });
}

void GroupsTab::signIn() {
    const bool reason = needsReason();
    askForm(this, "drills.sign_in_dialog", tr("签到"),
            [&](Form& form) {
                form.suggest("unit", tr("单位"), [this](const std::string& typed) { return suggestUnits(context_, typed); }, true);
                form.number("count", tr("人数"));
                form.multiline("names", tr("名单（一行一人）"), 6);
                form.set("unit", drill_.unitName);
                addReason(form, reason);
            },
            [&](Form& form) {
                context_.database.write([&](Writer& w) {
                    context_.design.signIn(w, drill_.id, form.get("unit"), form.integer("count"), namesOf(form.get("names")), reasonIn(form, reason));
                });
            });
}

} // namespace drills
