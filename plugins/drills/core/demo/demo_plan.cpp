#include "core/demo/demo_rooms.h"
#include "core/plan/plan.h"
#include "core/plan/work_calendar.h"

#include <yanxun/text.h>

#include <algorithm>
#include <set>

namespace drills::demo {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Millis;
using yanxun::tr;
using yanxun::Writer;

constexpr std::size_t itemsOfAPlan = 24;
constexpr std::size_t quarterly = 4, monthly = 13, altered = 16;
constexpr int postponedBy = 9;

bool isPostponed(std::size_t k) { return k % 8 == 3; }
bool isCancelled(std::size_t k) { return k % 12 == 6; }
bool isWaiting(std::size_t k) { return k == 10 || k == 21; }

/// An item before its plan has a number.
struct Line {
    std::size_t plan = 0, k = 0;
    const DemoDrill* drill = nullptr;
    PlanItem item;
    std::vector<PlanDate> dates;
};

void add(Fields& fields, const PlanWhat& what) {
    fields.insert(fields.end(), {{"name", what.name}, {"unit_id", what.unitId}, {"unit_name", what.unitName},
                                 {"region_name", what.regionName}, {"venue", what.venue}, {"lead", what.lead},
                                 {"time_from", what.time->from}, {"time_to", what.time->to}, {"people", what.people}});
}

Line lineOf(const DemoDrill& held, std::size_t plan, std::size_t k, int year, const directory::UnitRef& bureau) {
    const Drill& drill = held.drill;
    Line line;
    line.plan = plan;
    line.k = k;
    line.drill = &held;
    PlanItem& item = line.item;
    item.place = int(k) + 1;
    const int from = 9 * 60 + int(k % 3) * 30;
    item.what = {drill.name, drill.unitId, drill.unitName, drill.regionName, tr("{}院内", drill.unitName),
                 unitPerson(plan + k), yanxun::DayTime{from, from + 90}, (drill.participants + 9) / 10 * 10};
    item.hazard = drill.hazard;
    item.mode = drill.modeWord;
    item.axes = drill.axes;
    item.budgetFen = 100'000 * std::int64_t(1 + k % 4);
    item.priority = 1 + int(k % 3);
    item.days = DaySort::any;
    item.first = isPostponed(k) ? std::max(Date{year, 1, 1}, later(drill.heldOn, -postponedBy)) : drill.heldOn;
    if (k != quarterly && k != monthly) return line;
    item.first = k == quarterly ? Date{year, 1, 15} : Date{year, 1, 1};
    item.rule = parseRule(k == quarterly ? "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15" : "FREQ=MONTHLY;BYDAY=2WE");
    item.what.name = (plan == 0 ? tr("全区") : drill.unitName) +
                     (k == quarterly ? tr("季度{}演练", drill.hazard) : tr("每月{}拉动演练", drill.hazard));
    if (plan != 0) return line;
    // Held by the bureau, each time with another unit: whose drill it was is told by the drill.
    item.what.unitId = bureau.id;
    item.what.unitName = bureau.name;
    item.what.regionName = bureau.regionName;
    item.what.venue = tr("当次抽取的单位");
    item.what.lead = officer(plan + k);
    return line;
}

/// A drill of that month and hazard which is in no plan yet.
const DemoDrill* free(const Held& held, const std::set<const DemoDrill*>& taken, const std::string& hazard, Date day) {
    const auto begin = std::lower_bound(held.begin(), held.end(), Date{day.year, day.month, 1},
                                        [](const DemoDrill* one, Date first) { return one->drill.heldOn < first; });
    for (auto at = begin; at != held.end() && (*at)->drill.heldOn.month == day.month; ++at) {
        if ((*at)->drill.hazard == hazard && !taken.contains(*at)) return *at;
    }
    return nullptr;
}

void setDates(Line& line, const Held& held, std::set<const DemoDrill*>& taken, int year) {
    for (const Date day : datesOf(line.item.rule, line.item.first, year, {})) {
        PlanDate date;
        date.nth = int(line.dates.size()) + 1;
        date.ruled = date.planned = date.day = day;
        date.what = line.item.what;
        const bool isOnce = line.item.rule.frequency == Frequency::once;
        const DemoDrill* drill = isOnce ? line.drill : free(held, taken, line.item.hazard, day);
        if (isOnce && isPostponed(line.k)) date.day = line.drill->drill.heldOn;
        date.cancelled = isOnce && isCancelled(line.k);
        if (date.cancelled || (isOnce && isWaiting(line.k))) drill = nullptr;
        if (isOnce && line.k == altered) date.what.venue = tr("{}门前广场", date.what.unitName);
        if (drill) {
            date.drillId = drill->drill.id;
            taken.insert(drill);
        }
        line.dates.push_back(std::move(date));
    }
}

Fields fieldsOf(const YearPlan& plan, std::size_t number) {
    return {{"uid", demoUid("plan", number)}, {"year", plan.year}, {"unit_id", plan.unitId}, {"unit_name", plan.unitName},
            {"title", plan.title}, {"version", plan.version}, {"status", int(plan.status)}, {"document", plan.document},
            {"note", plan.note}, {"submitted_by", plan.submittedBy}, {"approved_by", plan.approvedBy}};
}

Fields fieldsOf(const Line& line, std::int64_t plan, std::size_t number) {
    const PlanItem& item = line.item;
    Fields fields{{"uid", demoUid("item", number)}, {"plan_id", plan}, {"place", item.place}, {"hazard", item.hazard},
                  {"mode", item.mode}, {"org_form", int(item.axes.form)}, {"content", int(item.axes.content)},
                  {"purpose", int(item.axes.purpose)}, {"notice", int(item.axes.notice)}, {"budget_fen", item.budgetFen},
                  {"priority", item.priority}, {"rule", ruleText(item.rule)}, {"first_ymd", item.first.ymd()},
                  {"policy", int(item.policy)}, {"days", int(item.days)}, {"covers", item.covers}, {"note", item.note}};
    add(fields, item.what);
    return fields;
}

Fields fieldsOf(const PlanDate& date, std::int64_t plan, std::int64_t item, std::size_t number) {
    Fields fields{{"uid", demoUid("date", number)}, {"plan_id", plan}, {"item_id", item}, {"nth", date.nth},
                  {"ruled_ymd", date.ruled.ymd()}, {"planned_ymd", date.planned.ymd()}, {"day_ymd", date.day.ymd()},
                  {"why", date.why}, {"cancelled", date.cancelled}, {"drill_id", date.drillId}};
    add(fields, date.what);
    return fields;
}

/// What an occurrence was changed by, when it was.
std::optional<PlanChange> changeOf(const Line& line) {
    const PlanDate& date = line.dates.front();
    PlanChange change;
    change.before = date.planned.iso();
    change.name = line.item.what.name;
    if (date.cancelled) {
        change.kind = ChangeKind::cancelled;
        change.after = tr("取消");
        change.reason = tr("与辖区综合演练合并举行");
    } else if (date.day != date.planned) {
        change.after = date.day.iso();
        change.reason = tr("汛情预警，组织力量需在岗备勤");
    } else if (date.what.venue != line.item.what.venue) {
        change.kind = ChangeKind::altered;
        change.before = tr("地点：{}", line.item.what.venue);
        change.after = tr("地点：{}", date.what.venue);
        change.reason = tr("原场地施工");
    } else {
        return std::nullopt;
    }
    change.at = moment(later(date.planned, -5), 10 * 60);
    return change;
}

Fields fieldsOf(const PlanChange& change, std::size_t number) {
    return {{"uid", demoUid("change", number)}, {"plan_id", change.planId}, {"item_id", change.itemId},
            {"date_id", change.dateId}, {"kind", int(change.kind)}, {"scope", int(change.scope)},
            {"version", change.version}, {"name", change.name}, {"old_text", change.before}, {"new_text", change.after},
            {"reason", change.reason}, {"who", change.who}, {"approver", change.approver}, {"at", change.at}};
}

void addSteps(std::vector<Fields>& rows, const YearPlan& plan, std::int64_t id) {
    const auto step = [&](PlanDeed deed, const std::string& who, int day, const std::string& note) {
        rows.push_back({{"plan_id", id}, {"deed", int(deed)}, {"version", 1}, {"who", who},
                        {"at", moment({plan.year - 1, 12, day}, 10 * 60)}, {"note", note}});
    };
    step(PlanDeed::made, plan.submittedBy, 1, {});
    step(PlanDeed::submitted, plan.submittedBy, 10, tr("请审批"));
    step(PlanDeed::countersigned, officer(3), 15, tr("同意，注意与汛期备勤错开"));
    step(PlanDeed::approved, plan.approvedBy, 20, tr("同意"));
    step(PlanDeed::issued, plan.approvedBy, 28, plan.document);
}

/// The first is the bureau's, the others are of units that hold drills.
std::vector<YearPlan> plansOf(const Held& held, const yanxun::DemoRequest& request) {
    std::vector<YearPlan> plans;
    std::set<std::int64_t> owners;
    for (std::size_t i = 0; plans.size() < std::size_t(request.scale) && i < held.size();) {
        YearPlan plan;
        plan.year = request.year;
        if (!plans.empty()) {
            const Drill& drill = held[i++]->drill;
            if (!owners.insert(drill.unitId).second) continue;
            plan.unitId = drill.unitId;
            plan.unitName = drill.unitName;
        }
        plan.title = tr("{}{}年度应急演练计划", plan.unitName, plan.year);
        plan.status = PlanStatus::adjusted;
        plan.document = tr("演训〔{}〕{}号", plan.year, plans.size() + 1);
        plan.submittedBy = officer(2);
        plan.approvedBy = officer(1);
        plans.push_back(std::move(plan));
    }
    return plans;
}

} // namespace

void addPlans(Writer& writer, const Held& held, const directory::UnitRef& bureau, const yanxun::DemoRequest& request) {
    std::vector<YearPlan> plans = plansOf(held, request);
    const Held anchors = spread(held, plans.size() * itemsOfAPlan);
    std::set<const DemoDrill*> taken(anchors.begin(), anchors.end());
    std::vector<Line> lines;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        lines.push_back(lineOf(*anchors[i], i % plans.size(), i / plans.size(), request.year, bureau));
        setDates(lines.back(), held, taken, request.year);
    }
    std::vector<Fields> rows, steps;
    for (const Line& line : lines) plans[line.plan].version += changeOf(line) ? 1 : 0;
    for (std::size_t i = 0; i < plans.size(); ++i) rows.push_back(fieldsOf(plans[i], i));
    const std::int64_t firstPlan = insertRows(writer, "drills_year_plan", std::move(rows));
    for (std::size_t i = 0; i < plans.size(); ++i) addSteps(steps, plans[i], firstPlan + std::int64_t(i));
    insertRows(writer, "drills_year_step", std::move(steps));

    rows.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) rows.push_back(fieldsOf(lines[i], firstPlan + std::int64_t(lines[i].plan), i));
    const std::int64_t firstItem = insertRows(writer, "drills_year_item", std::move(rows));
    rows.clear();
    std::vector<std::size_t> firstDates;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        firstDates.push_back(rows.size());
        for (const PlanDate& date : lines[i].dates) {
            rows.push_back(fieldsOf(date, firstPlan + std::int64_t(lines[i].plan), firstItem + std::int64_t(i), rows.size()));
        }
    }
    const std::int64_t firstDate = insertRows(writer, "drills_year_date", std::move(rows));

    std::vector<PlanChange> changes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto change = changeOf(lines[i]);
        if (!change) continue;
        change->planId = firstPlan + std::int64_t(lines[i].plan);
        change->itemId = firstItem + std::int64_t(i);
        change->dateId = firstDate + std::int64_t(firstDates[i]);
        change->who = officer(2);
        change->approver = officer(1);
        changes.push_back(std::move(*change));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const PlanChange& a, const PlanChange& b) { return a.at < b.at; });
    std::vector<int> versions(plans.size(), 1);
    rows.clear();
    for (PlanChange& change : changes) {
        change.version = ++versions[std::size_t(change.planId - firstPlan)];
        rows.push_back(fieldsOf(change, rows.size()));
    }
    insertRows(writer, "drills_year_change", std::move(rows));
}

} // namespace drills::demo
