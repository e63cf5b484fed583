// The ledger of hours: credited from classes, taken back by rows of their own.
#include "training_fixture.h"

#include <random>

namespace training::testing {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Writer;

class HoursTest : public TrainingTest {
protected:
    HoursTest() { id = add(draft("2021-001", "恒业化工", {2021, 5, 3})); }
    std::int64_t person(std::int64_t learner) {
        std::int64_t found = 0;
        db().read([&](Reader& reader) { found = learners::get(reader, learner).personId; });
        return found;
    }
    std::int64_t minutes(std::int64_t who) {
        std::int64_t sum = 0;
        db().read([&](Reader& reader) {
            for (const Credit& credit : credits::ofPerson(reader, who))
                sum += credit.minutes;
        });
        return sum;
    }
    Credited credit() {
        Credited done;
        db().write([&](Writer& writer) { done = hours.creditClass(writer, id); });
        return done;
    }
    std::int64_t id = 0;
};
YANXUN_ON_BOTH_ENGINES(HoursTest);

TEST_P(HoursTest, WithoutAttendanceTheClassesHoursCountForThoseWhoDidNotFail) {
    const auto good = enrol(id, "卞思远"), bad = enrol(id, "岑若溪");
    enrol(id, "临时来的", {}, false);
    db().write([&](Writer& writer) { roster.addResult(writer, {0, 0, bad, "理论", 1, 4000, false, {}}); });
    const Credited done = credit();
    EXPECT_EQ(done.added, 1);
    EXPECT_EQ(done.nameless, 1);
    EXPECT_EQ(done.withoutMinutes, 1);
    EXPECT_EQ(minutes(person(good)), 180);
    EXPECT_EQ(minutes(person(bad)), 0);
    EXPECT_EQ(credit().kept, 1) << "twice is once";
    EXPECT_EQ(minutes(person(good)), 180);
}

TEST_P(HoursTest, ChangedAttendanceIsTakenBackAndCreditedAnew) {
    const auto who = enrol(id, "卞思远");
    std::int64_t session = 0;
    db().write([&](Writer& writer) {
        session = classes.addSession(writer, {0, 0, id, {2021, 5, 3}, {}, {}, 180, "", "", ""});
        roster.attend(writer, {0, 0, session, who, Presence::present, {}, {}, 0, ""});
    });
    credit();
    db().write([&](Writer& writer) {
        roster.attend(writer, {0, 0, session, who, Presence::leftEarly, {}, {}, 0, ""}, 90);
    });
    EXPECT_EQ(credit().added, 1);
    EXPECT_EQ(minutes(person(who)), 90);
    EXPECT_EQ(count("SELECT count(*) FROM training_credit"), 3) << "+180 −180 +90: nothing is changed in place";
    EXPECT_NE(refusal([&](Writer& writer) { classes.remove(writer, id, get(id).revision); }), "")
        << "the ledger stands on it";
    EXPECT_NE(refusal([&](Writer& writer) { roster.withdraw(writer, who, learners::get(writer, who).revision); }),
              "");
    db().write([&](Writer& writer) { EXPECT_EQ(hours.reverseClass(writer, id, "误记"), 1); });
    EXPECT_EQ(minutes(person(who)), 0);
    EXPECT_EQ(refusal([&](Writer& writer) { roster.withdraw(writer, who, learners::get(writer, who).revision); }),
              "");
}

TEST_P(HoursTest, ACreditIsTakenBackOnce) {
    const auto who = person(enrol(id, "卞思远"));
    std::int64_t row = 0;
    db().write([&](Writer& writer) {
        Credit credit;
        credit.personId = who;
        credit.creditedOn = {2021, 4, 1};
        credit.minutes = 360;
        credit.reason = "市局培训";
        row = hours.credit(writer, credit);
    });
    EXPECT_NE(refusal([&](Writer& writer) { hours.reverse(writer, row, " "); }), "");
    std::int64_t back = 0;
    db().write([&](Writer& writer) { back = hours.reverse(writer, row, "重复"); });
    EXPECT_EQ(minutes(who), 0);
    EXPECT_NE(refusal([&](Writer& writer) { hours.reverse(writer, row, "再来"); }), "");
    EXPECT_NE(refusal([&](Writer& writer) { hours.reverse(writer, back, "冲回的冲回"); }), "");
    const auto wrong = [&](const std::function<void(Credit&)>& spoil) {
        Credit credit{0, who, "", "", {2021, 4, 1}, 45, 45, "", 0, "x", 0, 0};
        spoil(credit);
        return refusal([&](Writer& writer) { hours.credit(writer, credit); });
    };
    EXPECT_NE(wrong([](Credit& c) { c.minutes = 0; }), "");
    EXPECT_NE(wrong([](Credit& c) { c.creditedOn = {2021, 7, 1}; }), "") << "tomorrow";
    EXPECT_NE(wrong([](Credit& c) { c.personId = 999; }), "");
    EXPECT_NE(wrong([](Credit& c) { c.reason = ""; }), "");
}

TEST_P(HoursTest, AClassThatIsNotOverGivesNoHours) {
    const auto later = add(draft("2021-002", "恒业化工", {2021, 8, 3}));
    EXPECT_NE(refusal([&](Writer& writer) { hours.creditClass(writer, later); }), "");
    ClassDraft vague = draft("2021-003", "恒业化工", {2021, 5, 3});
    vague.minutes.reset();
    const auto none = add(vague);
    EXPECT_NE(refusal([&](Writer& writer) { hours.creditClass(writer, none); }), "");
}

/// Whatever is credited and taken back, in whatever order: taking everything back leaves nothing, and the ledger only
/// grows.
TEST_P(HoursTest, ReversalRestoresWhateverCameBefore) {
    const std::vector<std::int64_t> people{person(enrol(id, "卞思远")), person(enrol(id, "岑若溪")),
                                           person(enrol(id, "褚景行"))};
    std::mt19937 chance(20210630);
    std::map<std::int64_t, std::int64_t> expected;
    std::int64_t rows = 0;
    for (int round = 0; round < 300; ++round) {
        const std::int64_t who = people[chance() % people.size()];
        std::vector<Credit> standing;
        db().read([&](Reader& reader) {
            for (const Credit& credit : credits::ofPerson(reader, who)) {
                if (credit.reverses == 0 && credit.reversedBy == 0) standing.push_back(credit);
            }
        });
        db().write([&](Writer& writer) {
            if (chance() % 2 == 0 || standing.empty()) {
                Credit credit{
                    0, who,    "", "", {2021, 1 + int(chance() % 6), 1}, 1 + std::int64_t(chance() % 500), 45, "",
                    0, "培训", 0,  0};
                hours.credit(writer, credit);
                expected[who] += credit.minutes;
            } else {
                const Credit& taken = standing[chance() % standing.size()];
                hours.reverse(writer, taken.id, "冲回");
                expected[who] -= taken.minutes;
            }
        });
        EXPECT_EQ(count("SELECT count(*) FROM training_credit"), ++rows);
        EXPECT_EQ(minutes(who), expected[who]);
    }
    db().write([&](Writer& writer) {
        for (const std::int64_t who : people) {
            for (const Credit& credit : credits::ofPerson(writer, who)) {
                if (credit.reverses == 0 && credit.reversedBy == 0) hours.reverse(writer, credit.id, "全部冲回");
            }
        }
    });
    for (const std::int64_t who : people)
        EXPECT_EQ(minutes(who), 0);
}

TEST_P(HoursTest, ADutyIsRegisteredOnceAndSaysWhatIsWrong) {
    TraineeDraft one{"卞思远", "恒业化工", "安管人员", "高危", Date{2018, 3, 1}, {}, true};
    std::int64_t trainee = 0;
    db().write([&](Writer& writer) { trainee = hours.addTrainee(writer, one); });
    db().read([&](Reader& reader) { EXPECT_EQ(trainees::get(reader, trainee).role, "安全生产管理人员"); });
    EXPECT_NE(refusal([&](Writer& writer) { hours.addTrainee(writer, one); }), "");
    one.role = "";
    EXPECT_EQ(refusal([&](Writer& writer) { hours.addTrainee(writer, one); }), "请选择人员类别。");
    one.role = "从业人员";
    one.industry = "化工";
    EXPECT_NE(refusal([&](Writer& writer) { hours.addTrainee(writer, one); }), "");
    one.industry = "";
    one.until = Date{2017, 1, 1};
    EXPECT_NE(refusal([&](Writer& writer) { hours.addTrainee(writer, one); }), "");
    one.until.reset();
    one.unitName = "没有的单位";
    EXPECT_NE(refusal([&](Writer& writer) { hours.addTrainee(writer, one); }), "");
    EXPECT_EQ(count("SELECT count(*) FROM directory_person"), 1) << "made by the first";
}

} // namespace
} // namespace training::testing
