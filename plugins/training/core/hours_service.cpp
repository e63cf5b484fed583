#include "core/hours_service.h"

#include "core/class_store.h"
#include "core/hours_store.h"
#include "core/learner_store.h"
#include "core/vocabulary.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace training {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;
using yanxun::text::key;

/// Learners whose newest attempt of some kind was not passed.
std::map<std::int64_t, bool> failedOf(yanxun::Reader& reader, std::int64_t classId) {
    std::map<std::pair<std::int64_t, std::string>, bool> newest;
    for (const ExamResult& result : learners::resultsOf(reader, classId))
        newest[{result.learnerId, result.kind}] = result.passed;
    std::map<std::int64_t, bool> failed;
    for (const auto& [sitting, passed] : newest)
        failed[sitting.first] = failed[sitting.first] || !passed;
    return failed;
}

Credit creditOf(const TrainingClass& one, const Learner& learner, std::int64_t minutes) {
    Credit credit;
    credit.personId = learner.personId;
    credit.personName = learner.name;
    credit.unitName = learner.unitName;
    credit.creditedOn = one.endsOn;
    credit.minutes = minutes;
    credit.minutesPerHour = one.minutesPerHour;
    credit.kind = one.kind;
    credit.classId = one.id;
    credit.reason = tr("第 {} 期 {}", one.number, one.name);
    return credit;
}

bool isSame(const Credit& a, const Credit& b) {
    return a.minutes == b.minutes && a.minutesPerHour == b.minutesPerHour && a.kind == b.kind &&
           a.creditedOn == b.creditedOn;
}

} // namespace

Credited HoursService::creditClass(Writer& writer, std::int64_t classId) {
    const TrainingClass one = store::get(writer, classId);
    if (!isCounted(one.status)) throw Error(tr("培训班“{}”还没有完成，完成后才能记学时。", one.number));
    const bool byAttendance = learners::anyAttendance(writer, classId);
    if (!byAttendance && !one.minutes)
        throw Error(tr("培训班“{}”没有考勤也没有填写学时，无法记账；请先填写其一。", one.number));
    const auto failed = failedOf(writer, classId);
    std::map<std::int64_t, Credit> standing;
    for (const Credit& credit : credits::standingOfClass(writer, classId))
        standing.emplace(credit.personId, credit);
    Credited done;
    for (const Learner& learner : learners::of(writer, classId)) {
        if (learner.personId == 0) {
            ++done.nameless;
            continue;
        }
        std::int64_t minutes = byAttendance ? learner.creditedMinutes : *one.minutes;
        if (const auto result = failed.find(learner.id); result != failed.end() && result->second) minutes = 0;
        const Credit wanted = creditOf(one, learner, minutes);
        const auto known = standing.find(learner.personId);
        const bool stands = known != standing.end();
        if (stands && isSame(known->second, wanted)) {
            ++done.kept;
            continue;
        }
        if (stands) reverse(writer, known->second.id, tr("重新核定学时"));
        if (minutes == 0) {
            ++done.withoutMinutes;
            continue;
        }
        credits::add(writer, wanted, Source::entered);
        ++done.added;
    }
    return done;
}

std::int64_t HoursService::credit(Writer& writer, Credit credit) {
    const auto person = people_.get(writer, credit.personId);
    if (!person) throw Error(tr("请先在“人员”中登记此人，再记学时。"));
    if (!credit.creditedOn.valid()) throw Error(tr("请填写培训日期，例如 2021-05-12。"));
    if (credit.creditedOn > yanxun::localDay(writer.at())) throw Error(tr("培训日期不能晚于今天。"));
    if (credit.minutes <= 0) throw Error(tr("请填写大于 0 的学时。"));
    if (credit.minutesPerHour < 10 || credit.minutesPerHour > 120)
        throw Error(tr("每学时的分钟数应在 10 到 120 之间，一般为 45。"));
    credit.reason = key(credit.reason);
    if (credit.reason.empty()) throw Error(tr("请写明是什么培训，例如“市局举办的复审培训”。"));
    credit.personName = person->name;
    credit.unitName = person->unitName;
    credit.kind = words_.kind(credit.kind);
    credit.classId = 0;
    credit.reverses = 0;
    return credits::add(writer, credit, Source::entered);
}

std::int64_t HoursService::reverse(Writer& writer, std::int64_t id, const std::string& reason) {
    Credit credit = credits::get(writer, id);
    if (credit.reverses != 0) throw Error(tr("这一条本身就是冲回记录，不能再冲回；需要时请重新记一条。"));
    if (credit.reversedBy != 0) throw Error(tr("这一条已经冲回。"));
    if (key(reason).empty()) throw Error(tr("请写明冲回的原因。"));
    credit.reverses = id;
    credit.minutes = -credit.minutes;
    credit.reason = key(reason);
    return credits::add(writer, credit, Source::entered);
}

std::int64_t HoursService::reverseClass(Writer& writer, std::int64_t classId, const std::string& reason) {
    const auto standing = credits::standingOfClass(writer, classId);
    for (const Credit& credit : standing)
        reverse(writer, credit.id, reason);
    return std::int64_t(standing.size());
}

std::int64_t HoursService::addTrainee(Writer& writer, const TraineeDraft& draft) {
    Trainee trainee;
    fill(writer, trainee, draft);
    if (trainees::find(writer, trainee.personId, trainee.unitId, trainee.role)) {
        throw Conflict(
            tr("“{}”在“{}”已登记为{}，没有重复保存。", trainee.personName, trainee.unitName, trainee.role));
    }
    return trainees::add(writer, trainee, Source::entered);
}

std::int64_t HoursService::editTrainee(Writer& writer, std::int64_t id, std::int64_t revision,
                                       const TraineeDraft& draft) {
    Trainee trainee = trainees::get(writer, id);
    trainee.revision = revision;
    fill(writer, trainee, draft);
    return trainees::update(writer, trainee);
}

void HoursService::removeTrainee(Writer& writer, std::int64_t id, std::int64_t revision) {
    trainees::get(writer, id);
    trainees::remove(writer, id, revision);
}

std::vector<Assessment> HoursService::assess(yanxun::Reader& reader, const Trainee& trainee, yanxun::Date day) const {
    std::vector<Assessment> all;
    for (Demand& demand : demandsOf(rules_.hours(), trainee, day)) {
        const yanxun::Period window{demand.window.first, std::min(demand.window.last, day)};
        Assessment one{trainee, std::move(demand), 0, 0, credits::lastDay(reader, trainee.personId, day)};
        one.have = countedHours(*one.demand.rule, credits::sums(reader, trainee.personId, window));
        one.gap = std::max<std::int64_t>(0, one.demand.rule->hours - one.have);
        all.push_back(std::move(one));
    }
    return all;
}

void HoursService::eachShort(yanxun::Reader& reader, yanxun::Date day,
                             const std::function<void(const Assessment&)>& use) const {
    trainees::each(reader, [&](const Trainee& trainee) {
        for (const Assessment& one : assess(reader, trainee, day)) {
            if (one.gap > 0) use(one);
        }
    });
}

void HoursService::moveToUnit(Writer& writer, const std::vector<std::int64_t>& moved, std::int64_t unit) {
    for (const std::int64_t id : moved) {
        Trainee trainee = trainees::get(writer, std::span(&id, 1)).front();
        if (trainee.id == 0) continue; // gone since the merge
        trainee.unitId = unit;
        trainees::update(writer, trainee);
    }
}

void HoursService::fill(Writer& writer, Trainee& trainee, const TraineeDraft& draft) {
    const std::string name = key(draft.name), unitName = key(draft.unitName);
    if (name.empty()) throw Error(tr("请填写姓名。"));
    if (unitName.empty()) throw Error(tr("请填写单位。"));
    trainee.role = words_.role(draft.role);
    if (trainee.role.empty()) throw Error(tr("请选择人员类别。"));
    if (draft.since && draft.until && *draft.until < *draft.since) throw Error(tr("离岗日期不能早于上岗日期。"));
    trainee.industry = key(draft.industry);
    if (!trainee.industry.empty() && trainee.industry != "高危")
        throw Error(tr("行业请填“高危”或留空（一般行业）。"));
    const auto unit = units_.find(writer, unitName);
    if (!unit) throw Error(tr("单位名录中没有“{}”，请先登记该单位或改正名称。", unitName));
    const std::int64_t alike = people_.count(writer, name, unit->id);
    if (alike > 1) throw Error(tr("“{}”有不止一个“{}”，请先在人员名录中区分。", unit->name, name));
    if (alike == 0 && !draft.registerPerson)
        throw Error(tr("“{}”没有登记过“{}”，请先登记此人或改正姓名。", unit->name, name));
    trainee.personId = alike == 1 ? people_.find(writer, name, unit->id)->id
                                  : people_.create(writer, {name, unit->id, trainee.role, "training.trainees"}).id;
    trainee.personName = name;
    trainee.unitId = unit->id;
    trainee.unitName = unit->name;
    trainee.regionCode = unit->regionCode;
    trainee.since = draft.since;
    trainee.until = draft.until;
}

} // namespace training
