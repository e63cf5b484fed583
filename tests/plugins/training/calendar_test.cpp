#include "core/training_agenda.h"
#include "core/verb_values.h"
#include "training_fixture.h"

#include <gmock/gmock.h>

namespace training::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::CalendarEntry;
using yanxun::Date;
using yanxun::Reader;
using yanxun::Writer;

class CalendarTest : public TrainingTest {
protected:
    CalendarTest() {
        ClassDraft plan = draft("2021-050", "恒业化工", {2021, 8, 2});
        plan.endsOn = Date{2021, 8, 4};
        plan.attended.reset();
        plan.passed.reset();
        plan.place = "党校";
        planned = add(plan);
    }
    std::int64_t session(std::int64_t one, Date day, int from, int to) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) {
            Session made;
            made.classId = one;
            made.heldOn = day;
            made.startsMinute = from;
            made.endsMinute = to;
            id = classes.addSession(writer, made);
        });
        return id;
    }
    yanxun::CalendarKind kind() { return calendars(rules, classes).front(); }
    std::vector<CalendarEntry> entries(Date first, Date last) {
        std::vector<CalendarEntry> all;
        db().read([&](Reader& reader) {
            kind().entries(reader, {first, last}, [&](const CalendarEntry& entry) { all.push_back(entry); });
        });
        return all;
    }
    std::vector<std::string> warnings(Date day) {
        yanxun::MoveQuestion asked;
        db().read([&](Reader& reader) { asked = kind().mayMove(reader, "id=" + std::to_string(planned), day); });
        EXPECT_FALSE(asked.needsReason);
        return asked.warnings;
    }
    void move(Date day) {
        db().write([&](Writer& writer) { kind().move(writer, "id=" + std::to_string(planned), day, ""); });
    }
    std::int64_t planned = 0;
};
YANXUN_ON_BOTH_ENGINES(CalendarTest);

TEST_P(CalendarTest, ShowsAClassOnEachOfItsDays) {
    for (const int day : {2, 3, 4}) EXPECT_EQ(entries({2021, 8, day}, {2021, 8, day}).size(), 1u) << day;
    EXPECT_TRUE(entries({2021, 8, 5}, {2021, 8, 31}).empty());
    const CalendarEntry entry = entries({2021, 8, 4}, {2021, 8, 4}).at(0);
    EXPECT_EQ(entry.uid, get(planned).uid);
    EXPECT_EQ(entry.place, "党校");
    EXPECT_TRUE(entry.movable);
    EXPECT_FALSE(entry.time);
}

TEST_P(CalendarTest, AClassOfOneDayTakesItsSessionsHours) {
    const std::int64_t one = add(draft("2021-051", "恒业化工", {2021, 8, 10}));
    session(one, {2021, 8, 10}, 14 * 60, 15 * 60);
    session(one, {2021, 8, 10}, 9 * 60, 10 * 60);
    session(planned, {2021, 8, 3}, 9 * 60, 10 * 60);
    const auto all = entries({2021, 8, 1}, {2021, 8, 31});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_FALSE(all[0].time) << "of several days";
    EXPECT_EQ(all[1].time, (yanxun::DayTime{9 * 60, 15 * 60}));
    db().write([&](Writer& writer) {
        Session made;
        made.classId = one;
        made.heldOn = {2021, 8, 10};
        made.plannedMinutes = 45;
        classes.addSession(writer, made);
    });
    EXPECT_FALSE(entries({2021, 8, 10}, {2021, 8, 10}).at(0).time) << "one session has no hours";
}

TEST_P(CalendarTest, MovingTakesTheSessionsAlong) {
    const std::int64_t second = session(planned, {2021, 8, 3}, 540, 600);
    move({2021, 8, 30});
    const TrainingClass moved = get(planned);
    EXPECT_EQ(moved.startsOn, (Date{2021, 8, 30}));
    EXPECT_EQ(moved.endsOn, (Date{2021, 9, 1}));
    db().read([&](Reader& reader) { EXPECT_EQ(store::session(reader, second).heldOn, (Date{2021, 8, 31})); });
}

TEST_P(CalendarTest, WarnsOfWeekendTeacherAndPlace) {
    EXPECT_THAT(warnings({2021, 8, 9}), ElementsAre());
    EXPECT_THAT(warnings({2021, 8, 14}), ElementsAre("开始的那天是周六。"));
    ClassDraft other = draft("2021-052", "恒业化工", {2021, 8, 18});
    other.attended.reset();
    other.passed.reset();
    add(other);
    EXPECT_THAT(warnings({2021, 8, 16}), ElementsAre("教师 岑老师 同时在第 2021-052 期“安全生产法宣讲”授课。"));
    EXPECT_THAT(warnings({2022, 8, 16}), ElementsAre("期号 2021-050 保持不变。"));
}

TEST_P(CalendarTest, OnlyPlansMove) {
    const std::int64_t held = add(draft("2021-001", "恒业化工", {2021, 5, 12}));
    const std::string said = refusal([&](Writer& writer) { classes.move(writer, held, 1, {2021, 5, 13}); });
    EXPECT_THAT(said, HasSubstr("已完成，不能改期"));
    EXPECT_EQ(get(held).startsOn, (Date{2021, 5, 12}));
    const std::int64_t revision = get(planned).revision;
    move({2021, 8, 9});
    EXPECT_THROW(db().write([&](Writer& writer) { classes.move(writer, planned, revision, {2021, 8, 10}); }), yanxun::Conflict);
}

TEST_P(CalendarTest, TheVerbMovesAndWarns) {
    for (const auto& one : classVerbs({classes, roster, hours, papers, archive, neighbour->units(), neighbour->people(), words, rules})) {
        if (one.id != "training.move") continue;
        struct Said final : yanxun::VerbOutput {
            void field(const std::string&, const std::string&, const yanxun::Value&, yanxun::CellKind) override {}
            void table(const std::string&, const yanxun::RowSource&) override {}
            void say(const std::string& sentence) override { all += sentence; }
            std::string all;
        } said;
        yanxun::VerbCall call;
        call.arguments = {{"id", std::to_string(planned)}, {"date", "2021-08-14"}};
        call.database = &db();
        call.clock = &clock;
        call.output = &said;
        EXPECT_EQ(one.run(call), 0);
        EXPECT_EQ(said.all, "开始的那天是周六。");
    }
    EXPECT_EQ(get(planned).startsOn, (Date{2021, 8, 14}));
}

} // namespace
} // namespace training::testing
