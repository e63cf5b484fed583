// A planned class goes to other days, its sessions with it.
#include "core/class_list_store.h"
#include "core/class_service.h"
#include "core/class_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::tr;

Date lastDay(const TrainingClass& one, Date first) {
    return Date::fromDays(first.days() + one.endsOn.days() - one.startsOn.days());
}

void warnOfOthers(yanxun::Reader& reader, const TrainingClass& one, Date first, std::vector<std::string>& warnings) {
    for (const TrainingClass& other : lists::between(reader, {first, lastDay(one, first)})) {
        if (other.id == one.id || other.status == Status::cancelled) continue;
        if (!one.teacher.empty() && other.teacher == one.teacher) {
            warnings.push_back(tr("教师 {} 同时在第 {} 期“{}”授课。", one.teacher, other.number, other.name));
        } else if (!one.place.empty() && other.place == one.place) {
            warnings.push_back(tr("地点“{}”同时有第 {} 期“{}”。", one.place, other.number, other.name));
        }
    }
}

} // namespace

yanxun::MoveQuestion ClassService::mayMove(yanxun::Reader& reader, std::int64_t id, Date first) const {
    if (!first.valid()) throw Error(tr("请填写培训时间，例如 2021-05-12。"));
    const TrainingClass one = store::get(reader, id);
    if (one.status != Status::planned) {
        throw Error(tr("第 {} 期“{}”{}，不能改期；只有计划中的培训班可以改期。", one.number, one.name, word(one.status)));
    }
    if (learners::anyAttendance(reader, id)) {
        throw Error(tr("第 {} 期“{}”已有考勤，不能改期；请先核对考勤。", one.number, one.name));
    }
    yanxun::MoveQuestion question;
    if (first == one.startsOn) return question;
    if (first.weekday() > 5) question.warnings.push_back(first.weekday() == 6 ? tr("开始的那天是周六。") : tr("开始的那天是周日。"));
    if (first.year != one.startsOn.year) question.warnings.push_back(tr("期号 {} 保持不变。", one.number));
    warnOfOthers(reader, one, first, question.warnings);
    return question;
}

void ClassService::move(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, Date first) {
    mayMove(writer, id, first);
    TrainingClass one = store::get(writer, id);
    const std::int64_t days = first.days() - one.startsOn.days();
    one.endsOn = lastDay(one, first);
    one.startsOn = first;
    one.revision = revision;
    store::update(writer, one);
    for (Session session : store::sessions(writer, id)) {
        session.heldOn = Date::fromDays(session.heldOn.days() + days);
        store::updateSession(writer, session);
    }
    store::index(writer, store::get(writer, id));
}

} // namespace training
