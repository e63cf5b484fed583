#include "core/roster_service.h"

#include "core/class_store.h"
#include "core/hours_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <set>

namespace training {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;
using yanxun::text::key;

bool isSame(const Learner& a, const Learner& b) {
    if (a.personId != 0 || b.personId != 0) return a.personId == b.personId;
    return key(a.name) == key(b.name) && a.unitId == b.unitId && a.unitName == b.unitName;
}

/// Names of participation and learners are the same when the person is, or, of names only, the name.
bool isOn(const participation::Named& name, const Learner& learner) {
    if (name.personId != 0 && learner.personId != 0) return name.personId == learner.personId;
    return key(name.name) == key(learner.name);
}

} // namespace

std::int64_t RosterService::enrol(Writer& writer, std::int64_t classId, const LearnerDraft& draft) {
    const TrainingClass one = store::get(writer, classId);
    requireOpen(one);
    adopt(writer, classId);
    Learner learner;
    learner.classId = classId;
    fill(writer, one, learner, draft);
    for (const Learner& known : learners::of(writer, classId)) {
        if (isSame(known, learner)) {
            throw Conflict(
                tr("“{}”（{}）已在名册上；确是同名的两人，请在姓名后加注区分。", learner.name, learner.unitName));
        }
    }
    const std::int64_t id = learners::add(writer, learner);
    writeList(writer, one);
    return id;
}

void RosterService::edit(Writer& writer, std::int64_t id, std::int64_t revision, const LearnerDraft& draft) {
    Learner learner = learners::get(writer, id);
    const TrainingClass one = store::get(writer, learner.classId);
    requireOpen(one);
    learner.revision = revision;
    const std::int64_t formerPerson = learner.personId;
    learner.personId = 0;
    fill(writer, one, learner, draft);
    if (formerPerson != 0 && formerPerson != learner.personId) {
        for (const Credit& credit : credits::standingOfClass(writer, one.id)) {
            if (credit.personId == formerPerson)
                throw Error(tr("“{}”已按本期记入学时账，请先冲回再改为他人。", credit.personName));
        }
    }
    for (const Learner& known : learners::of(writer, learner.classId)) {
        if (known.id != id && isSame(known, learner)) {
            throw Conflict(tr("“{}”（{}）已在名册上，请删去重复的一行。", learner.name, learner.unitName));
        }
    }
    learners::update(writer, learner);
    writeList(writer, one);
}

void RosterService::withdraw(Writer& writer, std::int64_t id, std::int64_t revision) {
    Learner learner = learners::get(writer, id);
    const TrainingClass one = store::get(writer, learner.classId);
    requireOpen(one);
    for (const Credit& credit : credits::standingOfClass(writer, one.id)) {
        if (credit.personId == learner.personId)
            throw Error(tr("“{}”已按本期记入学时账，请先冲回再移出名册。", learner.name));
    }
    learner.revision = revision;
    const bool hadResults = learners::passedCount(writer, one.id).has_value();
    learners::remove(writer, learner);
    writeList(writer, one);
    if (hadResults) classes_.keepPassed(writer, one.id, learners::passedCount(writer, one.id).value_or(0));
}

std::int64_t RosterService::adopt(Writer& writer, std::int64_t classId) {
    const TrainingClass one = store::get(writer, classId);
    const std::int64_t list = listOf(writer, one, false);
    if (list == 0) return 0;
    const auto known = learners::of(writer, classId);
    std::int64_t adopted = 0;
    std::set<std::string> seen;
    for (const auto& name : records_.names(writer, list)) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&](const Learner& learner) { return isOn(name, learner); });
        if (isKnown || !seen.insert(key(name.name) + '#' + std::to_string(name.personId)).second) continue;
        Learner learner;
        learner.classId = classId;
        learner.name = key(name.name);
        learner.personId = name.personId;
        learner.unitId = one.unitId;
        learner.unitName = one.unitName;
        learners::add(writer, learner);
        ++adopted;
    }
    return adopted;
}

Learner RosterService::known(Writer& writer, const Learner& line) {
    if (line.id != 0) return learners::get(writer, line.id);
    adopt(writer, line.classId);
    for (Learner& learner : learners::of(writer, line.classId)) {
        if (isOn({line.name, line.personId, {}}, learner)) return std::move(learner);
    }
    throw yanxun::NotFound(tr("“{}”已不在名册上，请刷新后再试。", line.name));
}

void RosterService::attend(Writer& writer, Attendance attendance, std::optional<std::int64_t> credited) {
    const Session session = store::session(writer, attendance.sessionId);
    const Learner learner = learners::get(writer, attendance.learnerId);
    if (learner.classId != session.classId) throw Error(tr("“{}”不在这一期的名册上。", learner.name));
    requireOpen(store::get(writer, session.classId));
    if (attendance.inMinute && attendance.outMinute && *attendance.outMinute < *attendance.inMinute) {
        throw Error(tr("签退时间不能早于签到时间。"));
    }
    attendance.creditedMinutes =
        credited.value_or(creditFor(attendance.presence, session.plannedMinutes, session.startsMinute,
                                    session.endsMinute, attendance.inMinute, attendance.outMinute));
    if (attendance.creditedMinutes < 0) throw Error(tr("计入的分钟数不能小于 0。"));
    if (attendance.creditedMinutes > session.plannedMinutes) {
        throw Error(tr("计入 {} 分钟，超过了本课次的 {} 分钟。", attendance.creditedMinutes, session.plannedMinutes));
    }
    attendance.method = key(attendance.method);
    learners::putAttendance(writer, attendance);
}

std::int64_t RosterService::attendAll(Writer& writer, std::int64_t sessionId, Presence presence,
                                      const std::string& method) {
    const Session session = store::session(writer, sessionId);
    adopt(writer, session.classId);
    std::set<std::int64_t> done;
    for (const Attendance& attendance : learners::attendanceOf(writer, sessionId))
        done.insert(attendance.learnerId);
    std::int64_t added = 0;
    for (const Learner& learner : learners::of(writer, session.classId)) {
        if (done.contains(learner.id)) continue;
        attend(writer, {0, 0, sessionId, learner.id, presence, {}, {}, 0, method});
        ++added;
    }
    return added;
}

std::int64_t RosterService::addResult(Writer& writer, ExamResult result) {
    const Learner learner = learners::get(writer, result.learnerId);
    const TrainingClass one = store::get(writer, learner.classId);
    requireOpen(one);
    result.kind = key(result.kind);
    if (result.kind.empty()) throw Error(tr("请填写考核种类，例如 理论。"));
    if (result.score && (*result.score < 0 || *result.score > 10000)) throw Error(tr("成绩应在 0 到 100 之间。"));
    if (!result.takenOn.valid()) result.takenOn = one.endsOn;
    const std::int64_t id = learners::addResult(writer, result);
    classes_.keepPassed(writer, one.id, learners::passedCount(writer, one.id).value_or(0));
    return id;
}

std::vector<Learner> RosterService::roster(yanxun::Reader& reader, std::int64_t classId) const {
    std::vector<Learner> all = learners::of(reader, classId);
    // Names put on the list elsewhere are shown too; they become learners with the next change.
    const std::size_t known = all.size();
    for (const auto& entry : records_.of(reader, {classKind, classId})) {
        if (entry.audience != classAudience) continue;
        for (const auto& name : records_.names(reader, entry.id)) {
            const auto end = all.begin() + std::ptrdiff_t(known);
            if (std::any_of(all.begin(), end, [&](const Learner& learner) { return isOn(name, learner); })) continue;
            Learner learner;
            learner.classId = classId;
            learner.name = name.name;
            learner.personId = name.personId;
            learner.unitName = entry.unitName;
            all.push_back(std::move(learner));
        }
    }
    return all;
}

void RosterService::moveToUnit(Writer& writer, const std::vector<std::int64_t>& moved, std::int64_t unit) {
    for (const std::int64_t id : moved) {
        auto learner = learners::find(writer, id);
        if (!learner) continue; // gone since the merge
        learner->unitId = unit;
        learners::update(writer, *learner);
    }
}

void RosterService::fill(Writer& writer, const TrainingClass& one, Learner& learner, const LearnerDraft& draft) {
    learner.name = key(draft.name);
    if (learner.name.empty()) throw Error(tr("请填写姓名。"));
    if (yanxun::text::length(learner.name) > 50) throw Error(tr("姓名超过 50 个字，请检查是否粘贴有误。"));
    const std::string unitName = key(draft.unitName);
    if (unitName.empty()) {
        learner.unitId = one.unitId;
        learner.unitName = one.unitName;
    } else if (const auto unit = units_.find(writer, unitName)) {
        learner.unitId = unit->id;
        learner.unitName = unit->name;
    } else {
        learner.unitId = 0;
        learner.unitName = unitName;
    }
    learner.category = words_.role(draft.category);
    if (learner.unitId == 0) return;
    const std::int64_t alike = people_.count(writer, learner.name, learner.unitId);
    if (alike == 1) {
        learner.personId = people_.find(writer, learner.name, learner.unitId)->id;
    } else if (alike == 0 && draft.registerPerson) {
        learner.personId = people_.create(writer, {learner.name, learner.unitId, {}, "training.roster"}).id;
    }
}

std::int64_t RosterService::listOf(Writer& writer, const TrainingClass& one, bool make) {
    const participation::Subject subject{classKind, one.id};
    for (const auto& entry : records_.of(writer, subject)) {
        if (entry.unitId == one.unitId && entry.audience == classAudience) return entry.id;
    }
    if (!make) return 0;
    participation::Entry entry;
    entry.unitId = one.unitId;
    entry.unitName = one.unitName;
    entry.audience = classAudience;
    return records_.put(writer, subject, entry);
}

void RosterService::writeList(Writer& writer, const TrainingClass& one) {
    std::vector<participation::Named> names;
    for (const Learner& learner : learners::of(writer, one.id))
        names.push_back({learner.name, learner.personId, tr("参加")});
    const std::int64_t list = listOf(writer, one, !names.empty());
    if (list != 0) records_.putNames(writer, list, names);
}

} // namespace training
