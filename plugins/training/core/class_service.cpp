#include "core/class_service.h"

#include "core/archive_store.h"
#include "core/class_store.h"
#include "core/hours_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;
using yanxun::text::key;

void requireComplete(const ClassDraft& draft) {
    if (key(draft.name).empty()) throw Error(tr("请填写培训名称。"));
    if (key(draft.unitName).empty()) throw Error(tr("请填写主办单位。"));
    if (!draft.startsOn.valid()) throw Error(tr("请填写培训时间，例如 2021-05-12。"));
    if (draft.endsOn && *draft.endsOn < draft.startsOn) throw Error(tr("结束日期不能早于开始日期。"));
    if (draft.minutes && *draft.minutes < 0) throw Error(tr("学时不能小于 0。"));
    if (draft.minutesPerHour && (*draft.minutesPerHour < 10 || *draft.minutesPerHour > 120)) {
        throw Error(tr("每学时的分钟数应在 10 到 120 之间，一般为 45。"));
    }
    for (const auto& number : {draft.invited, draft.attended, draft.passed}) {
        if (number && *number < 0) throw Error(tr("人数不能小于 0。"));
    }
    if (draft.passed && draft.attended && *draft.passed > *draft.attended) {
        throw Error(tr("合格人数 {} 多于实到人数 {}，请核对。", *draft.passed, *draft.attended));
    }
}

yanxun::Date todayOf(const Writer& writer) { return yanxun::localDay(writer.at()); }

void requireRight(const Session& session) {
    if (!session.heldOn.valid()) throw Error(tr("请填写上课日期，例如 2021-05-12。"));
    if (session.plannedMinutes <= 0) throw Error(tr("请填写课时，或填写起止时间由程序计算。"));
    if (session.startsMinute && session.endsMinute) {
        if (*session.endsMinute <= *session.startsMinute) throw Error(tr("下课时间应晚于上课时间。"));
        if (session.plannedMinutes > *session.endsMinute - *session.startsMinute) {
            throw Error(tr("课时 {} 分钟超过了起止时间之间的 {} 分钟。", session.plannedMinutes,
                           *session.endsMinute - *session.startsMinute));
        }
    }
}

Session tidy(Session session) {
    session.topic = key(session.topic);
    session.teacher = key(session.teacher);
    session.place = key(session.place);
    if (session.plannedMinutes == 0 && session.startsMinute && session.endsMinute) {
        session.plannedMinutes = std::max<std::int64_t>(0, *session.endsMinute - *session.startsMinute);
    }
    requireRight(session);
    return session;
}

void requireWithin(const TrainingClass& one, const Session& session) {
    if (session.heldOn < one.startsOn || session.heldOn > one.endsOn) {
        throw Error(tr("上课日期 {} 不在本期 {} 至 {} 之内，请先改培训班的起止日期。", session.heldOn.iso(),
                       one.startsOn.iso(), one.endsOn.iso()));
    }
}

} // namespace

void requireOpen(const TrainingClass& one) {
    if (one.status == Status::archived)
        throw Error(tr("培训班“{}”已归档，先改回“已完成”并写明原因才能修改。", one.number));
    if (one.status == Status::cancelled) throw Error(tr("培训班“{}”已取消，不能再修改。", one.number));
}

std::int64_t ClassService::add(Writer& writer, const ClassDraft& draft, bool allowDouble) {
    TrainingClass one;
    fill(writer, one, draft);
    const bool over = draft.source == Source::imported || one.endsOn <= todayOf(writer);
    one.status = over ? Status::done : Status::planned;
    one.source = draft.source;
    if (one.number.empty()) one.number = nextNumber(writer, one.unitId, one.startsOn.year);
    if (!allowDouble && store::findByKey(writer, one.number, one.unitId)) {
        throw Conflict(tr("{} 已有第 {} 期培训，没有重复保存。", one.unitName, one.number));
    }
    one.attended = draft.attended.value_or(0);
    one.attendedEstimated = draft.attendedEstimated && draft.attended;
    one.id = store::add(writer, one);
    if (draft.attended) putHeadcount(writer, one, *draft.attended, draft.attendedEstimated);
    store::index(writer, one);
    return one.id;
}

std::int64_t ClassService::edit(Writer& writer, std::int64_t id, std::int64_t revision, const ClassDraft& draft) {
    TrainingClass one = store::get(writer, id);
    requireOpen(one);
    if (one.revision != revision) throw Conflict(tr("这期培训班已被他人修改，请重新打开后再改。"));
    const TrainingClass before = one;
    fill(writer, one, draft);
    if (one.number.empty()) throw Error(tr("请填写期号，例如 2021-001。"));
    if (const auto other = store::findByKey(writer, one.number, one.unitId);
        other && other->id != id && (one.unitId != before.unitId || key(one.number) != key(before.number))) {
        throw Conflict(tr("{} 已有第 {} 期培训，请换一个期号。", one.unitName, one.number));
    }
    for (const Session& session : store::sessions(writer, id))
        requireWithin(one, session);
    store::update(writer, one);
    if (before.unitId != one.unitId) changeHost(writer, one, before.unitId);
    const bool said =
        draft.attended && (*draft.attended != before.attended || draft.attendedEstimated != before.attendedEstimated);
    if (said) putHeadcount(writer, one, *draft.attended, draft.attendedEstimated);
    store::index(writer, store::get(writer, id));
    return store::get(writer, id).revision;
}

void ClassService::step(Writer& writer, std::int64_t id, std::int64_t revision, Status to,
                        const std::string& reason) {
    TrainingClass one = store::get(writer, id);
    requireStep(one, to, reason);
    if (isCounted(to) && one.startsOn > todayOf(writer)) {
        throw Error(tr("培训班“{}”{}才开始，还不能改为“{}”。", one.number, one.startsOn.chinese(), word(to)));
    }
    one.revision = revision;
    one.status = to;
    one.statusReason = key(reason);
    store::update(writer, one);
}

void ClassService::remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    const TrainingClass one = store::get(writer, id);
    // The revision is checked before participation changes the copy.
    if (one.revision != revision) throw Conflict(tr("这期培训班已被他人修改，请重新打开后再删除。"));
    if (credits::ofClass(writer, id)) {
        throw Error(tr("培训班“{}”已记入学时账，不能删除；确需删除的，先冲回学时，再改为“已取消”。", one.number));
    }
    for (const Learner& learner : learners::of(writer, id))
        learners::remove(writer, learner);
    for (const Session& session : store::sessions(writer, id))
        store::removeSession(writer, session);
    archives::removeAll(writer, "class", id);
    records_.removeAll(writer, {classKind, id});
    store::unindex(writer, id);
    store::remove(writer, id, store::get(writer, id).revision);
}

void ClassService::setAttended(Writer& writer, std::int64_t id, std::int64_t counted, bool estimated) {
    if (counted < 0) throw Error(tr("实到人数不能小于 0。"));
    const TrainingClass one = store::get(writer, id);
    requireOpen(one);
    putHeadcount(writer, one, counted, estimated);
}

void ClassService::keepReported(Writer& writer, std::int64_t id, std::int64_t reported, bool estimated) {
    auto one = store::find(writer, id);
    if (!one || (one->attended == reported && one->attendedEstimated == estimated)) return;
    one->attended = reported;
    one->attendedEstimated = estimated;
    store::update(writer, *one);
}

void ClassService::keepPassed(Writer& writer, std::int64_t id, std::int64_t passed) {
    TrainingClass one = store::get(writer, id);
    one.passed = passed;
    store::update(writer, one);
}

std::int64_t ClassService::addProgramme(Writer& writer, Programme programme) {
    programme.name = key(programme.name);
    programme.kind = words_.kind(programme.kind);
    if (programme.name.empty()) throw Error(tr("请填写培训项目的名称。"));
    if (programme.minutesPerHour < 10 || programme.minutesPerHour > 120) {
        throw Error(tr("每学时的分钟数应在 10 到 120 之间，一般为 45。"));
    }
    if (store::programmeNamed(writer, programme.name))
        throw Conflict(tr("已有培训项目“{}”，没有重复保存。", programme.name));
    return store::addProgramme(writer, programme);
}

std::int64_t ClassService::editProgramme(Writer& writer, Programme programme) {
    programme.name = key(programme.name);
    programme.kind = words_.kind(programme.kind);
    if (programme.name.empty()) throw Error(tr("请填写培训项目的名称。"));
    if (programme.minutesPerHour < 10 || programme.minutesPerHour > 120) {
        throw Error(tr("每学时的分钟数应在 10 到 120 之间，一般为 45。"));
    }
    const auto other = store::programmeNamed(writer, programme.name);
    if (other && other->id != programme.id) throw Conflict(tr("已有培训项目“{}”，请换一个名称。", programme.name));
    return store::updateProgramme(writer, programme);
}

void ClassService::removeProgramme(Writer& writer, std::int64_t id, std::int64_t revision) {
    const Programme programme = store::programme(writer, id);
    if (const auto classes = store::ofProgramme(writer, id); classes > 0) {
        throw Error(tr("培训项目“{}”下有 {} 期培训班，不能删除。", programme.name, classes));
    }
    store::removeProgramme(writer, id, revision);
}

std::int64_t ClassService::addSession(Writer& writer, Session session) {
    session = tidy(std::move(session));
    const TrainingClass one = store::get(writer, session.classId);
    requireOpen(one);
    requireWithin(one, session);
    return store::addSession(writer, session);
}

std::int64_t ClassService::editSession(Writer& writer, Session session) {
    session = tidy(std::move(session));
    const TrainingClass one = store::get(writer, session.classId);
    requireOpen(one);
    requireWithin(one, session);
    for (const Attendance& attendance : learners::attendanceOf(writer, session.id)) {
        if (attendance.creditedMinutes > session.plannedMinutes) {
            throw Error(tr("已有考勤记了 {} 分钟，课时不能改为 {} 分钟；请先改考勤。", attendance.creditedMinutes,
                           session.plannedMinutes));
        }
    }
    return store::updateSession(writer, session);
}

void ClassService::removeSession(Writer& writer, std::int64_t id, std::int64_t revision) {
    Session session = store::session(writer, id);
    requireOpen(store::get(writer, session.classId));
    session.revision = revision;
    learners::removeAttendanceOf(writer, id);
    store::removeSession(writer, session);
}

void ClassService::moveToUnit(Writer& writer, const std::vector<std::int64_t>& classes, std::int64_t unit) {
    for (const std::int64_t id : classes) {
        auto one = store::find(writer, id);
        if (!one) continue;
        // The name stays as it was on the day; only the reference moves.
        one->unitId = unit;
        store::update(writer, *one);
    }
}

ClassDraft ClassService::draftOf(const TrainingClass& one) {
    ClassDraft draft;
    draft.number = one.number;
    draft.name = one.name;
    draft.kind = one.kind;
    draft.unitName = one.unitName;
    draft.coHosts = one.coHosts;
    draft.place = one.place;
    draft.startsOn = one.startsOn;
    draft.endsOn = one.endsOn;
    draft.mode = one.modeWord;
    draft.minutes = one.minutes;
    draft.minutesPerHour = one.minutesPerHour;
    draft.invited = one.invited;
    if (one.attended > 0) draft.attended = one.attended;
    draft.passed = one.passed;
    draft.attendedEstimated = one.attendedEstimated;
    draft.teacher = one.teacher;
    draft.examForm = one.examForm;
    draft.planDocNo = one.planDocNo;
    draft.archiveNo = one.archiveNo;
    draft.note = one.note;
    return draft;
}

std::string ClassService::nextNumber(yanxun::Reader& reader, std::int64_t unit, int year) const {
    for (int running = 1;; ++running) {
        std::string digits = std::to_string(running);
        if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
        std::string number = std::to_string(year) + "-" + digits;
        if (!store::findByKey(reader, number, unit)) return number;
    }
}

void ClassService::fill(Writer& writer, TrainingClass& one, const ClassDraft& draft) {
    requireComplete(draft);
    const std::string unitName = key(draft.unitName);
    if (one.unitId == 0 || unitName != key(one.unitName)) {
        auto unit = units_.find(writer, unitName);
        if (!unit && !draft.createUnit)
            throw Error(tr("单位名录中没有“{}”，请改正名称，或选择新建为待完善单位。", unitName));
        const char* const seenIn = draft.source == Source::imported ? "training.classes" : "training.add";
        if (!unit) unit = units_.create(writer, {unitName, {}, seenIn});
        one.unitId = unit->id;
        one.unitName = unit->name;
        one.regionCode = unit->regionCode;
        one.regionName = unit->regionName;
    }
    std::optional<Programme> programme;
    if (!key(draft.programme).empty()) {
        programme = store::programmeNamed(writer, draft.programme);
        if (!programme) throw Error(tr("没有培训项目“{}”，请先在“培训项目”中登记。", draft.programme));
        one.programmeId = programme->id;
    }
    one.number = key(draft.number);
    one.name = key(draft.name);
    one.kind = words_.kind(draft.kind);
    if (one.kind.empty() && programme) one.kind = programme->kind;
    one.coHosts = key(draft.coHosts);
    one.place = key(draft.place);
    one.startsOn = draft.startsOn;
    one.endsOn = draft.endsOn.value_or(draft.startsOn);
    one.modeWord = key(draft.mode);
    one.mode = words_.mode(draft.mode);
    one.minutesPerHour = draft.minutesPerHour.value_or(programme ? programme->minutesPerHour : one.minutesPerHour);
    one.minutes = draft.minutes;
    if (!one.minutes && one.id == 0 && programme) one.minutes = programme->minutes;
    one.invited = draft.invited;
    one.passed = draft.passed;
    one.teacher = key(draft.teacher);
    one.examForm = key(draft.examForm);
    one.planDocNo = key(draft.planDocNo);
    one.archiveNo = key(draft.archiveNo);
    one.note = yanxun::text::clean(draft.note);
}

void ClassService::putHeadcount(Writer& writer, const TrainingClass& one, std::int64_t counted, bool estimated) {
    participation::Entry entry;
    entry.unitId = one.unitId;
    entry.unitName = one.unitName;
    entry.audience = classAudience;
    entry.counted = counted;
    entry.estimated = estimated;
    records_.put(writer, {classKind, one.id}, entry);
}

void ClassService::changeHost(Writer& writer, const TrainingClass& one, std::int64_t formerUnit) {
    // The headcount and list of the class stand under its host: they go along with it.
    const participation::Subject subject{classKind, one.id};
    const auto entries = records_.of(writer, subject);
    const auto former = std::find_if(entries.begin(), entries.end(), [&](const participation::Entry& entry) {
        return entry.unitId == formerUnit && entry.audience == classAudience;
    });
    if (former == entries.end()) return;
    const auto names = records_.names(writer, former->id);
    std::vector<std::pair<participation::Entry, std::vector<participation::Named>>> others;
    for (const auto& entry : entries) {
        if (entry.id != former->id) others.emplace_back(entry, records_.names(writer, entry.id));
    }
    participation::Entry moved = *former;
    moved.unitId = one.unitId;
    moved.unitName = one.unitName;
    records_.removeAll(writer, subject);
    others.emplace_back(moved, names);
    for (auto& [entry, list] : others) {
        entry.id = 0;
        const std::int64_t id = records_.put(writer, subject, entry);
        if (!list.empty()) records_.putNames(writer, id, list);
    }
}

} // namespace training
