#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"
#include "core/plan/plan_tables.h"
#include "core/plan/plan_verbs.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::idParameter;
using yanxun::option;
using yanxun::tr;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

using Deed = std::function<void(Writer&, VerbCall&)>;

yanxun::Verb deed(const char* id, std::string title, std::vector<VerbParameter> parameters, Deed act,
                  std::string said = {}) {
    return {id, std::move(title), std::move(parameters), true,
            [act = std::move(act), said = std::move(said)](VerbCall& call) {
                call.database->write([&](Writer& writer) { act(writer, call); });
                if (!said.empty()) call.output->say(said);
                return 0;
            }};
}

void put(VerbCall& call, const YearPlan& plan) {
    call.output->field("id", tr("编号"), plan.id, CellKind::integer);
    call.output->field("title", tr("计划"), plan.title);
    call.output->field("version", tr("版次"), plan.version, CellKind::integer);
    call.output->field("status", tr("状态"), word(plan.status));
    call.output->field("submitted_by", tr("提交人"), plan.submittedBy);
    call.output->field("approved_by", tr("批准人"), plan.approvedBy);
    call.output->field("document", tr("文号"), plan.document);
}

template <class Enum> Enum needed(const std::optional<Enum>& value, const char* id, const std::string& known) {
    if (!value) throw Error(tr("参数 --{} 应当是 {} 之一。", id, known));
    return *value;
}

std::vector<VerbParameter> itemParameters(bool isNew) {
    return {option("name", tr("演练名称"), isNew),
            option("unit", tr("组织单位，不填为编制单位")),
            option("recurrence", tr("周期，如 每月第二个星期三、每学期第2周、每半年一次；不填为一次")),
            option("first", tr("首次日期，不填为 1 月 1 日")),
            option("hazard", tr("灾种")),
            option("mode", tr("形式：实战、桌面、双盲、示范等")),
            option("region", tr("乡镇（街道），不填取单位所在地")),
            option("venue", tr("地点")),
            option("time", tr("时间，如 09:30-11:00")),
            option("people", tr("预计人数")),
            option("budget", tr("经费，元")),
            option("lead", tr("负责人")),
            option("priority", tr("优先级：高、中、低")),
            option("policy", tr("遇节假日：顺延、提前、跳过")),
            option("days", tr("工作日、教学日、任何一天")),
            option("note", tr("备注"))};
}

void take(const VerbCall& call, PlanItemDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    if (call.has("unit")) draft.region.clear();
    text("name", draft.name);
    text("unit", draft.unit);
    text("recurrence", draft.recurrence);
    text("hazard", draft.hazard);
    text("mode", draft.mode);
    text("region", draft.region);
    text("venue", draft.venue);
    text("time", draft.time);
    text("lead", draft.lead);
    text("note", draft.note);
    if (call.has("first")) draft.first = call.date("first");
    if (const auto people = countOf(call, "people")) draft.people = people->value;
    if (call.has("budget")) draft.budgetFen = fenOf(call.text("budget"));
    if (call.has("priority")) draft.priority = needed(priorityOf(call.text("priority")), "priority", tr("高、中、低"));
    if (call.has("policy")) draft.policy = needed(policyOf(call.text("policy")), "policy", tr("顺延、提前、跳过"));
    if (call.has("days")) draft.days = needed(daySortOf(call.text("days")), "days", tr("工作日、教学日、任何一天"));
}

void putItem(VerbCall& call, yanxun::Reader& reader, std::int64_t id) {
    const PlanItem item = plans::item(reader, id);
    call.output->field("id", tr("计划项编号"), id, CellKind::integer);
    call.output->field("name", tr("演练名称"), item.what.name);
    call.output->field("recurrence", tr("周期"), ruleWords(item.rule));
    call.output->field("dates", tr("日期"), datesInWords(plans::dates(reader, item.planId, id)));
}

void editItem(const PlanService& service, Writer& writer, VerbCall& call) {
    const PlanItem item = plans::item(writer, idOf(call));
    PlanItemDraft draft = service.draftOf(item);
    take(call, draft);
    service.editItem(writer, item.id, item.revision, draft);
    putItem(call, writer, item.id);
}

void change(const PlanService& service, Writer& writer, VerbCall& call) {
    const std::int64_t id = idOf(call);
    const PlanDate date = plans::date(writer, id);
    PlanChangeDraft draft;
    draft.kind = needed(changeKindOf(call.text("kind")), "kind", tr("延期、取消、变更"));
    if (call.has("scope")) draft.scope = needed(changeScopeOf(call.text("scope")), "scope", tr("仅本次、本次及以后、全部"));
    draft.reason = call.text("reason");
    draft.approver = call.text("approver");
    if (call.has("date")) draft.day = call.date("date");
    PlanWhat what = date.what;
    if (call.has("name")) what.name = call.text("name");
    if (call.has("venue")) what.venue = call.text("venue");
    if (call.has("lead")) what.lead = call.text("lead");
    if (call.has("time")) what.time = timeOf(call.text("time"));
    if (const auto people = countOf(call, "people")) what.people = people->value;
    if (call.has("unit")) {
        const auto unit = service.duties().unitOf(writer, call.text("unit"));
        what.unitId = unit.id;
        what.unitName = unit.name;
        what.regionName = unit.regionName;
    }
    if (draft.kind == ChangeKind::altered) draft.what = what;
    call.output->field("changed", tr("调整场数"), service.change(writer, id, draft), CellKind::integer);
    put(call, plans::get(writer, date.planId));
}

Deed stepping(const PlanService& service, void (PlanService::*step)(Writer&, std::int64_t, const std::string&) const,
              const char* text) {
    return [&service, step, text](Writer& writer, VerbCall& call) {
        (service.*step)(writer, idOf(call), call.text(text));
        put(call, plans::get(writer, idOf(call)));
    };
}

} // namespace

std::vector<yanxun::Verb> planDeedVerbs(const PlanService& service) {
    const VerbParameter plan = idParameter(tr("年度计划编号")), item = idParameter(tr("计划项编号")),
                        date = idParameter(tr("场次编号"));
    const VerbParameter note = option("note", tr("意见"));
    std::vector<yanxun::Verb> verbs;
    verbs.push_back(deed("drills.plan-make", tr("编制年度演练计划"),
                         {{"year", tr("年度"), true, true, false},
                          option("unit", tr("编制单位，不填为本局")),
                          option("title", tr("计划名称"))},
                         [&service](Writer& writer, VerbCall& call) {
                             const auto id =
                                 service.make(writer, int(call.integer("year")), call.text("unit"), call.text("title"));
                             put(call, plans::get(writer, id));
                         }));
    verbs.push_back(deed("drills.plan-edit", tr("修改计划名称、文号、说明"),
                         {plan, option("title", tr("名称")), option("document", tr("文号")), option("note", tr("说明"))},
                         [&service](Writer& writer, VerbCall& call) {
                             YearPlan changed = plans::get(writer, idOf(call));
                             if (call.has("title")) changed.title = call.text("title");
                             if (call.has("document")) changed.document = call.text("document");
                             if (call.has("note")) changed.note = call.text("note");
                             service.describe(writer, changed);
                             put(call, plans::get(writer, changed.id));
                         }));
    verbs.push_back(deed(
        "drills.plan-remove", tr("删除计划草案"), {plan},
        [&service](Writer& writer, VerbCall& call) { service.remove(writer, idOf(call)); }, tr("计划草案已删除。")));
    verbs.push_back(
        deed("drills.plan-submit", tr("提交审批"), {plan, note}, stepping(service, &PlanService::submit, "note")));
    verbs.push_back(
        deed("drills.plan-countersign", tr("会签"), {plan, note}, stepping(service, &PlanService::countersign, "note")));
    verbs.push_back(deed("drills.plan-approve", tr("批准（不能是提交人）"), {plan, note},
                         stepping(service, &PlanService::approve, "note")));
    verbs.push_back(deed("drills.plan-return", tr("退回为草案"), {plan, option("reason", tr("原因"), true)},
                         stepping(service, &PlanService::giveBack, "reason")));
    verbs.push_back(deed("drills.plan-issue", tr("下达"), {plan, option("document", tr("文号"))},
                         stepping(service, &PlanService::issue, "document")));
    auto adding = itemParameters(true), editing = itemParameters(false);
    adding.insert(adding.begin(), plan);
    adding.push_back(option("reason", tr("追加到已下达的计划时的原因")));
    editing.insert(editing.begin(), item);
    verbs.push_back(
        deed("drills.plan-item-add", tr("增加计划项"), std::move(adding), [&service](Writer& writer, VerbCall& call) {
            PlanItemDraft draft;
            take(call, draft);
            putItem(call, writer, service.addItem(writer, idOf(call), draft, call.text("reason")));
        }));
    verbs.push_back(deed("drills.plan-item-edit", tr("修改草案的计划项，未给出的项不变"), std::move(editing),
                         [&service](Writer& writer, VerbCall& call) { editItem(service, writer, call); }));
    verbs.push_back(deed(
        "drills.plan-item-remove", tr("删除草案的计划项"), {item},
        [&service](Writer& writer, VerbCall& call) { service.removeItem(writer, idOf(call)); }, tr("计划项已删除。")));
    verbs.push_back(deed(
        "drills.plan-move", tr("把一场改到另一天，已下达的要写原因"),
        {date, option("date", tr("新日期"), true), option("reason", tr("原因"))},
        [&service](Writer& writer, VerbCall& call) {
            service.moveDate(writer, idOf(call), call.date("date"), call.text("reason"));
        },
        tr("日期已改。")));
    verbs.push_back(
        deed("drills.plan-change", tr("调整已下达的计划"),
             {date, option("kind", tr("延期、取消、变更"), true), option("reason", tr("原因"), true),
              option("scope", tr("仅本次、本次及以后、全部，不填为仅本次")), option("date", tr("延期到")),
              option("approver", tr("批准人")), option("name", tr("变更：名称")), option("unit", tr("变更：单位")),
              option("venue", tr("变更：地点")), option("lead", tr("变更：负责人")), option("time", tr("变更：时间")),
              option("people", tr("变更：人数"))},
             [&service](Writer& writer, VerbCall& call) { change(service, writer, call); }));
    verbs.push_back(
        deed("drills.plan-start", tr("立项：为一场计划新建演练"), {date}, [&service](Writer& writer, VerbCall& call) {
            call.output->field("drill", tr("演练编号"), service.start(writer, idOf(call)), CellKind::integer);
        }));
    verbs.push_back(deed(
        "drills.plan-date-link", tr("把已有的演练关联到一场计划，0 为取消关联"),
        {date, option("drill", tr("演练编号"), true)},
        [&service](Writer& writer, VerbCall& call) { service.link(writer, idOf(call), call.integer("drill")); },
        tr("已更新。")));
    verbs.push_back(deed(
        "drills.plan-drill-move", tr("把还没有办的演练改到另一天；出自已下达计划的要写原因"),
        {idParameter(tr("演练编号")), option("date", tr("新日期"), true), option("reason", tr("原因"))},
        [&service](Writer& writer, VerbCall& call) {
            service.moveDrill(writer, idOf(call), call.date("date"), call.text("reason"));
        },
        tr("日期已改。")));
    verbs.push_back(deed(
        "drills.plan-street-limit", tr("一个街道一周最多几场演练"), {{"count", tr("场数"), true, true, false}},
        [](Writer& writer, VerbCall& call) { setStreetLimit(writer, int(call.integer("count"))); }, tr("已设定。")));
    return verbs;
}

} // namespace drills
