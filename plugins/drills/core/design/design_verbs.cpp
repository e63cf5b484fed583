#include "core/design/design_verbs.h"

#include "core/design/design_store.h"
#include "core/design/record_xml.h"
#include "core/design/verb_parts.h"
#include "core/drill_store.h"
#include "core/text_file.h"

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::flag;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::tr;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::Writer;

DrillDesign taken(const VerbCall& call, Reader& reader) {
    DrillDesign d = design::of(reader, idOf(call));
    const yanxun::Date day = store::get(reader, d.drillId).heldOn;
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    const auto moment = [&](const char* id, const std::string& title, std::optional<yanxun::Millis>& value) {
        if (call.has(id)) value = readMoment(call.text(id), day, title);
    };
    text("venue", d.venue);
    text("weather", d.weather);
    if (call.has("script")) d.script = scriptModeOf(call.text("script"));
    if (call.has("level")) d.level = levelOf(call.text("level"));
    if (call.has("partnership")) d.partnership = partnershipOf(call.text("partnership"));
    if (call.has("daytime")) d.daytime = daytimeOf(call.text("daytime"));
    moment("planned-start", tr("计划开始时间"), d.plannedStart);
    moment("planned-end", tr("计划结束时间"), d.plannedEnd);
    moment("actual-start", tr("实际开始时间"), d.actualStart);
    moment("actual-end", tr("实际结束时间"), d.actualEnd);
    if (call.has("expected")) d.expectedPeople = call.integer("expected");
    if (call.has("budget")) d.budget = hundredthsOf(call, "budget");
    if (call.has("cost")) d.cost = hundredthsOf(call, "cost");
    return d;
}

void show(VerbCall& call, Reader& reader) {
    const DrillDesign d = design::of(reader, idOf(call));
    yanxun::VerbOutput& out = *call.output;
    out.field("number", tr("演练编号"), d.number);
    out.field("script", tr("脚本"), word(d.script));
    out.field("level", tr("级别"), word(d.level));
    out.field("partnership", tr("主办关系"), word(d.partnership));
    out.field("daytime", tr("时段"), word(d.daytime));
    out.field("venue", tr("地点"), d.venue);
    out.field("weather", tr("天气"), d.weather);
    out.field("planned_start", tr("计划开始"), shownMoment(d.plannedStart));
    out.field("planned_end", tr("计划结束"), shownMoment(d.plannedEnd));
    out.field("actual_start", tr("实际开始"), shownMoment(d.actualStart));
    out.field("actual_end", tr("实际结束"), shownMoment(d.actualEnd));
    out.field("expected", tr("预计人数"), d.expectedPeople, CellKind::integer);
    out.field("budget", tr("预算（元）"), d.budget, CellKind::hundredths);
    out.field("cost", tr("支出（元）"), d.cost, CellKind::hundredths);
    out.field("submitted_by", tr("提交人"), d.submittedBy);
    out.field("no_result", tr("不评估的原因"), d.noResult);
}

links::TakingUnit unitOf(const VerbCall& call) {
    links::TakingUnit unit;
    unit.drillId = idOf(call);
    unit.unitName = call.text("unit");
    if (call.has("role")) {
        const auto role = drillRoleOf(call.text("role"));
        if (!role) throw yanxun::Error(tr("参演角色可以是 组织、参演、协办、观摩、保障，收到的是“{}”。", call.text("role")));
        unit.role = *role;
    }
    unit.people = maybeInteger(call, "people");
    unit.vehicles = maybeInteger(call, "vehicles");
    unit.leader = call.text("leader");
    return unit;
}

/// «张三；李四» or one a line.
void addDesign(std::vector<Verb>& verbs, const DesignService& service) {
    Verb shown;
    shown.id = "drills.design";
    shown.title = tr("查看一场演练的安排");
    shown.parameters = {idParameter(tr("演练编号"))};
    shown.run = [](VerbCall& call) {
        call.database->read([&](Reader& reader) { show(call, reader); });
        return 0;
    };
    verbs.push_back(std::move(shown));
    verbs.push_back(writing(
        "drills.design-put", tr("写明演练的安排，未给出的项不变"),
        {option("venue", tr("地点")), option("weather", tr("天气")), option("script", tr("有脚本 或 无脚本")),
         option("level", tr("级别：区级、部门、街道（乡镇）、社区（村）、单位")),
         option("partnership", tr("主办关系：独立、联合、依托上级")), option("daytime", tr("白天 或 夜间")),
         option("planned-start", tr("计划开始，如 09:00 或 2026-05-12 09:00")), option("planned-end", tr("计划结束")),
         option("actual-start", tr("实际开始")), option("actual-end", tr("实际结束")), option("expected", tr("预计人数")),
         option("budget", tr("预算，元")), option("cost", tr("支出，元"))},
        true, [&service](VerbCall& call, Writer& writer) { service.put(writer, taken(call, writer), call.text("why")); }));
    verbs.push_back(writing("drills.reschedule", tr("改期，时刻不变"),
                            {option("to", tr("新的日期"), true), option("reason", tr("原因，批准后必填"))}, false,
                            [&service](VerbCall& call, Writer& writer) {
                                service.postponeTo(writer, idOf(call), call.date("to"), call.text("reason"));
                            }));
}

void addObjectives(std::vector<Verb>& verbs, const DesignService& service) {
    verbs.push_back(showing("drills.objectives", tr("列出演练目标"), "objectives",
                            {{"no", tr("编号"), CellKind::integer, 6},
                             {"text", tr("目标"), CellKind::text, 32},
                             {"capability", tr("能力"), CellKind::text, 14},
                             {"target", tr("量化指标"), CellKind::text, 18},
                             {"achieved", tr("达成"), CellKind::text, 6},
                             {"note", tr("依据"), CellKind::text, 20}},
                            [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                                for (const auto& o : design::rows<Objective>(reader, drill))
                                    cells(sink, {o.no, o.text, o.capability, o.target, word(o.achieved), o.note});
                            }));
    verbs.push_back(writing("drills.objective-put", tr("增加或修改一条演练目标"),
                            {option("no", tr("编号，不写为下一条")), option("text", tr("目标"), true),
                             option("capability", tr("检验的能力")), option("target", tr("量化指标"))},
                            true, [&service](VerbCall& call, Writer& writer) {
                                Objective o;
                                o.drillId = idOf(call);
                                o.no = call.integer("no");
                                o.text = call.text("text");
                                o.capability = call.text("capability");
                                o.target = call.text("target");
                                service.putObjective(writer, o, call.text("why"));
                            }));
    verbs.push_back(writing("drills.objective-remove", tr("删除一条演练目标"), {option("no", tr("编号"), true)}, true,
                            [&service](VerbCall& call, Writer& writer) {
                                service.removeObjective(writer, idOf(call), call.integer("no"), call.text("why"));
                            }));
    verbs.push_back(
        writing("drills.objective-judge", tr("评定一条演练目标是否达成"),
                {option("no", tr("编号"), true), option("achieved", tr("是、部分、否"), true), option("note", tr("依据"))},
                false, [&service](VerbCall& call, Writer& writer) {
                    service.judgeObjective(writer, idOf(call), call.integer("no"), achievedOf(call.text("achieved")),
                                           call.text("note"));
                }));
    verbs.push_back(writing("drills.plan-test", tr("写明检验了哪个预案的哪些条款"),
                            {option("plan", tr("预案编号"), true), option("clauses", tr("条款"))}, true,
                            [&service](VerbCall& call, Writer& writer) {
                                service.testPlan(writer, idOf(call), call.integer("plan"), call.text("clauses"),
                                                 call.text("why"));
                            }));
    verbs.push_back(writing("drills.plan-forget", tr("去掉检验的预案"), {option("plan", tr("预案编号"), true)}, true,
                            [&service](VerbCall& call, Writer& writer) {
                                service.forgetPlan(writer, idOf(call), call.integer("plan"), call.text("why"));
                            }));
}

void addUnits(std::vector<Verb>& verbs, const DesignService& service) {
    verbs.push_back(showing("drills.units", tr("列出参演单位"), "units",
                            {{"unit", tr("单位"), CellKind::text, 24},
                             {"role", tr("角色"), CellKind::text, 6},
                             {"people", tr("人数"), CellKind::integer, 8},
                             {"vehicles", tr("车辆"), CellKind::integer, 8},
                             {"leader", tr("带队"), CellKind::text, 10}},
                            [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                                for (const auto& u : links::units(reader, drill))
                                    cells(sink, {u.unitName, word(u.role), u.people, u.vehicles, u.leader});
                            }));
    verbs.push_back(writing(
        "drills.unit-detail", tr("登记参演单位及其人数、车辆、带队人"),
        {option("unit", tr("单位"), true), option("role", tr("组织、参演、协办、观摩、保障")), option("people", tr("人数")),
         option("vehicles", tr("车辆数")), option("leader", tr("带队人"))},
        true, [&service](VerbCall& call, Writer& writer) { service.putUnit(writer, unitOf(call), call.text("why")); }));
    verbs.push_back(showing(
        "drills.posts", tr("列出岗位"), "posts",
        {{"role", tr("岗位"), CellKind::text, 10},
         {"person", tr("人员"), CellKind::text, 10},
         {"unit", tr("单位"), CellKind::text, 20},
         {"place", tr("位置"), CellKind::text, 14},
         {"phone", tr("电话"), CellKind::text, 14},
         {"brief", tr("职责"), CellKind::text, 24},
         {"confirmed", tr("确认"), CellKind::text, 16}},
        [](Reader& reader, std::int64_t drill, const RowSink& sink) {
            for (const auto& p : design::rows<Post>(reader, drill))
                cells(sink, {p.role, p.person, p.unit, p.place, maskedPhone(p.phone), p.brief, shownMoment(p.confirmedAt)});
        }));
    const auto role = option("role", tr("岗位，如 总指挥"), true), person = option("person", tr("人员"));
    verbs.push_back(writing("drills.post-put", tr("增加或修改一个岗位"),
                            {role, person, option("unit", tr("单位")), option("place", tr("位置")),
                             option("phone", tr("电话，只显示首尾")), option("brief", tr("职责"))},
                            true, [&service](VerbCall& call, Writer& writer) {
                                Post p;
                                p.drillId = idOf(call);
                                p.role = call.text("role");
                                p.person = call.text("person");
                                p.unit = call.text("unit");
                                p.place = call.text("place");
                                p.phone = call.text("phone");
                                p.brief = call.text("brief");
                                service.putPost(writer, p, call.text("why"));
                            }));
    verbs.push_back(
        writing("drills.post-remove", tr("去掉一个岗位"), {role, person}, true, [&service](VerbCall& call, Writer& writer) {
            service.removePost(writer, idOf(call), call.text("role"), call.text("person"), call.text("why"));
        }));
    verbs.push_back(writing("drills.post-confirm", tr("岗位人员确认到岗"), {role, person, flag("undo", tr("撤回确认"))},
                            false, [&service](VerbCall& call, Writer& writer) {
                                service.confirmPost(writer, idOf(call), call.text("role"), call.text("person"),
                                                    !call.has("undo"));
                            }));
}

int record(VerbCall& call) {
    std::string xml;
    call.database->read([&](Reader& reader) {
        std::int64_t id = call.integer("id");
        if (call.has("number")) id = design::ofNumber(reader, call.text("number"));
        xml = recordXml(reader, store::get(reader, id), call.has("stable"));
    });
    if (!call.has("output")) throw yanxun::Error(tr("请用 --output 给出要写的文件，例如 --output 演练.xml。"));
    writeTextFile(call.text("output"), xml);
    call.output->field("file", tr("文件"), call.text("output"));
    return 0;
}

} // namespace

std::vector<Verb> designVerbs(DrillService& drills, const DesignService& service) {
    std::vector<Verb> verbs;
    addDesign(verbs, service);
    addObjectives(verbs, service);
    addUnits(verbs, service);
    for (Verb& verb : dayVerbs(service)) verbs.push_back(std::move(verb));
    Verb copied;
    copied.id = "drills.copy";
    copied.title = tr("照一场演练新建：单位、岗位、目标、检查单、资源、评分表、脚本，日期顺移");
    copied.parameters = {idParameter(tr("演练编号")), option("to", tr("新的日期"), true),
                         option("name", tr("新的名称，不写为原名"))};
    copied.run = [&service](VerbCall& call) {
        std::int64_t made = 0;
        call.database->write(
            [&](Writer& writer) { made = service.copy(writer, idOf(call), call.date("to"), call.text("name")); });
        call.output->field("id", tr("编号"), made, CellKind::integer);
        return 0;
    };
    verbs.push_back(std::move(copied));
    verbs.push_back(writing("drills.number", tr("给导入的演练编号"), {}, false, [&drills](VerbCall& call, Writer& writer) {
        call.output->field("number", tr("演练编号"), drills.number(writer, store::get(writer, idOf(call))));
    }));
    Verb exported;
    exported.id = "drills.record";
    exported.title = tr("把一场演练的全部内容写成 XML");
    exported.parameters = {{"id", tr("演练编号（数字）"), false, true, false},
                           option("number", tr("或演练编号，如 YL-2026-FX-0037")),
                           option("output", tr("写到哪个文件"), true),
                           flag("stable", tr("不含内部编号、时刻和操作人，供比较"))};
    exported.run = record;
    verbs.push_back(std::move(exported));
    return verbs;
}

} // namespace drills
