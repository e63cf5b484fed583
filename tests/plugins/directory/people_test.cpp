#include "plugins/directory/directory_fixture.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class PeopleTest : public DirectoryTest {
protected:
    Person addPerson(const std::string& name, std::int64_t unit = 0, const std::string& post = {}) {
        Person person;
        person.name = name;
        person.unitId = unit;
        person.post = post;
        db().write([&](Writer& writer) { person = people.add(writer, person); });
        return person;
    }
    std::int64_t listed(const PeopleFilter& filter) {
        std::int64_t total = 0;
        db().read([&](Reader& reader) { total = person_store::list(reader, filter, 100).total; });
        return total;
    }
};
YANXUN_ON_BOTH_ENGINES(PeopleTest);

TEST_P(PeopleTest, PeopleAreListedByUnitNameAndPinyin) {
    const Unit unit = addUnit("甲厂");
    addPerson("褚安和", unit.id, "厂长");
    addPerson("裴云帆");
    EXPECT_EQ(listed({}), 2);
    EXPECT_EQ(listed({.unitId = unit.id}), 1);
    EXPECT_EQ(listed({.search = "云帆"}), 1);
    EXPECT_EQ(listed({.search = "甲厂"}), 1);
    EXPECT_EQ(listed({.search = "peiyunfan"}), 1);
    EXPECT_EQ(listed({.search = "没有"}), 0);
}

TEST_P(PeopleTest, TheSamePersonIsNotAddedTwiceToAUnit) {
    const Unit unit = addUnit("甲厂");
    addPerson("褚安和", unit.id, "厂长");
    EXPECT_THROW(addPerson("褚安和", unit.id, "厂长"), yanxun::Conflict);
    EXPECT_NO_THROW(addPerson("褚安和", unit.id, "保安"));
    EXPECT_THROW(addPerson(" "), yanxun::Error);
    EXPECT_THROW(addPerson("穆景行", 999), yanxun::NotFound);
}

TEST_P(PeopleTest, TheOperatorIsAPersonMadeOnce) {
    Person first, second;
    db().setWho("值班员");
    db().write([&](Writer& writer) { first = people.ensureOperator(writer); });
    db().write([&](Writer& writer) { second = people.ensureOperator(writer); });
    EXPECT_EQ(first.id, second.id);
    EXPECT_EQ(first.name, "值班员");
    EXPECT_EQ(listed({.operatorsOnly = true}), 1);
}

TEST_P(PeopleTest, ATeamKeepsItsPeople) {
    const Unit unit = addUnit("甲厂");
    const Person leader = addPerson("褚安和", unit.id), member = addPerson("裴云帆", unit.id);
    Team team;
    team.name = "微型消防站";
    team.unitId = unit.id;
    db().write([&](Writer& writer) {
        team = people.addTeam(writer, team);
        people.setMembers(writer, team.id, {{leader.id, "", "队长"}, {member.id, "", ""}});
    });
    db().read([&](Reader& reader) {
        EXPECT_EQ(team_store::get(reader, team.id)->listed, 2);
        EXPECT_EQ(team_store::get(reader, team.id)->unitName, "甲厂");
    });
    EXPECT_THROW(db().write([&](Writer& writer) {
        people.setMembers(writer, team.id, {{999, "", ""}});
    }),
                 yanxun::NotFound);
    db().write([&](Writer& writer) { people.remove(writer, member.id, member.revision); });
    db().read([&](Reader& reader) { EXPECT_EQ(team_store::members(reader, team.id).size(), 1u); });
    db().write([&](Writer& writer) { people.removeTeam(writer, team.id, team.revision); });
    EXPECT_EQ(listed({}), 1);
}

TEST_P(PeopleTest, AUnitWithPeopleCannotBeRemoved) {
    const Unit unit = addUnit("甲厂");
    addPerson("褚安和", unit.id);
    EXPECT_THROW(db().write([&](Writer& writer) { units.remove(writer, unit.id, unit.revision); }), yanxun::Error);
}

} // namespace
} // namespace directory::testing
