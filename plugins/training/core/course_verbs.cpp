#include "core/class_store.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;
using Parameters = std::vector<yanxun::VerbParameter>;

void putProgrammes(VerbCall& call, const std::vector<Programme>& programmes) {
    putRows(call, "programmes",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"name", tr("培训项目"), CellKind::text, 24},
             {"kind", tr("类别"), CellKind::text, 8},
             {"level", tr("级别"), CellKind::text, 8},
             {"hours", tr("学时"), CellKind::hundredths, 8},
             {"minutes_per_hour", tr("每学时分钟"), CellKind::integer, 8},
             {"outline", tr("大纲"), CellKind::text, 24}},
            programmes, [](const Programme& p) {
                const Value hours = p.minutes ? Value(hoursOf(*p.minutes, p.minutesPerHour)) : Value();
                return std::vector<Value>{p.id, p.name, p.kind, p.level, hours, p.minutesPerHour, p.outline};
            });
}

void take(const VerbCall& call, Programme& programme) {
    if (call.has("name")) programme.name = call.text("name");
    if (call.has("kind")) programme.kind = call.text("kind");
    if (call.has("level")) programme.level = call.text("level");
    if (call.has("outline")) programme.outline = call.text("outline");
    if (call.has("minutes-per-hour")) programme.minutesPerHour = call.integer("minutes-per-hour");
    if (const auto hours = hundredthsOf(call, "hours"))
        programme.minutes = minutesOf(*hours, programme.minutesPerHour);
}

int changeProgramme(ClassService& service, VerbCall& call, bool isNew) {
    call.database->write([&](Writer& writer) {
        Programme programme = isNew ? Programme{} : store::programme(writer, idOf(call));
        take(call, programme);
        if (isNew) {
            programme.id = service.addProgramme(writer, programme);
        } else {
            service.editProgramme(writer, programme);
        }
        putProgrammes(call, {store::programme(writer, programme.id)});
    });
    return 0;
}

void putSessions(VerbCall& call, const std::vector<Session>& sessions) {
    putRows(call, "sessions",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"date", tr("日期"), CellKind::date, 10},
             {"from", tr("上课"), CellKind::text, 6},
             {"to", tr("下课"), CellKind::text, 6},
             {"minutes", tr("分钟"), CellKind::integer, 6},
             {"topic", tr("内容"), CellKind::text, 24},
             {"teacher", tr("授课人"), CellKind::text, 10},
             {"place", tr("地点"), CellKind::text, 16}},
            sessions, [](const Session& s) {
                return std::vector<Value>{s.id,
                                          s.heldOn.ymd(),
                                          clockText(s.startsMinute),
                                          clockText(s.endsMinute),
                                          s.plannedMinutes,
                                          s.topic,
                                          s.teacher,
                                          s.place};
            });
}

int changeSession(ClassService& service, VerbCall& call, bool isNew) {
    call.database->write([&](Writer& writer) {
        Session session = isNew ? Session{} : store::session(writer, idOf(call));
        if (isNew) session.classId = idOf(call);
        if (call.has("date")) session.heldOn = call.date("date");
        if (const auto minute = timeOf(call, "from")) session.startsMinute = minute;
        if (const auto minute = timeOf(call, "to")) session.endsMinute = minute;
        if (call.has("minutes")) session.plannedMinutes = call.integer("minutes");
        if (call.has("topic")) session.topic = call.text("topic");
        if (call.has("teacher")) session.teacher = call.text("teacher");
        if (call.has("place")) session.place = call.text("place");
        const std::int64_t id = isNew ? service.addSession(writer, session) : session.id;
        if (!isNew) service.editSession(writer, session);
        putSessions(call, {store::session(writer, id)});
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> courseVerbs(const VerbParts& parts) {
    ClassService& service = parts.classes;
    const auto id = idParameter(tr("培训班编号"));
    const auto programme = idParameter(tr("培训项目编号")), session = idParameter(tr("课次编号"));
    const auto programmeParameters = [](bool isNew) {
        return Parameters{option("name", tr("名称"), isNew),
                          option("kind", tr("类别：岗前、初训、再训、复审等")),
                          option("level", tr("级别：厂级、车间级、班组级")),
                          option("hours", tr("学时")),
                          option("minutes-per-hour", tr("每学时多少分钟，默认 45")),
                          option("outline", tr("大纲"))};
    };
    Parameters programmeEditing = programmeParameters(false);
    programmeEditing.insert(programmeEditing.begin(), programme);
    const auto sessionParameters = [](yanxun::VerbParameter of, bool isNew) {
        return Parameters{std::move(of),
                          option("date", tr("上课日期，如 2021-05-12"), isNew),
                          option("from", tr("上课时间，如 9:00")),
                          option("to", tr("下课时间")),
                          option("minutes", tr("课时的分钟数，不填按起止时间")),
                          option("topic", tr("内容")),
                          option("teacher", tr("授课人")),
                          option("place", tr("地点"))};
    };
    return {
        makeVerb("training.programmes", tr("列出培训项目"), {},
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putProgrammes(call, store::programmes(reader)); });
                 return 0;
             }),
        makeVerb("training.programme-add", tr("登记培训项目"), programmeParameters(true),
             [&service](VerbCall& call) { return changeProgramme(service, call, true); }),
        makeVerb("training.programme-edit", tr("修改培训项目，未给出的项不变"), std::move(programmeEditing),
             [&service](VerbCall& call) { return changeProgramme(service, call, false); }),
        makeVerb("training.programme-remove", tr("删除培训项目"), {programme},
             [&service](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     const Programme one = store::programme(writer, idOf(call));
                     service.removeProgramme(writer, one.id, one.revision);
                     call.output->field("removed", tr("已删除"), one.id, CellKind::integer);
                 });
                 return 0;
             }),
        makeVerb("training.sessions", tr("列出一期的课次"), {id},
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putSessions(call, store::sessions(reader, idOf(call))); });
                 return 0;
             }),
        makeVerb("training.session-add", tr("登记课次"), sessionParameters(id, true),
             [&service](VerbCall& call) { return changeSession(service, call, true); }),
        makeVerb("training.session-edit", tr("修改课次，未给出的项不变"), sessionParameters(session, false),
             [&service](VerbCall& call) { return changeSession(service, call, false); }),
        makeVerb("training.session-remove", tr("删除课次及其考勤"), {session},
             [&service](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     const Session one = store::session(writer, idOf(call));
                     service.removeSession(writer, one.id, one.revision);
                     call.output->field("removed", tr("已删除"), one.id, CellKind::integer);
                 });
                 return 0;
             }),
    };
}

} // namespace training
