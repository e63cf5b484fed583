#include "core/class_list_store.h"
#include "training_fixture.h"

namespace training::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class ClassServiceTest : public TrainingTest {};
YANXUN_ON_BOTH_ENGINES(ClassServiceTest);

TEST_P(ClassServiceTest, AClassIsKeptWithItsHeadcountInParticipation) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    const TrainingClass one = get(id);
    EXPECT_EQ(one.status, Status::done) << "its day is over";
    EXPECT_EQ(one.mode, Mode::offline);
    EXPECT_EQ(one.attended, 40);
    EXPECT_EQ(one.unitName, "恒业化工");
    EXPECT_EQ(one.regionName, "") << "a unit nobody completed has no township";
    db().read([&](Reader& reader) { EXPECT_EQ(records->reported(reader, {classKind, id}), 40); });
    db().write([&](Writer& writer) { classes.setAttended(writer, id, 45, true); });
    EXPECT_EQ(get(id).attended, 45);
    EXPECT_TRUE(get(id).attendedEstimated);
    EXPECT_EQ(wrongCopies(), 0);
    EXPECT_EQ(count("SELECT count(*) FROM participation_record"), 1);
}

TEST_P(ClassServiceTest, OneToComeIsPlannedAndGoesItsWay) {
    const auto id = add(draft("", "恒业化工", {2021, 7, 5}));
    EXPECT_EQ(get(id).status, Status::planned);
    EXPECT_EQ(get(id).number, "2021-001") << "the next free number";
    EXPECT_EQ(get(add(draft("", "恒业化工", {2021, 7, 6}))).number, "2021-002");
    EXPECT_EQ(get(add(draft("", "望川街道办事处", {2021, 7, 6}))).number, "2021-001") << "of another host";
    const auto step = [&](Status to, const char* reason = "") {
        return refusal([&](Writer& writer) { classes.step(writer, id, get(id).revision, to, reason); });
    };
    EXPECT_NE(step(Status::archived), "");
    EXPECT_NE(step(Status::done), "") << "not begun yet";
    EXPECT_NE(step(Status::cancelled), "") << "why?";
    EXPECT_EQ(step(Status::cancelled, "疫情"), "");
    EXPECT_NE(
        refusal([&](Writer& writer) { classes.edit(writer, id, get(id).revision, ClassService::draftOf(get(id))); }),
        "");
    EXPECT_EQ(step(Status::planned, "恢复"), "");
}

TEST_P(ClassServiceTest, AnArchivedClassIsOpenedAgainOnlyWithAReason) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    const auto step = [&](Status to, const char* reason) {
        return refusal([&](Writer& writer) { classes.step(writer, id, get(id).revision, to, reason); });
    };
    EXPECT_EQ(step(Status::archived, ""), "");
    EXPECT_NE(refusal([&](Writer& writer) { classes.setAttended(writer, id, 1, false); }), "");
    EXPECT_NE(step(Status::done, ""), "");
    EXPECT_EQ(step(Status::done, "补录考勤"), "");
    EXPECT_EQ(get(id).statusReason, "补录考勤");
}

TEST_P(ClassServiceTest, WhatIsWrongIsSaid) {
    const auto reason = [&](const std::function<void(ClassDraft&)>& spoil) {
        ClassDraft one = draft("2021-001", "恒业化工", {2021, 5, 3});
        spoil(one);
        return refusal([&](Writer& writer) { classes.add(writer, one); });
    };
    EXPECT_EQ(reason([](ClassDraft& d) { d.name = " "; }), "请填写培训名称。");
    EXPECT_EQ(reason([](ClassDraft& d) { d.unitName = ""; }), "请填写主办单位。");
    EXPECT_NE(reason([](ClassDraft& d) { d.startsOn = {2021, 2, 30}; }), "");
    EXPECT_NE(reason([](ClassDraft& d) { d.endsOn = {{2021, 5, 2}}; }), "");
    EXPECT_NE(reason([](ClassDraft& d) { d.passed = 41; }), "");
    EXPECT_NE(reason([](ClassDraft& d) { d.createUnit = false; }), "");
    EXPECT_NE(reason([](ClassDraft& d) { d.programme = "没有的项目"; }), "");
    EXPECT_NE(reason([](ClassDraft& d) { d.minutesPerHour = 5; }), "");
    EXPECT_EQ(reason([](ClassDraft&) {}), "");
    EXPECT_NE(reason([](ClassDraft&) {}), "") << "the same number of the same host";
    EXPECT_EQ(reason([](ClassDraft& d) { d.unitName = "望川街道办事处"; }), "");
}

TEST_P(ClassServiceTest, AProgrammeLendsItsHoursAndCannotGoWhileUsed) {
    Programme programme{0, 0, "三级安全教育", "三级教育", "厂级", 1080, 45, ""};
    db().write([&](Writer& writer) { programme.id = classes.addProgramme(writer, programme); });
    ClassDraft one = draft("2021-001", "恒业化工", {2021, 5, 3});
    one.programme = "三级安全教育";
    one.minutes.reset();
    const auto id = add(one);
    EXPECT_EQ(get(id).minutes, 1080);
    EXPECT_EQ(get(id).kind, "岗前") << "the dictionary's word of the programme's kind";
    EXPECT_NE(refusal([&](Writer& writer) { classes.addProgramme(writer, programme); }), "");
    EXPECT_NE(refusal([&](Writer& writer) { classes.removeProgramme(writer, programme.id, 1); }), "");
    db().write([&](Writer& writer) { classes.remove(writer, id, get(id).revision); });
    EXPECT_EQ(refusal([&](Writer& writer) { classes.removeProgramme(writer, programme.id, 1); }), "");
}

TEST_P(ClassServiceTest, SessionsLieWithinTheClass) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    Session session{0, 0, id, {2021, 5, 3}, 540, 630, 0, "法规", "", ""};
    db().write([&](Writer& writer) { session.id = classes.addSession(writer, session); });
    db().read([&](Reader& reader) {
        EXPECT_EQ(store::session(reader, session.id).plannedMinutes, 90) << "from start and end";
    });
    const auto reason = [&](const std::function<void(Session&)>& spoil) {
        Session other{0, 0, id, {2021, 5, 3}, 540, 630, 60, "", "", ""};
        spoil(other);
        return refusal([&](Writer& writer) { classes.addSession(writer, other); });
    };
    EXPECT_NE(reason([](Session& s) { s.heldOn = {2021, 5, 4}; }), "");
    EXPECT_NE(reason([](Session& s) { s.endsMinute = 500; }), "");
    EXPECT_NE(reason([](Session& s) { s.plannedMinutes = 100; }), "");
    EXPECT_NE(reason([](Session& s) { s = {0, 0, s.classId, s.heldOn, {}, {}, 0, "", "", ""}; }), "");
    EXPECT_EQ(reason([](Session&) {}), "");
}

TEST_P(ClassServiceTest, AnotherHostTakesHeadcountAndNamesAlong) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    enrol(id, "卞思远");
    ClassDraft changed = ClassService::draftOf(get(id));
    changed.unitName = "望川街道办事处";
    changed.createUnit = true;
    db().write([&](Writer& writer) { classes.edit(writer, id, get(id).revision, changed); });
    db().read([&](Reader& reader) {
        const auto entries = records->of(reader, {classKind, id});
        ASSERT_EQ(entries.size(), 1u);
        EXPECT_EQ(entries.front().unitName, "望川街道办事处");
        EXPECT_EQ(entries.front().named, 1);
        EXPECT_EQ(entries.front().counted, 40);
    });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ClassServiceTest, SomebodyElsesChangeIsNotOverwritten) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    const TrainingClass seen = get(id);
    db().write([&](Writer& writer) { classes.setAttended(writer, id, 41, false); });
    EXPECT_THROW(
        db().write([&](Writer& writer) { classes.edit(writer, id, seen.revision, ClassService::draftOf(seen)); }),
        yanxun::Conflict);
    EXPECT_THROW(db().write([&](Writer& writer) { classes.remove(writer, id, seen.revision); }), yanxun::Conflict);
}

TEST_P(ClassServiceTest, ListsFilterSortAndFind) {
    add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    ClassDraft online = draft("2021-002", "恒业化工", {2021, 5, 9});
    online.mode = "线上";
    online.name = "危化品安全专题培训";
    add(online);
    ClassDraft mixed = draft("2021-003", "望川街道办事处", {2021, 6, 1});
    mixed.mode = "混合";
    add(mixed);
    const auto found = [&](const std::string& argument, ClassOrder order = ClassOrder::starts,
                           bool ascending = true) {
        std::vector<std::string> numbers;
        db().read([&](Reader& reader) {
            for (const auto& one :
                 lists::get(reader, lists::ids(reader, parseArgument(argument), order, ascending, 10).ids)) {
                numbers.push_back(one.number);
            }
        });
        return numbers;
    };
    using Numbers = std::vector<std::string>;
    EXPECT_EQ(found("year=2021"), (Numbers{"2021-001", "2021-002", "2021-003"}));
    EXPECT_EQ(found("ym=202105", ClassOrder::number, false), (Numbers{"2021-002", "2021-001"}));
    EXPECT_EQ(found("mode=online"), Numbers{"2021-002"});
    EXPECT_EQ(found("mode=offline"), (Numbers{"2021-001", "2021-003"})) << "as the figure counts";
    EXPECT_EQ(found("text=危化品"), Numbers{"2021-002"});
    EXPECT_EQ(found("text=望川"), Numbers{"2021-003"});
    EXPECT_EQ(found("status=10"), Numbers{});
    const ClassFilter filter =
        parseArgument("year=2021&mode=online&status=30&counted=1&kind=再%26训&text=a%25b&id=7");
    EXPECT_EQ(parseArgument(argumentOf(filter)), filter);
    EXPECT_EQ(filter.kind, "再&训");
}

} // namespace
} // namespace training::testing
