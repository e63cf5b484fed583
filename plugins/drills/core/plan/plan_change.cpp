#include "core/plan/plan_service.h"

#include "core/design/design_store.h"
#include "core/drill_store.h"
#include "core/duty_record_store.h"
#include "core/plan/cover.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

bool isHeld(const PlanDate& date) { return date.drillId != 0 && date.drillStatus > Status::ready && date.drillStatus < Status::postponed; }

bool canChange(const PlanDate& date) { return !date.cancelled && !isHeld(date); }

void requireChangeable(const PlanDate& date) {
    if (date.cancelled) throw Error(tr("“{}”{} 这一场已取消，不能再调整。", date.what.name, date.day.iso()));
    if (isHeld(date)) throw Error(tr("“{}”{} 这一场的演练{}，不能再调整。", date.what.name, date.day.iso(), word(date.drillStatus)));
}

std::string reasonOf(const PlanChangeDraft& draft) {
    const std::string reason = yanxun::text::key(draft.reason);
    if (reason.empty()) throw Error(tr("计划已下达，{}要写明原因。", word(draft.kind)));
    return reason;
}

std::vector<PlanDate> inScope(Reader& reader, const PlanDate& chosen, ChangeScope scope) {
    if (scope == ChangeScope::one) return {chosen};
    std::vector<PlanDate> dates = plans::dates(reader, chosen.planId, chosen.itemId);
    std::erase_if(dates, [&](const PlanDate& one) {
        return !canChange(one) || (scope == ChangeScope::onward && one.nth < chosen.nth);
    });
    return dates;
}

void tell(std::string& before, std::string& after, const std::string& title, const std::string& old, const std::string& now) {
    if (old == now) return;
    const auto line = [&](const std::string& value) { return tr("{}：{}", title, value.empty() ? tr("（空）") : value); };
    before += (before.empty() ? "" : "；") + line(old);
    after += (after.empty() ? "" : "；") + line(now);
}

void tellWhat(const PlanWhat& old, const PlanWhat& now, std::string& before, std::string& after) {
    tell(before, after, tr("名称"), old.name, now.name);
    tell(before, after, tr("单位"), old.unitName, now.unitName);
    tell(before, after, tr("地点"), old.venue, now.venue);
    tell(before, after, tr("负责人"), old.lead, now.lead);
    tell(before, after, tr("时间"), timeWords(old.time), timeWords(now.time));
    tell(before, after, tr("人数"), std::to_string(old.people), std::to_string(now.people));
}

/// What the plan says beside the drill's own row: place, hours, people, money, who leads.
void putDesign(Writer& writer, const PlanDate& date, const PlanItem& item) {
    DrillDesign made = design::of(writer, date.drillId);
    made.drillId = date.drillId;
    made.venue = date.what.venue;
    if (date.what.time) {
        constexpr yanxun::Millis minute = 60'000;
        made.plannedStart = yanxun::startOf(date.day) + date.what.time->from * minute;
        made.plannedEnd = yanxun::startOf(date.day) + date.what.time->to * minute;
    }
    if (date.what.people != 0) made.expectedPeople = date.what.people;
    if (item.budgetFen != 0) made.budget = item.budgetFen;
    design::put(writer, made);
    if (date.what.lead.empty()) return;
    Post lead;
    lead.drillId = date.drillId;
    lead.role = tr("总指挥");
    lead.person = date.what.lead;
    design::add(writer, lead);
}

/// Where the drill stands the day may still be chosen.
bool canMove(Status status) { return status <= Status::ready || status == Status::postponed; }

} // namespace

void PlanService::adjusted(Writer& writer, YearPlan plan) const {
    plan.status = PlanStatus::adjusted;
    ++plan.version;
    plans::update(writer, plan);
}

bool PlanService::mayMoveDate(Reader& reader, std::int64_t id, Date day) const {
    const PlanDate date = plans::date(reader, id);
    const YearPlan plan = plans::get(reader, date.planId);
    if (plan.status == PlanStatus::submitted || plan.status == PlanStatus::approved)
        throw Error(tr("“{}”{}，日期不能改；请先退回为草案，或下达后调整。", plan.title, word(plan.status)));
    requireChangeable(date);
    if (!day.valid()) throw Error(tr("日期不对，应当像 {}-03-10。", plan.year));
    if (day.year != plan.year) throw Error(tr("{} 不在 {} 年内，跨年的请列入下一年度计划。", day.iso(), plan.year));
    return plan.isIssued();
}

void PlanService::moveDate(Writer& writer, std::int64_t id, Date day, const std::string& reason) const {
    if (mayMoveDate(writer, id, day)) {
        PlanChangeDraft draft;
        draft.day = day;
        draft.reason = reason;
        change(writer, id, draft);
        return;
    }
    PlanDate date = plans::date(writer, id);
    date.day = date.planned = day;
    date.why = date.ruled == day ? std::string() : tr("手工定日");
    plans::updateDate(writer, date);
}

int PlanService::change(Writer& writer, std::int64_t id, const PlanChangeDraft& given) const {
    PlanChangeDraft draft = given;
    const PlanDate chosen = plans::date(writer, id);
    const YearPlan plan = plans::get(writer, chosen.planId);
    if (!plan.isIssued()) throw Error(tr("“{}”还没有下达，请直接修改计划项。", plan.title));
    requireChangeable(chosen);
    draft.reason = reasonOf(draft);
    draft.approver = yanxun::text::key(draft.approver);
    if (draft.approver == writer.who()) throw Error(tr("{}是调整人，不能自己批准，请填其他批准人。", writer.who()));
    std::int64_t days = 0;
    if (draft.kind == ChangeKind::postponed) {
        if (!draft.day) throw Error(tr("延期要写明改到哪一天。"));
        mayMoveDate(writer, id, *draft.day);
        days = draft.day->days() - chosen.day.days();
        if (days == 0) throw Error(tr("日期没有变化。"));
        if (*draft.day < yanxun::localDay(writer.at())) throw Error(tr("不能改到今天以前的 {}。", draft.day->iso()));
    }
    if (draft.kind == ChangeKind::altered && (!draft.what || *draft.what == chosen.what)) throw Error(tr("内容没有变化。"));
    if (draft.kind == ChangeKind::added) throw Error(tr("追加请用增加计划项。"));
    adjusted(writer, plan);
    const auto dates = inScope(writer, chosen, draft.scope);
    for (const PlanDate& date : dates) {
        PlanChangeDraft own = draft;
        // Only what the person changed goes to the others; what they have of their own stays.
        if (own.what && date.id != chosen.id) {
            PlanWhat what = date.what;
            if (own.what->name != chosen.what.name) what.name = own.what->name;
            if (own.what->unitId != chosen.what.unitId) {
                what.unitId = own.what->unitId;
                what.unitName = own.what->unitName;
                what.regionName = own.what->regionName;
            }
            if (own.what->venue != chosen.what.venue) what.venue = own.what->venue;
            if (own.what->lead != chosen.what.lead) what.lead = own.what->lead;
            if (own.what->time != chosen.what.time) what.time = own.what->time;
            if (own.what->people != chosen.what.people) what.people = own.what->people;
            own.what = what;
        }
        if (date.id != chosen.id) own.day.reset();
        apply(writer, plan, date, own, days);
    }
    return int(dates.size());
}

void PlanService::apply(Writer& writer, const YearPlan& plan, PlanDate date, const PlanChangeDraft& draft, std::int64_t days) const {
    PlanChange change;
    change.planId = plan.id;
    change.itemId = date.itemId;
    change.dateId = date.id;
    change.kind = draft.kind;
    change.scope = draft.scope;
    change.version = plan.version + 1;
    change.name = date.what.name;
    change.reason = draft.reason;
    change.approver = draft.approver;
    change.before = date.day.iso();
    if (draft.kind == ChangeKind::postponed) {
        const PlanItem item = plans::item(writer, date.itemId);
        const auto terms = termsOfYear(duties_.settings(writer).terms, plan.year);
        Date day = draft.day ? *draft.day : addDays(date.day, days);
        if (!draft.day) {
            if (day.year != plan.year) throw Error(tr("“{}”{} 移动后超出 {} 年，请改用“仅本次”。", date.what.name, date.day.iso(), plan.year));
            day = settle(day, item.policy == HolidayPolicy::skip ? HolidayPolicy::after : item.policy, item.days, calendar_, terms).day.value_or(day);
        }
        date.day = day;
        change.after = day.iso();
        if (date.drillId != 0) moveDrillRow(writer, date.drillId, day);
    } else if (draft.kind == ChangeKind::cancelled) {
        date.cancelled = true;
        change.after = tr("取消");
        if (date.drillId != 0) {
            const Drill drill = store::get(writer, date.drillId);
            if (!isFinal(drill.status)) drills_.step(writer, drill.id, drill.revision, Status::cancelled, draft.reason);
        }
    } else {
        change.before.clear();
        tellWhat(date.what, *draft.what, change.before, change.after);
        if (change.after.empty()) return;
        date.what = *draft.what;
    }
    plans::updateDate(writer, date);
    plans::addChange(writer, change);
}

std::int64_t PlanService::start(Writer& writer, std::int64_t id) const {
    PlanDate date = plans::date(writer, id);
    const YearPlan plan = plans::get(writer, date.planId);
    if (!plan.isIssued()) throw Error(tr("“{}”{}，下达以后才能立项。", plan.title, word(plan.status)));
    if (date.drillId != 0) throw yanxun::Conflict(tr("“{}”{} 这一场已经立项。", date.what.name, date.day.iso()));
    requireChangeable(date);
    if (date.day <= yanxun::localDay(writer.at()))
        throw Error(tr("“{}”计划在 {}，不在今天之后；请先延期，演练已经办过的请关联已有的演练。", date.what.name, date.day.iso()));
    const PlanItem item = plans::item(writer, date.itemId);
    const auto unit = units_.get(writer, date.what.unitId);
    if (!unit) throw yanxun::NotFound(tr("单位“{}”已不在名录中，请先变更单位。", date.what.unitName));
    DrillDraft draft;
    draft.name = date.what.name;
    draft.unitName = unit->name;
    draft.regionName = date.what.regionName;
    draft.heldOn = date.day;
    draft.hazard = item.hazard;
    draft.mode = item.mode;
    draft.axes = item.axes;
    draft.summary = item.note;
    date.drillId = drills_.add(writer, draft);
    plans::updateDate(writer, date);
    putDesign(writer, date, item);
    for (const Cover& cover : coversOf(item.covers)) {
        if (cover.unitId != date.what.unitId) continue;
        if (cover.planId != 0 && duties::plan(writer, cover.planId)) duties::link(writer, date.drillId, cover.planId);
        else if (cover.planId == 0 && !cover.part.empty()) duties::mark(writer, date.drillId, cover.part, true);
    }
    return date.drillId;
}

void PlanService::link(Writer& writer, std::int64_t id, std::int64_t drill) const {
    PlanDate date = plans::date(writer, id);
    if (drill != 0) {
        store::get(writer, drill);
        if (date.cancelled) throw Error(tr("“{}”{} 这一场已取消，不能关联演练。", date.what.name, date.day.iso()));
        const auto other = plans::dateOfDrill(writer, drill);
        if (other && other->id != id)
            throw yanxun::Conflict(tr("这场演练已关联“{}”{} 这一场。", other->what.name, other->day.iso()));
    }
    date.drillId = drill;
    plans::updateDate(writer, date);
}

bool PlanService::mayMoveDrill(Reader& reader, std::int64_t id, Date day) const {
    const Drill drill = store::get(reader, id);
    if (!canMove(drill.status)) throw Error(tr("演练“{}”{}，日期不能改。", drill.name, word(drill.status)));
    if (!day.valid()) throw Error(tr("日期不对，应当像 2022-03-10。"));
    const auto date = plans::dateOfDrill(reader, id);
    return date && mayMoveDate(reader, date->id, day);
}

void PlanService::moveDrill(Writer& writer, std::int64_t id, Date day, const std::string& reason) const {
    const bool needsReason = mayMoveDrill(writer, id, day);
    if (day <= yanxun::localDay(writer.at())) throw Error(tr("演练应改到今天之后，{} 不行。", day.iso()));
    const auto date = plans::dateOfDrill(writer, id);
    if (date && date->day != day) {
        if (!needsReason) moveDrillRow(writer, id, day);
        return moveDate(writer, date->id, day, reason);
    }
    moveDrillRow(writer, id, day);
}

void PlanService::moveDrillRow(Writer& writer, std::int64_t id, Date day) const {
    const Drill drill = store::get(writer, id);
    if (drill.heldOn == day) return;
    DrillDraft draft = DrillService::draftOf(drill);
    draft.heldOn = day;
    drills_.edit(writer, id, drill.revision, draft);
}

} // namespace drills
