// Units that become one: all that training keeps goes along, and comes back exactly.
#include "training_fixture.h"

namespace training::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class UnitMergeTest : public TrainingTest {
protected:
    std::int64_t of(const char* table, std::int64_t unit) {
        return count(std::string("SELECT count(*) FROM ") + table + " WHERE unit_id = " + std::to_string(unit));
    }
};
YANXUN_ON_BOTH_ENGINES(UnitMergeTest);

TEST_P(UnitMergeTest, EverythingMovesAndComesBack) {
    const auto kept = unit("恒业化工有限公司"), gone = unit("恒业化工");
    const auto stays = add(draft("2021-001", "恒业化工有限公司", {2021, 5, 3})),
               moves = add(draft("2021-001", "恒业化工", {2021, 5, 4}));
    enrol(stays, "卞思远");
    enrol(moves, "卞思远");
    db().write([&](Writer& writer) {
        hours.addTrainee(writer, {"岑若溪", "恒业化工", "从业人员", "高危", {}, {}, true});
        CertificateDraft paper;
        paper.name = "岑若溪";
        paper.unitName = "恒业化工";
        paper.type = "安管证";
        paper.number = "示1";
        paper.issuedOn = {2020, 1, 1};
        papers.add(writer, paper);
        archive.file(writer, "unit", gone, "unit.plan", "计划");
        hours.creditClass(writer, moves);
    });
    const auto minutes = count("SELECT CAST(sum(minutes) AS bigint) FROM training_credit");
    std::int64_t merge = 0;
    db().write([&](Writer& writer) { merge = neighbour->merge(writer, gone, kept); });
    for (const char* table : {"training_class", "training_learner", "training_trainee", "training_certificate"}) {
        EXPECT_EQ(of(table, gone), 0) << table;
    }
    EXPECT_EQ(of("training_class", kept), 2);
    EXPECT_EQ(get(moves).unitName, "恒业化工") << "the name of the day";
    EXPECT_EQ(count("SELECT count(*) FROM training_archive_part WHERE subject_id = " + std::to_string(kept)), 1);
    EXPECT_EQ(count("SELECT CAST(sum(minutes) AS bigint) FROM training_credit"), minutes) << "nobody's hours change";
    EXPECT_EQ(wrongCopies(), 0);
    db().write([&](Writer& writer) { neighbour->unmerge(writer, merge); });
    EXPECT_EQ(of("training_class", kept), 1);
    for (const char* table : {"training_class", "training_learner", "training_trainee", "training_certificate"}) {
        EXPECT_EQ(of(table, gone), 1) << table;
    }
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(UnitMergeTest, AUnitOrPersonInUseIsNotTakenBack) {
    const auto id = add(draft("2021-001", "恒业化工", {2021, 5, 3}));
    const auto learner = enrol(id, "卞思远");
    db().write([&](Writer& writer) {
        EXPECT_FALSE(neighbour->units().removeIfUnused(writer, get(id).unitId));
        const auto person = learners::get(writer, learner).personId;
        EXPECT_FALSE(neighbour->people().removeIfUnused(writer, person));
        roster.withdraw(writer, learner, learners::get(writer, learner).revision);
        EXPECT_TRUE(neighbour->people().removeIfUnused(writer, person));
    });
}

TEST_P(UnitMergeTest, PeopleAreFoundWithinTheirUnitAndNeverGuessed) {
    const auto first = unit("恒业化工"), second = unit("望川超市");
    db().write([&](Writer& writer) {
        auto& people = neighbour->people();
        const auto one = people.create(writer, {" 卞思远 ", first, "安全员", "test"});
        EXPECT_EQ(one.name, "卞思远");
        EXPECT_EQ(one.unitName, "恒业化工");
        people.create(writer, {"卞思远", second, "", "test"});
        EXPECT_EQ(people.find(writer, "卞思远", first)->id, one.id);
        EXPECT_FALSE(people.find(writer, "卞思远", 0));
        EXPECT_EQ(people.suggest(writer, "卞", 0, 10).size(), 2u);
        EXPECT_EQ(people.suggest(writer, "bian", first, 10).size(), 1u);
        EXPECT_TRUE(people.suggest(writer, " ", first, 10).empty());
        people.create(writer, {"卞思远", first, "电工", "test"});
        EXPECT_FALSE(people.find(writer, "卞思远", first)) << "two of one name";
        EXPECT_EQ(people.count(writer, "卞思远", first), 2);
        EXPECT_TRUE(people.removeIfUnused(writer, one.id));
        EXPECT_FALSE(people.get(writer, one.id));
    });
    EXPECT_NE(refusal([&](Writer& writer) { neighbour->people().create(writer, {" ", first, "", "test"}); }), "");
}

} // namespace
} // namespace training::testing
