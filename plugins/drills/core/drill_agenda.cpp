#include "core/drill_agenda.h"

#include "core/drill_list_store.h"
#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/plan/plan_agenda.h"
#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_item_store.h"

#include <yanxun/text.h>

#include <map>

namespace drills {
namespace {

using yanxun::CalendarEntry;
using yanxun::Reader;
using yanxun::Task;
using yanxun::tr;

std::string shown(std::int64_t id) { return "id=" + std::to_string(id); }

std::string placeOf(const Drill& drill) {
    return drill.regionName.empty() ? drill.unitName : tr("{} · {}", drill.unitName, drill.regionName);
}

std::int64_t drillIn(const std::string& argument) { return parseArgument(argument).id; }

CalendarEntry entryOf(const Drill& drill) {
    CalendarEntry entry;
    entry.first = entry.last = drill.heldOn;
    entry.title = drill.name;
    entry.detail = placeOf(drill);
    entry.tone = toneOf(drill);
    entry.argument = shown(drill.id);
    entry.uid = drill.uid;
    entry.place = placeOf(drill);
    entry.cancelled = drill.status == Status::cancelled || drill.status == Status::aborted;
    entry.movable = drill.status <= Status::ready || drill.status == Status::postponed;
    return entry;
}

std::vector<Task> openFindings(Reader& reader, yanxun::Date today, std::size_t limit) {
    std::vector<Task> tasks;
    for (const auto& finding : findings::open(reader, limit)) {
        Task task;
        task.title = tr("整改：{}", finding.description);
        task.detail = tr("{}，{}", finding.drillName, finding.heldOn.iso());
        task.due = finding.due;
        task.tone = finding.due && *finding.due < today ? yanxun::Tone::bad : yanxun::Tone::warning;
        task.argument = shown(finding.drillId);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<Task> unscoredDrills(Reader& reader, std::size_t limit) {
    std::vector<Task> tasks;
    for (const Drill& drill : lists::unscored(reader, limit)) {
        Task task;
        task.title = tr("评分：{}", drill.name);
        task.detail = tr("{}，{}", placeOf(drill), drill.heldOn.iso());
        task.argument = shown(drill.id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace

yanxun::CalendarKind drillCalendar(const PlanService& plans) {
    yanxun::CalendarKind kind;
    kind.id = "drills.calendar";
    kind.title = tr("应急演练");
    kind.page = "drills.page";
    kind.entries = [](Reader& reader, const yanxun::Period& period, const std::function<void(const CalendarEntry&)>& put) {
        std::map<std::int64_t, Engagement> engaged;
        for (Engagement& one : engagements(reader, period)) engaged.emplace(one.drillId, std::move(one));
        for (const Drill& drill : lists::between(reader, period)) {
            CalendarEntry entry = entryOf(drill);
            if (const auto found = engaged.find(drill.id); found != engaged.end()) {
                entry.time = found->second.time;
                if (!found->second.venue.empty()) entry.place = found->second.venue;
            }
            put(entry);
        }
    };
    kind.mayMove = [&plans](Reader& reader, const std::string& argument, yanxun::Date day) {
        const std::int64_t id = drillIn(argument);
        yanxun::MoveQuestion question;
        question.needsReason = plans.mayMoveDrill(reader, id, day);
        const auto date = plans::dateOfDrill(reader, id);
        question.warnings = dayWarnings(plans, reader, date ? date->id : 0, id, day);
        return question;
    };
    kind.move = [&plans](yanxun::Writer& writer, const std::string& argument, yanxun::Date day, const std::string& reason) {
        plans.moveDrill(writer, drillIn(argument), day, reason);
    };
    return kind;
}

std::vector<yanxun::TaskKind> drillTasks() {
    yanxun::TaskKind rectify{"drills.open_findings", tr("演练问题待整改"), "drills.page", {}, {}};
    rectify.count = [](Reader& reader, yanxun::Date) { return findings::openCount(reader); };
    rectify.first = openFindings;
    yanxun::TaskKind score{"drills.unscored", tr("演练待评分"), "drills.page", {}, {}};
    score.count = [](Reader& reader, yanxun::Date) { return lists::unscoredCount(reader); };
    score.first = [](Reader& reader, yanxun::Date, std::size_t limit) { return unscoredDrills(reader, limit); };
    return {std::move(rectify), std::move(score)};
}

} // namespace drills
