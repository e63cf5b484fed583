#include "core/training_agenda.h"

#include "core/certificate_store.h"
#include "core/class_list_store.h"
#include "core/class_store.h"
#include "core/hours_store.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <cstdlib>

namespace training {
namespace {

using yanxun::CalendarEntry;
using yanxun::Date;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Task;
using yanxun::Tone;
using yanxun::tr;

std::string shown(std::int64_t id) { return "id=" + std::to_string(id); }

std::int64_t idIn(const std::string& argument) {
    return argument.starts_with("id=") ? std::atoll(argument.c_str() + 3) : 0;
}

std::string hostOf(const TrainingClass& one) {
    return one.place.empty() ? one.unitName : tr("{} · {}", one.unitName, one.place);
}

/// «复审» or «有效期», whichever clock ends first.
std::string clockOf(const Certificate& one) {
    return one.reviewDue && nextDue(one) == one.reviewDue && one.reviewDue != one.validUntil ? tr("复审")
                                                                                             : tr("有效期");
}

std::vector<Task> dueCertificates(Reader& reader, const Rules& rules, Date today, std::size_t limit) {
    std::vector<Task> tasks;
    const Date until = Date::fromDays(today.days() + rules.warnDays().front());
    certificates::due(reader, until, std::int64_t(limit), [&](const Certificate& one) {
        const Date due = *nextDue(one);
        const std::int64_t left = due.days() - today.days();
        Task task;
        task.title = tr("{}：{}", one.personName, rules.titleOf(one.type));
        task.detail = left < 0 ? tr("{}，{}已过 {} 天", one.unitName, clockOf(one), -left)
                               : tr("{}，{}还有 {} 天", one.unitName, clockOf(one), left);
        task.due = due;
        task.tone = left < 0 ? Tone::bad : left <= rules.warnDays().back() ? Tone::warning : Tone::neutral;
        task.argument = "certificate=" + std::to_string(one.id);
        tasks.push_back(std::move(task));
    });
    return tasks;
}

std::vector<Task> shortHours(Reader& reader, const HoursService& hours, Date today, std::size_t limit) {
    std::vector<Task> tasks;
    hours.eachShort(reader, today, [&](const Assessment& one) {
        if (tasks.size() >= limit) return;
        Task task;
        task.title =
            tr("{}：缺 {} 学时", one.trainee.personName, yanxun::cellText(one.gap, yanxun::CellKind::hundredths));
        task.detail = tr("{}，{}", one.trainee.unitName, one.demand.rule->title);
        task.due = one.demand.due;
        task.tone = one.demand.due < today ? Tone::bad : Tone::warning;
        task.argument = "trainee=" + std::to_string(one.trainee.id);
        tasks.push_back(std::move(task));
    });
    return tasks;
}

std::vector<Task> unclosed(Reader& reader, Date today, std::size_t limit) {
    std::vector<Task> tasks;
    for (const TrainingClass& one : lists::unclosed(reader, today, limit)) {
        Task task;
        task.title = tr("结班：{}", one.name);
        task.detail = tr("{}，第 {} 期，{}结束", one.unitName, one.number, one.endsOn.iso());
        task.due = one.endsOn;
        task.tone = Tone::warning;
        task.argument = shown(one.id);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace

std::vector<yanxun::CalendarKind> calendars(const Rules& rules, ClassService& service) {
    yanxun::CalendarKind classes;
    classes.id = "training.calendar";
    classes.title = tr("教育培训");
    classes.page = "training.page";
    classes.entries = [](Reader& reader, const Period& period, const std::function<void(const CalendarEntry&)>& put) {
        const auto times = lists::times(reader, period);
        for (const TrainingClass& one : lists::between(reader, period)) {
            CalendarEntry entry{one.startsOn, one.endsOn, one.name, hostOf(one), toneOf(one.status), shown(one.id)};
            if (const auto time = times.find(one.id); time != times.end()) entry.time = time->second;
            entry.uid = one.uid;
            entry.place = one.place;
            entry.cancelled = one.status == Status::cancelled;
            entry.movable = one.status == Status::planned;
            put(entry);
        }
    };
    classes.mayMove = [&service](Reader& reader, const std::string& argument, Date first) {
        return service.mayMove(reader, idIn(argument), first);
    };
    classes.move = [&service](yanxun::Writer& writer, const std::string& argument, Date first, const std::string&) {
        const std::int64_t id = idIn(argument);
        service.move(writer, id, store::get(writer, id).revision, first);
    };
    yanxun::CalendarKind ends;
    ends.id = "training.certificates";
    ends.title = tr("证书到期");
    ends.page = "training.people";
    ends.entries = [&rules](Reader& reader, const Period& period,
                            const std::function<void(const CalendarEntry&)>& put) {
        certificates::due(reader, period.last, 0, [&](const Certificate& one) {
            const Date due = *nextDue(one);
            if (due < period.first) return;
            CalendarEntry entry{due, due, tr("{} {}到期", one.personName, clockOf(one)),
                                tr("{} · {}", one.unitName, rules.titleOf(one.type)), Tone::warning,
                                "certificate=" + std::to_string(one.id)};
            entry.uid = one.uid;
            put(entry);
        });
    };
    return {std::move(classes), std::move(ends)};
}

std::vector<yanxun::TaskKind> tasks(const HoursService& hours) {
    const Rules& rules = hours.rules();
    yanxun::TaskKind certificate{"training.certificates_due", tr("证书即将到期"), "training.people", {}, {}};
    certificate.count = [&rules](Reader& reader, Date today) {
        return certificates::dueCount(reader, Date::fromDays(today.days() + rules.warnDays().front()));
    };
    certificate.first = [&rules](Reader& reader, Date today, std::size_t limit) {
        return dueCertificates(reader, rules, today, limit);
    };
    yanxun::TaskKind shortOf{"training.hours_short", tr("学时不足"), "training.people", {}, {}};
    shortOf.count = [&hours](Reader& reader, Date today) {
        std::int64_t count = 0;
        hours.eachShort(reader, today, [&](const Assessment&) { ++count; });
        return count;
    };
    shortOf.first = [&hours](Reader& reader, Date today, std::size_t limit) {
        return shortHours(reader, hours, today, limit);
    };
    yanxun::TaskKind open{"training.unclosed", tr("培训班待结班"), "training.page", {}, {}};
    open.count = [](Reader& reader, Date today) { return lists::unclosedCount(reader, today); };
    open.first = unclosed;
    return {std::move(certificate), std::move(shortOf), std::move(open)};
}

} // namespace training
