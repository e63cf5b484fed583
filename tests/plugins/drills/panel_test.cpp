#include "core/answer_text.h"
#include "core/evaluation_store.h"
#include "core/finding_store.h"
#include "drills_fixture.h"

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

/// 通用实战 with all best answers.
constexpr auto best = "1.1=符合;1.2=5;1.3=是;1.4=符合;2.1=符合;2.2=6;2.3=是;3.1=6;3.2=符合;3.3=符合;4.1=10;4.2=符合;4.3=6;"
                      "4.4=符合;4.5=符合;5.1=4;5.2=是;6.1=符合;6.2=3;6.3=符合";

class PanelTest : public DrillsTest {
protected:
    PanelTest() {
        id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
        write([&](Writer& writer) { rating.open(writer, id, rating.sheet("general-live")); });
    }
    void write(const std::function<void(Writer&)>& work) { db().write(work); }
    Evaluation now() {
        Evaluation evaluation;
        db().read([&](Reader& reader) { evaluation = rating.get(reader, id); });
        return evaluation;
    }
    std::string join(const std::string& name, EvaluatorRole role = EvaluatorRole::member, const std::string& unit = {}) {
        write([&](Writer& writer) {
            Evaluator one;
            one.name = name;
            one.unit = unit;
            one.role = role;
            one.weight = defaultWeight(role);
            rating.putEvaluator(writer, id, one);
        });
        return now().named(name)->key;
    }
    Answers answers(const std::string& text) { return readAnswers(rating.sheet("general-live"), text); }
    int fill(const std::string& key, const std::string& text, std::int64_t revision = 0) {
        int changed = 0;
        write([&](Writer& writer) { changed = rating.fill(writer, id, key, revision, answers(text), "意见"); });
        return changed;
    }
    void hand(const std::string& key, SheetState state = SheetState::submitted, const std::string& reason = {}) {
        write([&](Writer& writer) { rating.setState(writer, id, key, state, reason); });
    }
    StoredResult freeze() {
        StoredResult stored;
        write([&](Writer& writer) { stored = rating.freeze(writer, id, "好"); });
        return stored;
    }
    std::int64_t id = 0;
};
YANXUN_ON_BOTH_ENGINES(PanelTest);

/// Acceptance case 6.
TEST_P(PanelTest, OneOfThreeSheetsIsMissing) {
    for (const char* name : {"甲", "乙", "丙"}) join(name);
    for (const char* name : {"甲", "乙"}) {
        const std::string key = now().named(name)->key;
        fill(key, best);
        hand(key);
    }
    const ScoreResult result = rating.result(now());
    EXPECT_EQ(result.total, 10000);
    EXPECT_EQ(result.notes.front(), "应评 3 人，实评 2 人。");
    for (const char* name : {"甲", "乙"}) {
        const std::string key = now().named(name)->key;
        hand(key, SheetState::returned, "重看");
        fill(key, "4.1=未观察;3.1=未观察;3.2=未观察");
        hand(key);
    }
    const Evaluation after = now();
    EXPECT_LT(after.coverage, 8000);
    EXPECT_EQ(after.verdict, Verdict::incomplete);
    EXPECT_FALSE(after.total);
    EXPECT_THROW(freeze(), Error);
}

/// Acceptance case 7.
TEST_P(PanelTest, AStarOfOneWaitsForTheLeaderAndAConfirmedOneAsksForMore) {
    for (const char* name : {"甲", "乙", "丙"}) {
        const std::string key = join(name, std::string(name) == "甲" ? EvaluatorRole::leader : EvaluatorRole::member);
        fill(key, best);
        if (std::string(name) == "乙") fill(key, "4.2=不符合|一名学生遗留");
        hand(key);
    }
    const auto number = now().total;
    EXPECT_EQ(now().verdict, Verdict::pending);
    EXPECT_EQ(now().grade, "");
    EXPECT_THROW(freeze(), Error);
    EXPECT_THROW(write([&](Writer& writer) {
                     service.step(writer, id, get(id).revision, Status::evaluating, "");
                     service.step(writer, id, store::get(writer, id).revision, Status::reviewing, "");
                     service.step(writer, id, store::get(writer, id).revision, Status::archived, "");
                 }),
                 Error);
    write([&](Writer& writer) {
        ItemRuling ruling;
        ruling.veto = VetoDecision::confirmed;
        ruling.vetoReason = "属实";
        ruling.vetoEvidence = "清点表、影像";
        ruling.settlement = Settlement::kept;
        ruling.settledReason = "看的楼层不同";
        rating.rule(writer, id, "4.2", ruling);
    });
    const StoredResult stored = freeze();
    EXPECT_EQ(stored.result.grade, "差");
    EXPECT_EQ(stored.result.total, number);
    EXPECT_EQ(get(id).panelGrade, "差");
    EXPECT_EQ(get(id).openFindings, 1);
    db().read([&](Reader& reader) {
        const auto finding = findings::of(reader, id).front();
        EXPECT_EQ(finding.severity, Severity::deficiency);
        EXPECT_EQ(finding.due, (yanxun::Date{2021, 7, 30}));
        const auto repeat = evaluations::repeatOf(reader, id);
        ASSERT_TRUE(repeat);
        EXPECT_EQ(repeat->due, (yanxun::Date{2021, 7, 30}));
        EXPECT_EQ(evaluations::openRepeatCount(reader), 1);
    });
    EXPECT_EQ(wrongCopies(), 0);
}

/// Acceptance case 8.
TEST_P(PanelTest, ReopeningAddsAVersionAndKeepsTheOldResult) {
    const std::string key = join("甲");
    fill(key, best);
    hand(key);
    const StoredResult first = freeze();
    EXPECT_EQ(first.version, 1);
    EXPECT_THROW(fill(key, "1.2=4"), Error) << "frozen";
    EXPECT_THROW(freeze(), Error);
    EXPECT_THROW(write([&](Writer& writer) { rating.reopen(writer, id, " "); }), Error);
    write([&](Writer& writer) { rating.reopen(writer, id, "漏看一处"); });
    hand(key, SheetState::returned, "补看");
    fill(key, "1.2=4");
    hand(key);
    const StoredResult second = freeze();
    EXPECT_EQ(second.version, 2);
    EXPECT_NE(second.inputsHash, first.inputsHash);
    db().read([&](Reader& reader) {
        const auto old = results::version(reader, id, 1);
        ASSERT_TRUE(old);
        EXPECT_EQ(old->result.total, 10000);
        EXPECT_EQ(old->inputsHash, first.inputsHash);
        EXPECT_TRUE(rating.reproduces(*old));
        EXPECT_TRUE(rating.reproduces(*results::version(reader, id, 2)));
        StoredResult changed = *old;
        changed.result.total = 9000;
        EXPECT_FALSE(rating.reproduces(changed));
    });
    EXPECT_EQ(get(id).panelScore, 9900);
}

/// Acceptance case 5: the override of a measured time needs a reason and stands in the log.
TEST_P(PanelTest, OverridingAMeasuredTimeIsLogged) {
    const std::int64_t other = add(draft("疏散演练", "晋安小学", {2021, 5, 4}));
    const ScoreSheet& fire = rating.sheet("T-FIRE-SCHOOL");
    std::string key;
    write([&](Writer& writer) {
        rating.open(writer, other, fire);
        Evaluator one;
        one.name = "甲";
        key = rating.putEvaluator(writer, other, one).named("甲")->key;
        ItemRuling ruling;
        ruling.target = 120'000;
        ruling.measured = "150";
        rating.rule(writer, other, "3.2", ruling);
    });
    EXPECT_THROW(write([&](Writer& writer) {
                     rating.fill(writer, other, key, 0, {{"3.2", {ItemState::scored, "100", false, ""}}}, "");
                 }),
                 Error);
    write([&](Writer& writer) {
        rating.fill(writer, other, key, 0, {{"3.2", {ItemState::scored, "100", false, "秒表按晚"}}}, "");
    });
    EXPECT_EQ(count("SELECT count(*) FROM change_log WHERE tbl = 'drills_eval_entry'"), 1);
}

TEST_P(PanelTest, ADisagreementKeepsTheResultOpen) {
    for (const char* name : {"甲", "乙"}) {
        const std::string key = join(name);
        fill(key, best);
        if (std::string(name) == "乙") fill(key, "4.1=3");
        hand(key);
    }
    EXPECT_EQ(now().disputes, 1);
    EXPECT_THROW(freeze(), Error);
    write([&](Writer& writer) {
        ItemRuling ruling;
        ruling.settlement = Settlement::value;
        ruling.settledPoints = 600;
        ruling.settledReason = "看过影像";
        rating.rule(writer, id, "4.1", ruling);
    });
    EXPECT_EQ(freeze().result.total, 9600);
}

TEST_P(PanelTest, AnEvaluatorOfAUnitThatTakesPartIsMarked) {
    const std::string key = join("甲", EvaluatorRole::member, "晋安小学");
    EXPECT_TRUE(now().evaluator(key)->conflict);
    const std::string other = join("乙", EvaluatorRole::member, "区应急局");
    EXPECT_FALSE(now().evaluator(other)->conflict);
    fill(key, best);
    hand(key);
    EXPECT_EQ(now().total, 10000) << "a warning by default";
    write([&](Writer& writer) {
        rating.setRules(writer, id, Aggregate::automatic, TotalMode::sections, true, "");
    });
    EXPECT_FALSE(now().total) << "nobody is left who counts";
}

TEST_P(PanelTest, TwoWhoFillTheSameSheetAreTold) {
    const std::string key = join("甲");
    const std::int64_t read = now().evaluator(key)->revision;
    EXPECT_EQ(fill(key, "1.1=符合", read), 1);
    EXPECT_THROW(fill(key, "1.2=5", read), Conflict);
    EXPECT_EQ(fill(key, "1.1=符合"), 0) << "the same again changes nothing";
}

TEST_P(PanelTest, BlankItemsBlockHandingInAndALateSheetChangesNothing) {
    const std::string one = join("甲"), late = join("乙");
    fill(one, "1.1=符合");
    EXPECT_THROW(hand(one), Error);
    fill(one, best);
    hand(one);
    const StoredResult stored = freeze();
    EXPECT_EQ(stored.result.expected, 2);
    fill(late, std::string(best) + ";");
    hand(late);
    EXPECT_TRUE(now().frozen);
    db().read([&](Reader& reader) { EXPECT_EQ(results::newest(reader, id)->result.submitted, 1); });
    write([&](Writer& writer) { rating.reopen(writer, id, "计入迟交的表"); });
    EXPECT_EQ(freeze().result.submitted, 2);
}

TEST_P(PanelTest, OnlyOneLeaderAndNoNameTwice) {
    join("甲", EvaluatorRole::leader);
    EXPECT_THROW(join("乙", EvaluatorRole::leader), Error);
    EXPECT_THROW(join("甲"), Conflict);
}

TEST_P(PanelTest, LeniencyIsToldAndChangesNoScore) {
    for (const char* name : {"甲", "乙"}) {
        const std::string key = join(name);
        fill(key, best);
        if (std::string(name) == "乙") fill(key, "4.1=8");
        hand(key);
    }
    const auto total = freeze().result.total;
    db().read([&](Reader& reader) {
        const auto habits = rating.leniency(reader);
        EXPECT_GT(habits.at("甲").meanShare, 0);
        EXPECT_LT(habits.at("乙").meanShare, 0);
        EXPECT_EQ(habits.at("甲").drills, 1);
        EXPECT_EQ(results::newest(reader, id)->result.total, total);
    });
}

TEST_P(PanelTest, SheetsThatAreDueAreTold) {
    join("甲");
    db().read([&](Reader& reader) {
        const yanxun::Date today = clock.today();
        EXPECT_EQ(evaluations::openSheetCount(reader, yanxun::Date::fromDays(today.days() + 1)), 0);
        EXPECT_EQ(evaluations::openSheetCount(reader, yanxun::Date::fromDays(today.days() + sheetDays)), 1);
        EXPECT_EQ(evaluations::openSheets(reader, yanxun::Date::fromDays(today.days() + sheetDays), 5).front().evaluator, "甲");
    });
}

TEST_P(PanelTest, RemovingADrillTakesItsEvaluationAlong) {
    const std::string key = join("甲");
    fill(key, best);
    hand(key);
    freeze();
    write([&](Writer& writer) { service.remove(writer, id, get(id).revision); });
    for (const char* table : {"drills_eval", "drills_eval_sheet", "drills_eval_entry", "drills_result"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
}

} // namespace
} // namespace drills::testing
