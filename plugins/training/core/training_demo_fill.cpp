#include "core/training_demo.h"

#include "core/certificate_store.h"
#include "core/class_store.h"
#include "core/hours_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::tr;
using yanxun::Writer;

constexpr std::size_t rostersAtMost = 40;

/// The same uid for the same record of the same request.
UidOf uidsOf(const std::string& what) {
    return [what](std::size_t number) {
        std::string uid = yanxun::text::sha256("training.demo/" + what + std::to_string(number)).substr(0, 32);
        uid[12] = '7';
        uid[16] = '8';
        for (const std::size_t at : {20, 16, 12, 8})
            uid.insert(at, "-");
        return uid;
    };
}

std::vector<TrainingClass> fillClasses(Writer& writer, const DemoParts& parts,
                                       const std::vector<directory::UnitRef>& units,
                                       const yanxun::DemoRequest& request, yanxun::Progress& progress) {
    std::vector<TrainingClass> classes = demoClasses(units, request);
    const auto total = std::int64_t(classes.size());
    progress.step(0, total, tr("生成培训班"));
    const UidOf uid = uidsOf("class");
    std::int64_t id = store::reserveIds(writer, total);
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i].id = id++;
        classes[i].uid = uid(i);
    }
    std::size_t next = 0;
    store::addMany(writer, [&] { return next < classes.size() ? &classes[next++] : nullptr; });
    next = 0;
    parts.records.addMany(writer, classKind, [&](std::int64_t& subject, participation::Entry& entry) {
        if (next == classes.size()) return false;
        const TrainingClass& one = classes[next++];
        subject = one.id;
        entry.unitId = one.unitId;
        entry.unitName = one.unitName;
        entry.audience = classAudience;
        entry.counted = one.attended;
        return true;
    });
    next = 0;
    store::indexMany(writer, [&]() -> const TrainingClass* {
        if (next == classes.size()) return nullptr;
        if (next % 1000 == 0) {
            progress.check();
            progress.step(std::int64_t(next), total, tr("建立检索"));
        }
        return &classes[next++];
    });
    return classes;
}

void fillPeople(Writer& writer, const DemoParts& parts, std::vector<DemoPerson>& people) {
    for (DemoPerson& person : people) {
        const auto made =
            parts.people.create(writer, {person.name, person.duty.unitId, person.duty.role, "training.demo"});
        person.duty.personId = made.id;
        for (Credit& credit : person.credits)
            credit.personId = made.id;
        if (person.certificate) person.certificate->personId = made.id;
    }
    std::size_t next = 0;
    trainees::addMany(
        writer, [&]() -> const Trainee* { return next < people.size() ? &people[next++].duty : nullptr; },
        Source::demo, uidsOf("trainee"));
    std::vector<const Credit*> credited;
    std::vector<Certificate*> papers;
    for (DemoPerson& person : people) {
        for (const Credit& credit : person.credits)
            credited.push_back(&credit);
        if (person.certificate) papers.push_back(&*person.certificate);
    }
    next = 0;
    credits::addMany(
        writer, [&]() -> const Credit* { return next < credited.size() ? credited[next++] : nullptr; }, Source::demo,
        uidsOf("credit"));
    std::int64_t id = papers.empty() ? 0 : certificates::reserveIds(writer, std::int64_t(papers.size()));
    for (Certificate* const paper : papers)
        paper->id = id++;
    next = 0;
    const auto each = [&]() -> const Certificate* { return next < papers.size() ? papers[next++] : nullptr; };
    certificates::addMany(writer, each, Source::demo, uidsOf("certificate"));
    next = 0;
    certificates::indexMany(writer, each);
}

/// Some classes of the enterprises get their people on the roster, with sessions and attendance.
void fillRosters(Writer& writer, const DemoParts& parts, const std::vector<TrainingClass>& classes,
                 const std::vector<DemoPerson>& people) {
    std::size_t filled = 0;
    for (const TrainingClass& one : classes) {
        if (filled == rostersAtMost) return;
        std::vector<const DemoPerson*> own;
        for (const DemoPerson& person : people) {
            if (person.duty.unitId == one.unitId) own.push_back(&person);
        }
        if (own.empty()) continue;
        ++filled;
        Session session;
        session.classId = one.id;
        session.heldOn = one.startsOn;
        session.startsMinute = 9 * 60;
        session.plannedMinutes = std::min<std::int64_t>(*one.minutes, 360);
        session.endsMinute = *session.startsMinute + session.plannedMinutes;
        session.topic = one.name;
        session.teacher = one.teacher;
        session.place = one.place;
        const std::int64_t held = parts.classes.addSession(writer, session);
        for (const DemoPerson* const person : own) {
            const std::int64_t learner =
                parts.roster.enrol(writer, one.id, {person->name, person->duty.unitName, person->duty.role, false});
            const bool late = learner % 5 == 2;
            Attendance attendance{0, 0, held, learner, late ? Presence::late : Presence::present, {}, {}, 0, "纸签"};
            if (late) attendance.inMinute = *session.startsMinute + 20;
            parts.roster.attend(writer, attendance);
        }
    }
}

void fill(Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress, const DemoParts& parts) {
    std::vector<directory::UnitRef> units;
    parts.units.each(writer, [&](const directory::UnitRef& unit) { units.push_back(unit); });
    const auto classes = fillClasses(writer, parts, units, request, progress);
    std::vector<DemoPerson> people = demoPeople(units, request, parts.rules);
    fillPeople(writer, parts, people);
    progress.check();
    fillRosters(writer, parts, classes, people);
    progress.step(std::int64_t(classes.size()), std::int64_t(classes.size()), tr("培训"));
}

} // namespace

yanxun::DemoKind demoTraining(const DemoParts& parts) {
    yanxun::DemoKind kind;
    kind.id = "training.demo";
    kind.order = 30;
    kind.fill = [parts](Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress) {
        fill(writer, request, progress, parts);
    };
    return kind;
}

} // namespace training
