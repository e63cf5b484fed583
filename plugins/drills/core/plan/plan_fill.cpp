#include "core/plan/plan_fill.h"

#include "core/plan/cover.h"
#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Period;
using yanxun::tr;

bool isOpen(DutyStatus status) { return status == DutyStatus::unplanned || status == DutyStatus::dueSoon; }

constexpr auto school = "学校";

/// Weeks that are taken: how many drills a township has in each.
class WeekLoad {
public:
    WeekLoad(yanxun::Reader& reader, int year) : limit_(streetLimit(reader)) {
        for (const Engagement& one : engagements(reader, Period::year(year)))
            add(one.regionName, one.day);
    }
    bool hasRoom(const std::string& region, Date day) const {
        const auto found = weeks_.find({region, weekOf(day)});
        return region.empty() || found == weeks_.end() || found->second < limit_;
    }
    void add(const std::string& region, Date day) { ++weeks_[{region, weekOf(day)}]; }

private:
    static std::int64_t weekOf(Date day) { return addDays(day, 1 - day.weekday()).days(); }
    std::map<std::pair<std::string, std::int64_t>, int> weeks_;
    int limit_;
};

/// The good day nearest to `wanted` inside the window; with room in its week when there is any.
std::optional<Date> nearest(Date wanted, const Period& window, const std::function<bool(Date)>& isGood,
                            const std::function<bool(Date)>& hasRoom) {
    for (const bool asksRoom : {true, false}) {
        for (std::int64_t away = 0; away <= window.last.days() - window.first.days(); ++away) {
            for (const std::int64_t step : {away, -away}) {
                const Date day = addDays(wanted, step);
                if (day < window.first || day > window.last || !isGood(day)) continue;
                if (!asksRoom || hasRoom(day)) return day;
            }
        }
    }
    return std::nullopt;
}

/// What is planned already: duties that items name, and every occurrence of a unit by its day.
struct Planned {
    std::vector<Cover> covers;
    std::map<std::int64_t, std::vector<PlanDate>> dates; ///< by unit; those without a drill: drills count by themselves
};

Planned plannedIn(yanxun::Reader& reader, const YearPlan& plan) {
    Planned planned;
    for (const PlanItem& item : plans::items(reader, plan.id)) {
        bool isAlive = false;
        for (PlanDate& date : plans::dates(reader, plan.id, item.id)) {
            if (date.cancelled) continue;
            isAlive = true;
            if (date.drillId == 0) planned.dates[date.what.unitId].push_back(std::move(date));
        }
        if (!isAlive) continue;
        for (const Cover& cover : coversOf(item.covers)) planned.covers.push_back(cover);
    }
    return planned;
}

/// How many drills of the plan the duty may count on: of a duty about one plan or variant those made for it, else every
/// one of the unit that lies in the window and is about what the rule asks for.
std::int64_t covered(const Planned& planned, const Duty& duty, const DutyRule* rule) {
    if (duty.planId != 0 || !duty.part.empty()) return std::count(planned.covers.begin(), planned.covers.end(), coverOf(duty));
    const auto unit = planned.dates.find(duty.unitId);
    if (unit == planned.dates.end()) return 0;
    return std::count_if(unit->second.begin(), unit->second.end(), [&](const PlanDate& date) {
        const bool isAsked = !rule || rule->hazards.empty() || std::find(rule->hazards.begin(), rule->hazards.end(), date.hazard) != rule->hazards.end();
        return isAsked && duty.span.days.first <= date.day && date.day <= duty.span.days.last;
    });
}

std::vector<Duty> openDuties(const PlanService& service, yanxun::Reader& reader, const YearPlan& plan, Date today) {
    const Planned planned = plannedIn(reader, plan);
    const auto rules = service.duties().rules(reader);
    std::vector<Duty> open;
    for (Duty& duty : service.duties().compute(reader, plan.year, today)) {
        if (!isOpen(duty.status) || duty.span.days.last <= today || duty.span.days.first.year > plan.year) continue;
        if (plan.unitId != 0 && duty.unitId != plan.unitId) continue;
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const DutyRule& one) { return one.code == duty.rule; });
        for (std::int64_t i = covered(planned, duty, rule == rules.end() ? nullptr : &*rule) + duty.done; i < duty.need; ++i) open.push_back(duty);
    }
    std::stable_sort(open.begin(), open.end(), [](const Duty& a, const Duty& b) {
        const auto key = [](const Duty& d) { return std::tie(d.rule, d.span.days.first, d.span.days.last, d.regionName, d.unitName, d.part); };
        return key(a) < key(b);
    });
    return open;
}

bool isSameWindow(const Duty& a, const Duty& b) { return a.rule == b.rule && a.span.days == b.span.days; }

} // namespace

std::vector<GapProposal> proposeGaps(const PlanService& service, yanxun::Reader& reader, std::int64_t id, Date today) {
    const YearPlan plan = plans::get(reader, id);
    const auto duties = openDuties(service, reader, plan, today);
    const auto terms = termsOfYear(service.duties().settings(reader).terms, plan.year);
    WeekLoad load(reader, plan.year);
    std::vector<GapProposal> proposals;
    for (std::size_t begin = 0, end = 0; begin < duties.size(); begin = end) {
        while (end < duties.size() && isSameWindow(duties[begin], duties[end])) ++end;
        const Period year = Period::year(plan.year);
        const Period window{std::max({duties[begin].span.days.first, year.first, addDays(today, 1)}),
                            std::min(duties[begin].span.days.last, year.last)};
        const std::int64_t length = window.last.days() - window.first.days() + 1, many = std::int64_t(end - begin);
        if (length < 1) continue;
        for (std::size_t i = begin; i < end; ++i) {
            const Duty& duty = duties[i];
            const DaySort sort = duty.unitKind == school ? DaySort::teaching : DaySort::working;
            const Date even = addDays(window.first, (2 * std::int64_t(i - begin) + 1) * length / (2 * many));
            const auto isGood = [&](Date day) { return !isExamDay(day) && whyNot(day, sort, service.calendar(), terms).empty(); };
            const auto hasRoom = [&](Date day) { return load.hasRoom(duty.regionName, day); };
            const auto day = nearest(even, window, isGood, hasRoom);
            if (!day) continue;
            load.add(duty.regionName, *day);
            std::string note;
            if (*day != even) {
                note = isExamDay(even) ? tr("避开中高考") : whyNot(even, sort, service.calendar(), terms);
                if (note.empty()) note = tr("这一周该街道已有较多演练");
                note = tr("{} {}", even.iso(), note);
            }
            proposals.push_back({duty, *day, note});
        }
    }
    std::stable_sort(proposals.begin(), proposals.end(), [](const GapProposal& a, const GapProposal& b) { return a.day < b.day; });
    return proposals;
}

std::vector<std::int64_t> acceptGaps(const PlanService& service, yanxun::Writer& writer, std::int64_t plan,
                                     const std::vector<GapProposal>& accepted, const std::string& reason) {
    const auto rules = service.duties().rules(writer);
    std::vector<std::int64_t> items;
    for (const GapProposal& one : accepted) {
        PlanItemDraft draft;
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const DutyRule& r) { return r.code == one.duty.rule; });
        if (rule != rules.end() && !rule->hazards.empty()) draft.hazard = rule->hazards.front();
        const std::string what = one.duty.part.empty() ? draft.hazard : one.duty.part;
        draft.name = tr("{}{}应急演练（{}）", one.duty.unitName, what, one.duty.span.label);
        draft.unit = one.duty.unitName;
        draft.mode = "实战";
        draft.first = one.day;
        draft.policy = HolidayPolicy::after;
        draft.days = one.duty.unitKind == school ? DaySort::teaching : DaySort::working;
        draft.covers = coverLine(coverOf(one.duty));
        draft.note = tr("应演任务：{} {}", one.duty.rule, one.duty.ruleTitle);
        items.push_back(service.addItem(writer, plan, draft, reason));
    }
    return items;
}

} // namespace drills
