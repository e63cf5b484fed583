#include "core/plan/plan_service.h"

#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Conflict;
using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

constexpr int firstYear = 2000, lastYear = 2100;
/// A rule that makes more days than this in a year is a slip of the pen.
constexpr std::size_t mostDates = 60;

void requireStatus(const YearPlan& plan, PlanStatus wanted, const std::string& deed) {
    if (plan.status == wanted) return;
    throw Error(tr("“{}”现在是“{}”，不能{}；“{}”的计划才可以。", plan.title, word(plan.status), deed, word(wanted)));
}

} // namespace

std::int64_t PlanService::make(Writer& writer, int year, const std::string& unit, const std::string& title) const {
    if (year < firstYear || year > lastYear) throw Error(tr("计划年度应在 {} 到 {} 之间，收到的是 {}。", firstYear, lastYear, year));
    YearPlan plan;
    plan.year = year;
    if (!yanxun::text::key(unit).empty()) {
        const directory::UnitRef owner = duties_.unitOf(writer, unit);
        plan.unitId = owner.id;
        plan.unitName = owner.name;
    }
    if (plans::of(writer, year, plan.unitId))
        throw Conflict(tr("{}已有 {} 年度演练计划，请打开它修改。", ownerName(plan), year));
    plan.title = yanxun::text::key(title);
    if (plan.title.empty()) plan.title = tr("{}{}年度应急演练计划", plan.unitName, year);
    plan.id = plans::add(writer, plan);
    plans::addStep(writer, plan, PlanDeed::made, {});
    return plan.id;
}

void PlanService::describe(Writer& writer, YearPlan plan) const {
    const YearPlan stored = plans::get(writer, plan.id);
    if (stored.status == PlanStatus::submitted) throw Error(tr("“{}”正在审批，不能修改；请先退回。", stored.title));
    YearPlan changed = stored;
    changed.revision = plan.revision;
    changed.title = yanxun::text::key(plan.title);
    changed.document = yanxun::text::key(plan.document);
    changed.note = plan.note;
    if (changed.title.empty()) throw Error(tr("请填写计划名称。"));
    plans::update(writer, changed);
}

void PlanService::remove(Writer& writer, std::int64_t id) const {
    const YearPlan plan = plans::get(writer, id);
    if (!plan.isOpen()) throw Error(tr("“{}”{}，不能删除；只有草案可以删除。", plan.title, word(plan.status)));
    plans::remove(writer, plan);
}

void PlanService::submit(Writer& writer, std::int64_t id, const std::string& note) const {
    YearPlan plan = plans::get(writer, id);
    requireStatus(plan, PlanStatus::draft, tr("提交审批"));
    if (plans::items(writer, id).empty()) throw Error(tr("“{}”还没有计划项，请先增加。", plan.title));
    for (const PlanItem& item : plans::items(writer, id))
        if (plans::dates(writer, id, item.id).empty()) throw Error(tr("计划项“{}”在本年没有场次，请修改它的周期或首次日期。", item.what.name));
    plan.status = PlanStatus::submitted;
    plan.submittedBy = writer.who();
    plan.approvedBy.clear();
    plans::update(writer, plan);
    plans::addStep(writer, plan, PlanDeed::submitted, note);
}

void PlanService::countersign(Writer& writer, std::int64_t id, const std::string& note) const {
    const YearPlan plan = plans::get(writer, id);
    requireStatus(plan, PlanStatus::submitted, tr("会签"));
    if (plan.submittedBy == writer.who()) throw Error(tr("{}是提交人，请由其他人会签。", writer.who()));
    if (plans::hasSigned(writer, plan, writer.who())) throw Conflict(tr("{}已经会签过。", writer.who()));
    plans::addStep(writer, plan, PlanDeed::countersigned, note);
}

void PlanService::approve(Writer& writer, std::int64_t id, const std::string& note) const {
    YearPlan plan = plans::get(writer, id);
    requireStatus(plan, PlanStatus::submitted, tr("批准"));
    if (plan.submittedBy == writer.who())
        throw Error(tr("{}是提交人，不能批准自己提交的计划，请由其他人批准。", writer.who()));
    plan.status = PlanStatus::approved;
    plan.approvedBy = writer.who();
    plans::update(writer, plan);
    plans::addStep(writer, plan, PlanDeed::approved, note);
}

void PlanService::giveBack(Writer& writer, std::int64_t id, const std::string& reason) const {
    YearPlan plan = plans::get(writer, id);
    if (plan.status != PlanStatus::submitted && plan.status != PlanStatus::approved)
        throw Error(tr("“{}”现在是“{}”，不能退回。", plan.title, word(plan.status)));
    if (yanxun::text::key(reason).empty()) throw Error(tr("退回要写明原因。"));
    plan.status = PlanStatus::draft;
    plan.approvedBy.clear();
    plans::update(writer, plan);
    plans::addStep(writer, plan, PlanDeed::returned, reason);
}

void PlanService::issue(Writer& writer, std::int64_t id, const std::string& document) const {
    YearPlan plan = plans::get(writer, id);
    requireStatus(plan, PlanStatus::approved, tr("下达"));
    plan.status = PlanStatus::issued;
    if (!yanxun::text::key(document).empty()) plan.document = yanxun::text::key(document);
    plans::update(writer, plan);
    plans::addStep(writer, plan, PlanDeed::issued, plan.document);
}

YearPlan PlanService::openPlan(Reader& reader, std::int64_t id) const {
    const YearPlan plan = plans::get(reader, id);
    if (plan.isOpen()) return plan;
    if (plan.isIssued()) throw Error(tr("“{}”已下达，不能直接修改，请用“调整”写明原因。", plan.title));
    throw Error(tr("“{}”现在是“{}”，不能修改；请先退回为草案。", plan.title, word(plan.status)));
}

PlanItem PlanService::itemOf(Reader& reader, const YearPlan& plan, const PlanItemDraft& draft) const {
    PlanItem item;
    item.planId = plan.id;
    item.what.name = yanxun::text::key(draft.name);
    if (item.what.name.empty()) throw Error(tr("请填写演练名称。"));
    std::string unit = yanxun::text::key(draft.unit);
    if (unit.empty()) unit = plan.unitName;
    if (unit.empty()) throw Error(tr("请填写组织单位。"));
    const directory::UnitRef host = duties_.unitOf(reader, unit);
    item.what.unitId = host.id;
    item.what.unitName = host.name;
    item.what.regionName = draft.region.empty() ? host.regionName : yanxun::text::key(draft.region);
    item.what.venue = yanxun::text::key(draft.venue);
    item.what.lead = yanxun::text::key(draft.lead);
    item.what.time = timeOf(draft.time);
    item.what.people = draft.people;
    item.hazard = words_.hazard(draft.hazard);
    item.mode = yanxun::text::key(draft.mode);
    item.axes = words_.axes(item.mode);
    item.budgetFen = draft.budgetFen;
    item.priority = draft.priority;
    item.rule = parseWords(draft.recurrence);
    item.first = draft.first.year == 0 ? Date{plan.year, 1, 1} : draft.first;
    if (!item.first.valid()) throw Error(tr("首次日期不对，应当像 {}-03-10。", plan.year));
    if (item.first.year > plan.year) throw Error(tr("首次日期 {} 晚于计划年度 {}。", item.first.iso(), plan.year));
    item.policy = draft.policy;
    item.days = draft.days;
    item.covers = draft.covers;
    item.note = draft.note;
    if (item.what.people < 0 || item.budgetFen < 0) throw Error(tr("人数和经费不能小于 0。"));
    if (item.priority < 1 || item.priority > 3) throw Error(tr("优先级应当是 高、中 或 低。"));
    return item;
}

PlanItemDraft PlanService::draftOf(const PlanItem& item) const {
    PlanItemDraft draft;
    draft.name = item.what.name;
    draft.unit = item.what.unitName;
    draft.region = item.what.regionName;
    draft.hazard = item.hazard;
    draft.mode = item.mode;
    draft.venue = item.what.venue;
    draft.lead = item.what.lead;
    draft.note = item.note;
    draft.recurrence = ruleWords(item.rule);
    draft.time = timeWords(item.what.time);
    draft.first = item.first;
    draft.people = item.what.people;
    draft.budgetFen = item.budgetFen;
    draft.priority = item.priority;
    draft.policy = item.policy;
    draft.days = item.days;
    draft.covers = item.covers;
    return draft;
}

std::vector<PlanDate> PlanService::occurrences(Reader& reader, const PlanItem& item, int year,
                                               std::vector<std::string>* skipped) const {
    const auto terms = termsOfYear(duties_.settings(reader).terms, year);
    const HolidayPolicy policy = item.rule.isDeadline ? HolidayPolicy::before : item.policy;
    std::vector<PlanDate> dates;
    for (const Date ruled : datesOf(item.rule, item.first, year, terms)) {
        const SettledDay settled = settle(ruled, policy, item.days, calendar_, terms);
        const bool isDouble = settled.day && std::any_of(dates.begin(), dates.end(), [&](const PlanDate& d) { return d.day == *settled.day; });
        if (!settled.day || isDouble) {
            if (skipped) skipped->push_back(tr("{}：{}", ruled.iso(), isDouble ? tr("与另一场同日，合并") : settled.why));
            continue;
        }
        PlanDate date;
        date.planId = item.planId;
        date.itemId = item.id;
        date.nth = int(dates.size()) + 1;
        date.ruled = ruled;
        date.planned = date.day = *settled.day;
        date.why = settled.why;
        date.what = item.what;
        dates.push_back(std::move(date));
    }
    if (dates.size() > mostDates) throw Error(tr("“{}”一年有 {} 场，太多了，请改周期。", item.what.name, dates.size()));
    return dates;
}

std::int64_t PlanService::put(Writer& writer, const YearPlan& plan, PlanItem item) const {
    if (item.id == 0) {
        item.place = plans::nextPlace(writer, plan.id);
        item.id = plans::addItem(writer, item);
    } else {
        plans::updateItem(writer, item);
        plans::removeDates(writer, item.id);
    }
    const auto dates = occurrences(writer, item, plan.year);
    if (dates.empty()) throw Error(tr("“{}”按“{}”在 {} 年没有场次，请修改周期或首次日期。", item.what.name, ruleWords(item.rule), plan.year));
    for (const PlanDate& date : dates)
        plans::addDate(writer, date);
    return item.id;
}

std::int64_t PlanService::addItem(Writer& writer, std::int64_t id, const PlanItemDraft& draft, const std::string& reason) const {
    const YearPlan plan = plans::get(writer, id);
    if (!plan.isIssued()) return put(writer, openPlan(writer, id), itemOf(writer, plan, draft));
    const std::string why = yanxun::text::key(reason);
    if (why.empty()) throw Error(tr("“{}”已下达，追加计划项要写明原因。", plan.title));
    const std::int64_t item = put(writer, plan, itemOf(writer, plan, draft));
    adjusted(writer, plan);
    for (const PlanDate& date : plans::dates(writer, id, item)) {
        PlanChange change{0, id, item, date.id, ChangeKind::added, ChangeScope::all, plan.version + 1, date.what.name, {}, {}, why, {}, {}, 0};
        change.after = date.day.iso();
        plans::addChange(writer, change);
    }
    return item;
}

void PlanService::editItem(Writer& writer, std::int64_t id, std::int64_t revision, const PlanItemDraft& draft) const {
    const PlanItem stored = plans::item(writer, id);
    const YearPlan plan = openPlan(writer, stored.planId);
    PlanItem item = itemOf(writer, plan, draft);
    item.id = id;
    item.revision = revision;
    item.place = stored.place;
    put(writer, plan, item);
}

void PlanService::removeItem(Writer& writer, std::int64_t id) const {
    const PlanItem item = plans::item(writer, id);
    openPlan(writer, item.planId);
    plans::removeItem(writer, item);
}

} // namespace drills
