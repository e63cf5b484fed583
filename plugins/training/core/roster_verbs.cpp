#include "core/class_store.h"
#include "core/learner_store.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

#include <map>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

void putRoster(VerbCall& call, const std::vector<Learner>& learners) {
    putRows(call, "roster",
            {{"id", tr("编号"), CellKind::integer, 8},
             {"name", tr("姓名"), CellKind::text, 10},
             {"unit", tr("单位"), CellKind::text, 24},
             {"category", tr("人员类别"), CellKind::text, 12},
             {"person", tr("人员编号"), CellKind::integer, 8},
             {"minutes", tr("考勤分钟"), CellKind::integer, 8}},
            learners, [](const Learner& one) {
                return std::vector<Value>{
                    one.id, one.name, one.unitName, one.category, idCell(one.personId), one.creditedMinutes};
            });
}

LearnerDraft draftOf(const VerbCall& call, LearnerDraft draft) {
    if (call.has("name")) draft.name = call.text("name");
    if (call.has("unit")) draft.unitName = call.text("unit");
    if (call.has("category")) draft.category = call.text("category");
    draft.registerPerson = call.has("register");
    return draft;
}

int enrol(RosterService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        putRoster(call, {learners::get(writer, service.enrol(writer, idOf(call), draftOf(call, {})))});
    });
    return 0;
}

int editLearner(RosterService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Learner one = learners::get(writer, idOf(call));
        service.edit(writer, one.id, one.revision, draftOf(call, {one.name, one.unitName, one.category, false}));
        putRoster(call, {learners::get(writer, one.id)});
    });
    return 0;
}

void putAttendance(VerbCall& call, Reader& reader, std::int64_t session) {
    std::map<std::int64_t, std::string> names;
    for (const Learner& one : learners::of(reader, store::session(reader, session).classId))
        names[one.id] = one.name;
    putRows(call, "attendance",
            {{"learner", tr("学员编号"), CellKind::integer, 8},
             {"name", tr("姓名"), CellKind::text, 10},
             {"presence", tr("出勤"), CellKind::text, 6},
             {"in", tr("签到"), CellKind::text, 6},
             {"out", tr("签退"), CellKind::text, 6},
             {"minutes", tr("计入分钟"), CellKind::integer, 8},
             {"method", tr("方式"), CellKind::text, 6}},
            learners::attendanceOf(reader, session), [&](const Attendance& a) {
                return std::vector<Value>{a.learnerId,
                                          names[a.learnerId],
                                          word(a.presence),
                                          clockText(a.inMinute),
                                          clockText(a.outMinute),
                                          a.creditedMinutes,
                                          a.method};
            });
}

Presence presenceIn(const VerbCall& call) {
    if (!call.has("presence")) return Presence::present;
    if (const auto presence = presenceOf(call.text("presence"))) return *presence;
    throw Error(tr("参数 --presence 可以是 到、迟到、早退、请假、缺勤、线上，收到的是“{}”。", call.text("presence")));
}

int attend(RosterService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Attendance attendance{0,
                                    0,
                                    idOf(call),
                                    call.integer("learner"),
                                    presenceIn(call),
                                    timeOf(call, "in"),
                                    timeOf(call, "out"),
                                    0,
                                    call.has("method") ? call.text("method") : tr("补登")};
        std::optional<std::int64_t> credited;
        if (call.has("minutes")) credited = call.integer("minutes");
        service.attend(writer, attendance, credited);
        putAttendance(call, writer, idOf(call));
    });
    return 0;
}

int attendAll(RosterService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const auto added = service.attendAll(writer, idOf(call), presenceIn(call),
                                             call.has("method") ? call.text("method") : tr("补登"));
        putAttendance(call, writer, idOf(call));
        call.output->say(tr("登记了 {} 人的考勤。", added));
    });
    return 0;
}

void putResults(VerbCall& call, Reader& reader, std::int64_t classId) {
    std::map<std::int64_t, std::string> names;
    for (const Learner& one : learners::of(reader, classId))
        names[one.id] = one.name;
    putRows(call, "results",
            {{"learner", tr("学员编号"), CellKind::integer, 8},
             {"name", tr("姓名"), CellKind::text, 10},
             {"kind", tr("考核"), CellKind::text, 6},
             {"attempt", tr("第几次"), CellKind::integer, 6},
             {"score", tr("成绩"), CellKind::hundredths, 6},
             {"passed", tr("合格"), CellKind::text, 6},
             {"date", tr("日期"), CellKind::date, 10}},
            learners::resultsOf(reader, classId), [&](const ExamResult& r) {
                return std::vector<Value>{
                    r.learnerId,    names[r.learnerId], r.kind, r.attempt, r.score, r.passed ? tr("是") : tr("否"),
                    r.takenOn.ymd()};
            });
}

int addResult(RosterService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        ExamResult result;
        result.learnerId = idOf(call);
        result.kind = call.has("kind") ? call.text("kind") : tr("理论");
        result.score = hundredthsOf(call, "score");
        result.passed = call.has("passed");
        if (call.has("date")) result.takenOn = call.date("date");
        service.addResult(writer, result);
        putResults(call, writer, learners::get(writer, result.learnerId).classId);
    });
    return 0;
}

int credit(HoursService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Credited done = service.creditClass(writer, idOf(call));
        yanxun::VerbOutput& out = *call.output;
        out.field("added", tr("新记账"), done.added, CellKind::integer);
        out.field("kept", tr("已有不变"), done.kept, CellKind::integer);
        out.field("nameless", tr("未确认身份"), done.nameless, CellKind::integer);
        out.field("without_minutes", tr("没有学时"), done.withoutMinutes, CellKind::integer);
        if (done.nameless > 0)
            out.say(tr("有 {} 名学员不在人员名录中，没有记账；先在名册中确认身份，再记一次。", done.nameless));
    });
    return 0;
}

std::string scopeIn(const VerbCall& call) {
    const std::string scope = call.has("scope") ? call.text("scope") : "class";
    if (scope != "class" && scope != "person" && scope != "unit")
        throw Error(tr("参数 --scope 可以是 class、person、unit。"));
    return scope;
}

void putChecklist(VerbCall& call, Reader& reader, const ArchiveService& service) {
    putRows(call, "archive",
            {{"part", tr("项"), CellKind::text, 18},
             {"title", tr("材料"), CellKind::text, 20},
             {"present", tr("齐缺"), CellKind::text, 6},
             {"document", tr("材料说明"), CellKind::text, 24},
             {"filed", tr("存入日期"), CellKind::date, 10},
             {"basis", tr("依据"), CellKind::text, 32},
             {"mark", tr("依据来源"), CellKind::text, 10}},
            service.checklist(reader, scopeIn(call), idOf(call)), [](const ChecklistLine& line) {
                return std::vector<Value>{line.part.id,
                                          line.part.title,
                                          line.present ? tr("齐") : tr("缺"),
                                          line.document,
                                          ymdOf(line.filedOn),
                                          line.part.basis,
                                          markWord(line.part.mark)};
            });
}

} // namespace

std::vector<yanxun::Verb> rosterVerbs(const VerbParts& parts) {
    RosterService& roster = parts.roster;
    HoursService& hours = parts.hours;
    ArchiveService& archive = parts.archives;
    const auto one = idParameter(tr("培训班编号")), learner = idParameter(tr("学员编号")),
               session = idParameter(tr("课次编号"));
    const auto presence = option("presence", tr("出勤：到、迟到、早退、请假、缺勤、线上"));
    const auto method = option("method", tr("方式：纸签、补登、刷证"));
    const auto registerPerson = flag("register", tr("人员名录中没有的，同时登记"));
    const auto scope = option("scope", tr("档案：class 一期一档、person 一人一档、unit 一企一档，默认 class"));
    const auto subject = idParameter(tr("培训班、人员或单位的编号")),
               part = option("part", tr("项，见 training archive"), true);
    return {
        makeVerb("training.roster", tr("列出一期的名册"), {one},
             [&roster](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putRoster(call, roster.roster(reader, idOf(call))); });
                 return 0;
             }),
        makeVerb("training.enrol", tr("学员登上名册"),
             {one, option("name", tr("姓名"), true), option("unit", tr("单位，不填为主办单位")),
              option("category", tr("人员类别")), registerPerson},
             [&roster](VerbCall& call) { return enrol(roster, call); }),
        makeVerb("training.learner-edit", tr("修改学员，或确认临时学员的身份"),
             {learner, option("name", tr("姓名")), option("unit", tr("单位")), option("category", tr("人员类别")),
              registerPerson},
             [&roster](VerbCall& call) { return editLearner(roster, call); }),
        makeVerb("training.withdraw", tr("学员移出名册"), {learner},
             [&roster](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     const Learner who = learners::get(writer, idOf(call));
                     roster.withdraw(writer, who.id, who.revision);
                     call.output->field("removed", tr("已移出"), who.id, CellKind::integer);
                 });
                 return 0;
             }),
        makeVerb("training.attendance", tr("列出一课次的考勤"), {session},
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putAttendance(call, reader, idOf(call)); });
                 return 0;
             }),
        makeVerb("training.attend", tr("登记一人的考勤"),
             {session, option("learner", tr("学员编号"), true), presence, option("in", tr("签到时间，如 9:05")),
              option("out", tr("签退时间")), option("minutes", tr("计入的分钟数，不填按课时与时间")), method},
             [&roster](VerbCall& call) { return attend(roster, call); }),
        makeVerb("training.attend-all", tr("名册上其余的人一并登记考勤"), {session, presence, method},
             [&roster](VerbCall& call) { return attendAll(roster, call); }),
        makeVerb("training.results", tr("列出一期的考核结果"), {one},
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putResults(call, reader, idOf(call)); });
                 return 0;
             }),
        makeVerb("training.result-add", tr("登记一次考核结果"),
             {learner, option("kind", tr("种类：理论、实操，默认理论")), option("score", tr("成绩，0–100")),
              flag("passed", tr("合格")), option("date", tr("日期，不填为结束日"))},
             [&roster](VerbCall& call) { return addResult(roster, call); }),
        makeVerb("training.credit", tr("把一期的学时记入学时账"), {one},
             [&hours](VerbCall& call) { return credit(hours, call); }),
        makeVerb("training.uncredit", tr("冲回一期的学时"), {one, option("reason", tr("原因"), true)},
             [&hours](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     call.output->field("reversed", tr("已冲回"),
                                        hours.reverseClass(writer, idOf(call), call.text("reason")),
                                        CellKind::integer);
                 });
                 return 0;
             }),
        makeVerb("training.archive", tr("列出档案材料的齐缺"), {subject, scope},
             [&archive](VerbCall& call) {
                 call.database->read([&](Reader& reader) { putChecklist(call, reader, archive); });
                 return 0;
             }),
        makeVerb("training.archive-file", tr("存入一项档案材料"),
             {subject, part, option("document", tr("材料说明：名称、存放处")), scope},
             [&archive](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     archive.file(writer, scopeIn(call), idOf(call), call.text("part"), call.text("document"));
                     putChecklist(call, writer, archive);
                 });
                 return 0;
             }),
        makeVerb("training.archive-take-out", tr("取出一项档案材料"), {subject, part, scope},
             [&archive](VerbCall& call) {
                 call.database->write([&](Writer& writer) {
                     archive.takeOut(writer, scopeIn(call), idOf(call), call.text("part"));
                     putChecklist(call, writer, archive);
                 });
                 return 0;
             }),
    };
}

} // namespace training
