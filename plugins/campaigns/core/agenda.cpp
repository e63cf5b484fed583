#include "core/agenda.h"

#include "core/activity_filter.h"
#include "core/activity_list_store.h"
#include "core/activity_store.h"
#include "core/report_parts.h"
#include "core/target_store.h"
#include "core/term_store.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

#include <algorithm>
#include <cstdlib>

namespace campaigns {
namespace {

using yanxun::CalendarEntry;
using yanxun::Date;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Task;
using yanxun::Tone;
using yanxun::tr;
using Put = std::function<void(const CalendarEntry&)>;

std::string placeOf(const Activity& activity) {
    return activity.regionName.empty() ? activity.unitName : tr("{} · {}", activity.unitName, activity.regionName);
}

/// The id in the argument an entry carries; 0 when there is none.
std::int64_t activityIn(const std::string& argument) {
    return argument.starts_with("id=") ? std::atoll(argument.c_str() + 3) : 0;
}

void putActivities(Reader& reader, const Period& period, const Put& put) {
    for (const Activity& activity : store::get(reader, store::between(reader, period.first.ymd(), period.last.ymd()))) {
        CalendarEntry entry{activity.heldOn, activity.heldOn, activity.name, placeOf(activity), toneOf(activity.status),
                            "id=" + std::to_string(activity.id)};
        entry.uid = activity.uid;
        entry.place = activity.place;
        entry.cancelled = activity.status == ActivityStatus::cancelled;
        entry.movable = activity.status == ActivityStatus::planned;
        put(entry);
    }
}

void putKeyDates(Reader& reader, const Period& period, const KeyDates& dates, const Put& put) {
    for (int year = period.first.year; year <= period.last.year; ++year) {
        for (const KeyDate& date : dates.of(reader, year)) {
            if (!date.on || date.last < period.first || date.first > period.last) continue;
            const std::string detail = date.confirmed ? date.theme : tr("起止日期待核对");
            CalendarEntry entry{date.first, date.last, date.title, detail, date.confirmed ? Tone::accent : Tone::warning,
                                "year=" + std::to_string(year) + "&rule=" + date.rule};
            entry.uid = std::to_string(year) + '-' + date.rule; // a rule has one a year
            put(entry);
        }
    }
}

/// Townships with units not reached this year, those with the most left first.
struct Left {
    std::string region, category;
    std::int64_t units = 0, expected = 0;
};

std::vector<Left> notReached(Reader& reader, Date today, const Coverage& coverage) {
    const CoverageTable table = coverage.table(reader, Period::year(today.year));
    std::vector<Left> all;
    for (std::size_t region = 0; region < table.regions.size(); ++region) {
        for (std::size_t column = 0; column < table.categories.size(); ++column) {
            const CoverageTable::Cell& cell = table.at(region, column);
            if (cell.reached == cell.expected) continue;
            all.push_back({table.regions[region].name, table.categories[column].name, cell.expected - cell.reached, cell.expected});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Left& a, const Left& b) { return a.units > b.units; });
    return all;
}

std::vector<Task> notReachedTasks(Reader& reader, Date today, std::size_t limit, const Coverage& coverage) {
    std::vector<Task> tasks;
    for (const Left& left : notReached(reader, today, coverage)) {
        if (tasks.size() == limit) break;
        Task task;
        task.title = tr("{} {}：{} 个单位未覆盖", shownRegion(left.region), left.category, left.units);
        task.detail = tr("{} 年应覆盖 {} 个", today.year, left.expected);
        task.tone = Tone::warning;
        task.due = Date{today.year, 12, 31};
        task.argument = "year=" + std::to_string(today.year);
        yanxun::addPart(task.argument, "cell", (left.region.empty() ? "-" : left.region) + '|' + left.category);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<std::pair<Target, Progress>> behind(Reader& reader, Date today, const Coverage& coverage) {
    std::vector<std::pair<Target, Progress>> all;
    for (const Target& target : target_store::list(reader, today.year)) {
        const Progress progress = progressOf(reader, coverage, target, today);
        if (isBehind(target, progress, today)) all.emplace_back(target, progress);
    }
    const auto due = [](const Target& target) { return target.due.value_or(Date{target.year, 12, 31}); };
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return due(a.first) < due(b.first); });
    return all;
}

std::vector<Task> targetTasks(Reader& reader, Date today, std::size_t limit, const Coverage& coverage) {
    std::vector<Task> tasks;
    for (const auto& [target, progress] : behind(reader, today, coverage)) {
        if (tasks.size() == limit) break;
        Task task;
        task.title = tr("目标滞后：{}", target.words);
        task.detail = tr("已完成 {}，目标 {}", progress.done, progress.wanted);
        task.due = target.due.value_or(Date{target.year, 12, 31});
        task.tone = *task.due < today ? Tone::bad : Tone::warning;
        task.argument = "year=" + std::to_string(target.year) + "&id=" + std::to_string(target.id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<Task> overdueTasks(Reader& reader, Date today, std::size_t limit) {
    std::vector<Task> tasks;
    for (const std::int64_t id : lists::overdue(reader, today, limit)) {
        const Activity activity = store::get(reader, id);
        Task task;
        task.title = tr("计划活动待确认：{}", activity.name);
        task.detail = placeOf(activity);
        task.due = activity.heldOn;
        task.tone = Tone::warning;
        task.argument = "id=" + std::to_string(id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace

std::vector<yanxun::CalendarKind> calendars(const KeyDates& dates, ActivityService& service) {
    yanxun::CalendarKind activities{"campaigns.calendar", tr("宣传活动"), "campaigns.activities", putActivities, {}, {}};
    activities.mayMove = [&service](Reader& reader, const std::string& argument, Date first) {
        return service.mayMove(reader, activityIn(argument), first);
    };
    activities.move = [&service](yanxun::Writer& writer, const std::string& argument, Date first, const std::string&) {
        const std::int64_t id = activityIn(argument);
        service.move(writer, id, store::get(writer, id).revision, first);
    };
    yanxun::CalendarKind keys{"campaigns.key_dates", tr("重要节点"), "campaigns.plans",
                              [&dates](Reader& reader, const Period& period, const Put& put) {
                                  putKeyDates(reader, period, dates, put);
                              }, {}, {}};
    return {std::move(activities), std::move(keys)};
}

std::vector<yanxun::TaskKind> tasks(const Coverage& coverage) {
    yanxun::TaskKind units{"campaigns.not_reached", tr("五进未覆盖"), "campaigns.not_reached", {}, {}};
    units.count = [&coverage](Reader& reader, Date today) { return std::int64_t(notReached(reader, today, coverage).size()); };
    units.first = [&coverage](Reader& reader, Date today, std::size_t limit) {
        return notReachedTasks(reader, today, limit, coverage);
    };
    yanxun::TaskKind targets{"campaigns.targets_behind", tr("宣传目标滞后"), "campaigns.targets", {}, {}};
    targets.count = [&coverage](Reader& reader, Date today) { return std::int64_t(behind(reader, today, coverage).size()); };
    targets.first = [&coverage](Reader& reader, Date today, std::size_t limit) {
        return targetTasks(reader, today, limit, coverage);
    };
    yanxun::TaskKind plans{"campaigns.overdue", tr("计划活动待确认"), "campaigns.activities", {}, {}};
    plans.count = lists::overdueCount;
    plans.first = overdueTasks;
    return {std::move(units), std::move(targets), std::move(plans)};
}

} // namespace campaigns
