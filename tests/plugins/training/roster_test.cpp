// Names of a class: in participation, with what participation cannot hold beside them.
#include "training_fixture.h"

namespace training::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class RosterTest : public TrainingTest {
protected:
    RosterTest() {
        ClassDraft one = draft("2021-001", "恒业化工", {2021, 5, 3});
        one.attended.reset();
        one.passed.reset();
        id = add(one);
        db().write([&](Writer& writer) {
            session = classes.addSession(writer, {0, 0, id, {2021, 5, 3}, 540, 720, 180, "", "", ""});
        });
    }
    Learner learner(std::int64_t who) {
        Learner one;
        db().read([&](Reader& reader) { one = learners::get(reader, who); });
        return one;
    }
    std::string attend(std::int64_t who, Presence presence, std::optional<std::int64_t> in = {},
                       std::optional<std::int64_t> out = {}, std::optional<std::int64_t> credited = {}) {
        return refusal([&](Writer& writer) {
            roster.attend(writer, {0, 0, session, who, presence, in, out, 0, "纸签"}, credited);
        });
    }
    std::int64_t id = 0, session = 0;
};
YANXUN_ON_BOTH_ENGINES(RosterTest);

TEST_P(RosterTest, NamesMakeTheReportedNumberUntilSomebodyCounts) {
    enrol(id, "卞思远");
    const auto visitor = enrol(id, "岑若溪", "没有登记的单位", false);
    EXPECT_EQ(get(id).attended, 2);
    EXPECT_EQ(learner(visitor).personId, 0) << "a name only";
    EXPECT_EQ(learner(visitor).unitName, "没有登记的单位");
    EXPECT_EQ(count("SELECT count(*) FROM directory_person"), 1) << "the other was registered";
    EXPECT_EQ(count("SELECT count(*) FROM participation_name"), 2);
    db().write([&](Writer& writer) { classes.setAttended(writer, id, 30, false); });
    enrol(id, "褚景行");
    EXPECT_EQ(get(id).attended, 30) << "counted heads, never the sum";
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(RosterTest, TheSamePersonStandsOnce) {
    enrol(id, "卞思远");
    EXPECT_NE(refusal([&](Writer& writer) { roster.enrol(writer, id, {" 卞思远", "恒业化工", "", true}); }), "");
    EXPECT_EQ(refusal([&](Writer& writer) {
                  roster.enrol(writer, id, {"卞思远", "望川街道办事处", "", false});
              }),
              "")
        << "of another unit";
    EXPECT_EQ(refusal([&](Writer& writer) { roster.enrol(writer, id, {"  ", "", "", false}); }), "请填写姓名。");
}

TEST_P(RosterTest, MinutesNeverExceedTheSession) {
    const auto who = enrol(id, "卞思远");
    EXPECT_EQ(attend(who, Presence::present), "");
    EXPECT_EQ(learner(who).creditedMinutes, 180);
    EXPECT_EQ(attend(who, Presence::late, 570, 700), "");
    EXPECT_EQ(learner(who).creditedMinutes, 130) << "half an hour late, twenty minutes early";
    EXPECT_EQ(attend(who, Presence::absent), "");
    EXPECT_EQ(learner(who).creditedMinutes, 0);
    EXPECT_EQ(attend(who, Presence::present, {}, {}, 60), "");
    EXPECT_EQ(learner(who).creditedMinutes, 60);
    EXPECT_NE(attend(who, Presence::present, {}, {}, 181), "");
    EXPECT_NE(attend(who, Presence::present, {}, {}, -1), "");
    EXPECT_NE(attend(who, Presence::present, 700, 600), "");
    EXPECT_EQ(count("SELECT count(*) FROM training_attendance"), 1) << "one row for a learner and a session";
    EXPECT_NE(refusal([&](Writer& writer) {
                  Session shorter = store::session(writer, session);
                  shorter.plannedMinutes = 30;
                  classes.editSession(writer, shorter);
              }),
              "")
        << "credited more than that already";
}

TEST_P(RosterTest, TheRestArePresentAtOnce) {
    const auto absent = enrol(id, "卞思远");
    enrol(id, "岑若溪");
    enrol(id, "褚景行");
    attend(absent, Presence::absent);
    std::int64_t added = 0;
    db().write([&](Writer& writer) { added = roster.attendAll(writer, session, Presence::present, "补登"); });
    EXPECT_EQ(added, 2);
    EXPECT_EQ(count("SELECT CAST(sum(credited_minutes) AS bigint) FROM training_attendance"), 360);
}

TEST_P(RosterTest, NamesPutOnTheListElsewhereAreAdopted) {
    enrol(id, "卞思远");
    db().write([&](Writer& writer) {
        const auto entry = records->of(writer, {classKind, id}).front();
        auto names = records->names(writer, entry.id);
        names.push_back({"签到进来的", 0, "参加"});
        records->putNames(writer, entry.id, names);
    });
    db().read([&](Reader& reader) {
        const auto all = roster.roster(reader, id);
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all.back().id, 0) << "shown, not stored yet";
    });
    db().write([&](Writer& writer) {
        const Learner line = roster.roster(writer, id).back();
        EXPECT_NE(roster.known(writer, line).id, 0);
    });
    EXPECT_EQ(count("SELECT count(*) FROM training_learner"), 2);
    enrol(id, "褚景行");
    EXPECT_EQ(count("SELECT count(*) FROM participation_name"), 3) << "nobody is lost";
}

TEST_P(RosterTest, TheNewestAttemptOfEachSortDecides) {
    const auto first = enrol(id, "卞思远"), second = enrol(id, "岑若溪");
    const auto sit = [&](std::int64_t who, const char* kind, std::int64_t score, bool passed) {
        db().write([&](Writer& writer) { roster.addResult(writer, {0, 0, who, kind, 1, score, passed, {}}); });
    };
    sit(first, "理论", 9000, true);
    sit(second, "理论", 5000, false);
    EXPECT_EQ(get(id).passed, 1);
    sit(second, "理论", 6500, true);
    EXPECT_EQ(get(id).passed, 2) << "the second attempt";
    sit(first, "实操", 3000, false);
    EXPECT_EQ(get(id).passed, 1) << "both sorts are needed";
    EXPECT_EQ(count("SELECT count(*) FROM training_exam_result"), 4) << "every attempt stays";
    EXPECT_NE(refusal([&](Writer& writer) {
                  roster.addResult(writer, {0, 0, first, "理论", 1, 10100, true, {}});
              }),
              "");
    db().write([&](Writer& writer) { roster.withdraw(writer, first, learner(first).revision); });
    EXPECT_EQ(get(id).passed, 1);
    EXPECT_EQ(get(id).attended, 1);
}

TEST_P(RosterTest, ATemporaryNameBecomesAPersonLater) {
    const auto visitor = enrol(id, "岑若溪", {}, false);
    EXPECT_EQ(learner(visitor).personId, 0);
    unit("恒业化工");
    db().write([&](Writer& writer) {
        const auto host = neighbour->units().find(writer, "恒业化工");
        neighbour->people().create(writer, {"岑若溪", host->id, "安全员", "test"});
        roster.edit(writer, visitor, learners::get(writer, visitor).revision,
                    {"岑若溪", "恒业化工", "安管人员", false});
    });
    EXPECT_NE(learner(visitor).personId, 0);
    EXPECT_EQ(learner(visitor).category, "安全生产管理人员");
    db().read([&](Reader& reader) {
        EXPECT_NE(records->names(reader, records->of(reader, {classKind, id}).front().id).front().personId, 0);
    });
}

} // namespace
} // namespace training::testing
