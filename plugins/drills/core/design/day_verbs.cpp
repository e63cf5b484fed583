// What is done on the way to a drill's day and on it: the checklist, notices and receipts, head counts, sign-in.
#include "core/design/design_store.h"
#include "core/design/design_verbs.h"
#include "core/design/verb_parts.h"
#include "core/text_file.h"

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::flag;
using yanxun::option;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::tr;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::Writer;

std::vector<participation::Named> namesOf(std::string text) {
    std::vector<participation::Named> names;
    for (const std::string mark : {"；", "、", "，", ";", ",", "\n"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), "\t");
    }
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t to = std::min(text.find('\t', from), text.size());
        if (const std::string name = yanxun::text::key(text.substr(from, to - from)); !name.empty())
            names.push_back({name, 0, tr("参加")});
        from = to + 1;
    }
    return names;
}

void addChecks(std::vector<Verb>& verbs, const DesignService& service) {
    verbs.push_back(
        showing("drills.checks", tr("列出就绪检查单"), "checks",
                {{"text", tr("检查项"), CellKind::text, 36},
                 {"required", tr("必备"), CellKind::text, 6},
                 {"done", tr("完成"), CellKind::text, 16},
                 {"by", tr("完成人"), CellKind::text, 10},
                 {"note", tr("说明"), CellKind::text, 20}},
                [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                    for (const auto& c : design::rows<CheckItem>(reader, drill))
                        cells(sink, {c.text, c.required ? tr("是") : tr("否"), shownMoment(c.doneAt), c.doneBy, c.note});
                }));
    const auto text = option("text", tr("检查项"), true);
    verbs.push_back(writing("drills.check-put", tr("增加一个就绪检查项"), {text, flag("optional", tr("不是必备"))}, false,
                            [&service](VerbCall& call, Writer& writer) {
                                CheckItem c;
                                c.drillId = idOf(call);
                                c.text = call.text("text");
                                c.required = !call.has("optional");
                                service.putCheck(writer, c);
                            }));
    verbs.push_back(
        writing("drills.check-remove", tr("去掉一个就绪检查项"), {text}, false,
                [&service](VerbCall& call, Writer& writer) { service.removeCheck(writer, idOf(call), call.text("text")); }));
    verbs.push_back(writing(
        "drills.check-done", tr("完成一个就绪检查项"),
        {option("text", tr("检查项")), flag("all", tr("全部")), option("note", tr("说明")), flag("undo", tr("改回未完成"))},
        false, [&service](VerbCall& call, Writer& writer) {
            if (!call.has("all"))
                return service.check(writer, idOf(call), call.text("text"), !call.has("undo"), call.text("note"));
            for (const auto& c : design::rows<CheckItem>(writer, idOf(call)))
                service.check(writer, idOf(call), c.text, !call.has("undo"), call.text("note"));
        }));
}

void addDay(std::vector<Verb>& verbs, const DesignService& service) {
    verbs.push_back(
        showing("drills.notices", tr("列出通知和回执"), "notices",
                {{"to", tr("对象"), CellKind::text, 20},
                 {"channel", tr("方式"), CellKind::text, 8},
                 {"text", tr("内容"), CellKind::text, 30},
                 {"sent", tr("通知"), CellKind::text, 16},
                 {"replied", tr("回执"), CellKind::text, 16},
                 {"reply", tr("答复"), CellKind::text, 16}},
                [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                    for (const auto& n : design::rows<Notification>(reader, drill))
                        cells(sink, {n.toWhom, n.channel, n.text, shownMoment(n.sentAt), shownMoment(n.repliedAt), n.reply});
                }));
    const auto to = option("to", tr("对象：单位、岗位或人"), true), group = option("group", tr("班级或小组"), true);
    verbs.push_back(writing("drills.notify", tr("登记通知"),
                            {to, option("channel", tr("电话、短信、书面等")), option("text", tr("内容"))}, false,
                            [&service](VerbCall& call, Writer& writer) {
                                Notification n;
                                n.drillId = idOf(call);
                                n.toWhom = call.text("to");
                                n.channel = call.text("channel");
                                n.text = call.text("text");
                                service.notify(writer, n);
                            }));
    verbs.push_back(writing("drills.receipt", tr("登记回执"), {to, option("reply", tr("答复，不写为收到"))}, false,
                            [&service](VerbCall& call, Writer& writer) {
                                service.receipt(writer, idOf(call), call.text("to"), call.text("reply"));
                            }));
    verbs.push_back(
        writing("drills.notice-remove", tr("去掉一条通知"), {to}, false,
                [&service](VerbCall& call, Writer& writer) { service.removeNotice(writer, idOf(call), call.text("to")); }));
    verbs.push_back(
        showing("drills.headcounts", tr("列出人数清点"), "headcounts",
                {{"group", tr("班级或小组"), CellKind::text, 16},
                 {"expected", tr("应到"), CellKind::integer, 8},
                 {"actual", tr("实到"), CellKind::integer, 8},
                 {"missing", tr("未到"), CellKind::integer, 8},
                 {"whereabouts", tr("去向"), CellKind::text, 24},
                 {"at", tr("上报"), CellKind::text, 16}},
                [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                    for (const auto& g : design::rows<GroupCount>(reader, drill))
                        cells(sink, {g.name, g.expected, g.actual, g.missing(), g.whereabouts, shownMoment(g.reportedAt)});
                }));
    verbs.push_back(writing("drills.headcount", tr("清点一个班级或小组的人数"),
                            {group, option("expected", tr("应到"), true), option("actual", tr("实到"), true),
                             option("whereabouts", tr("未到人员去向"))},
                            true, [&service](VerbCall& call, Writer& writer) {
                                GroupCount g;
                                g.drillId = idOf(call);
                                g.name = call.text("group");
                                g.expected = call.integer("expected");
                                g.actual = call.integer("actual");
                                g.whereabouts = call.text("whereabouts");
                                service.putGroup(writer, g, call.text("why"));
                            }));
    verbs.push_back(
        writing("drills.headcount-remove", tr("去掉一条清点"), {group}, true, [&service](VerbCall& call, Writer& writer) {
            service.removeGroup(writer, idOf(call), call.text("group"), call.text("why"));
        }));
    verbs.push_back(writing("drills.sign-in", tr("签到：一个单位的人数或名单"),
                            {option("unit", tr("单位，不写为组织单位")), option("count", tr("人数")),
                             option("names", tr("名单，以顿号或分号分开")), option("list", tr("名单文件，一行一个姓名"))},
                            true, [&service](VerbCall& call, Writer& writer) {
                                std::string names = call.text("names");
                                if (call.has("list")) names += "\n" + readTextFile(call.text("list"));
                                service.signIn(writer, idOf(call), call.text("unit"), maybeInteger(call, "count"),
                                               namesOf(names), call.text("why"));
                            }));
    verbs.push_back(showing("drills.corrections", tr("列出对已锁定事实的更正"), "corrections",
                            {{"at", tr("时间"), CellKind::text, 16},
                             {"who", tr("操作人"), CellKind::text, 10},
                             {"what", tr("更正内容"), CellKind::text, 24},
                             {"reason", tr("原因"), CellKind::text, 24}},
                            [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                                for (const auto& c : design::rows<Correction>(reader, drill))
                                    cells(sink, {shownMoment(c.at), c.who, c.what, c.reason});
                            }));
}

} // namespace

std::vector<Verb> dayVerbs(const DesignService& service) {
    std::vector<Verb> verbs;
    addChecks(verbs, service);
    addDay(verbs, service);
    return verbs;
}

} // namespace drills
