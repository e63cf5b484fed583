#include "core/plan/plan_agenda.h"

#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/argument.h>
#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::CalendarEntry;
using yanxun::Date;
using yanxun::Reader;
using yanxun::Task;
using yanxun::tr;

constexpr int soonDays = 14;
/// A plan of the year should be issued by the end of its January; that of the next year is waited for from December on.
constexpr int december = 12;

std::string shown(const PlanDate& date) { return "date=" + std::to_string(date.id); }

CalendarEntry entryOf(const PlanDate& date, Date today) {
    CalendarEntry entry;
    entry.first = entry.last = date.day;
    entry.title = tr("计划：{}", date.what.name);
    entry.detail = date.what.unitName;
    for (const std::string& part : {timeWords(date.what.time), date.what.venue, stateWord(date, today)})
        if (!part.empty()) entry.detail += " · " + part;
    entry.tone = toneOf(date, today);
    entry.argument = shown(date);
    entry.uid = date.uid;
    entry.time = date.what.time;
    entry.place = date.what.venue.empty() ? date.what.unitName : date.what.venue;
    entry.cancelled = date.cancelled;
    entry.movable = !date.cancelled && date.planStatus != PlanStatus::submitted && date.planStatus != PlanStatus::approved;
    return entry;
}

/// Plans that are not issued yet although their year has come, or comes next month.
std::vector<YearPlan> unissued(Reader& reader, Date today) {
    auto plans = plans::all(reader, 0);
    const int last = today.month == december ? today.year + 1 : today.year;
    std::erase_if(plans, [&](const YearPlan& plan) { return plan.isIssued() || plan.year > last || plan.year < today.year; });
    return plans;
}

} // namespace

std::vector<std::string> dayWarnings(const PlanService& service, Reader& reader, std::int64_t date, std::int64_t drill, Date day) {
    std::vector<std::string> warnings;
    DaySort sort = DaySort::working;
    if (date != 0) sort = plans::item(reader, plans::date(reader, date).itemId).days;
    const auto terms = termsOfYear(service.duties().settings(reader).terms, day.year);
    const std::string why = whyNot(day, sort, service.calendar(), terms);
    if (!why.empty()) warnings.push_back(tr("{} {}，不是{}。", day.iso(), why, word(sort)));
    if (isExamDay(day)) warnings.push_back(tr("{} 正值中高考，请避开学校周边的声响。", day.iso()));
    if (!service.calendar().knows(day.year)) warnings.push_back(tr("{} 年的节假日安排还没有，只核对了周末。", day.year));
    for (std::string& one : warningsOf(reader, date, drill, day))
        warnings.push_back(std::move(one));
    return warnings;
}

yanxun::CalendarKind planCalendar(const PlanService& service) {
    yanxun::CalendarKind kind;
    kind.id = "drills.plan_calendar";
    kind.title = tr("演练计划");
    kind.page = "drills.plan";
    kind.entries = [](Reader& reader, const yanxun::Period& period, const std::function<void(const CalendarEntry&)>& put) {
        // The calendar knows no clock: what is late is said on the page and in 待办.
        for (const PlanDate& date : plans::datesBetween(reader, period))
            if (date.drillId == 0) put(entryOf(date, date.day));
    };
    kind.mayMove = [&service](Reader& reader, const std::string& argument, Date day) {
        const std::int64_t id = yanxun::argumentNumber(argument, "date");
        yanxun::MoveQuestion question;
        question.needsReason = service.mayMoveDate(reader, id, day);
        question.warnings = dayWarnings(service, reader, id, 0, day);
        return question;
    };
    kind.move = [&service](yanxun::Writer& writer, const std::string& argument, Date day, const std::string& reason) {
        service.moveDate(writer, yanxun::argumentNumber(argument, "date"), day, reason);
    };
    return kind;
}

std::vector<yanxun::TaskKind> planTasks() {
    yanxun::TaskKind plans{"drills.plans_unissued", tr("年度计划待下达"), "drills.plan", {}, {}};
    plans.count = [](Reader& reader, Date today) { return std::int64_t(unissued(reader, today).size()); };
    plans.first = [](Reader& reader, Date today, std::size_t limit) {
        std::vector<Task> tasks;
        for (const YearPlan& plan : unissued(reader, today)) {
            if (tasks.size() == limit) break;
            tasks.push_back({tr("下达年度计划：{}", plan.title), tr("{} · {}", ownerName(plan), word(plan.status)), Date{plan.year, 1, 31},
                             today > Date{plan.year, 1, 31} ? yanxun::Tone::bad : yanxun::Tone::warning, "plan=" + std::to_string(plan.id)});
        }
        return tasks;
    };
    yanxun::TaskKind dates{"drills.plan_dates", tr("计划场次待立项"), "drills.plan", {}, {}};
    dates.count = [](Reader& reader, Date today) { return plans::waitingCount(reader, addDays(today, soonDays)); };
    dates.first = [](Reader& reader, Date today, std::size_t limit) {
        std::vector<Task> tasks;
        for (const PlanDate& date : plans::waiting(reader, addDays(today, soonDays), std::int64_t(limit)))
            tasks.push_back({tr("立项：{}", date.what.name), date.what.unitName, date.day, toneOf(date, today), shown(date)});
        return tasks;
    };
    return {std::move(plans), std::move(dates)};
}

} // namespace drills
