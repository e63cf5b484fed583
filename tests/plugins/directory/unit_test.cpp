#include "plugins/directory/directory_fixture.h"

#include "core/uscc.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

TEST(UsccTest, TheCheckCharacterOfTheStandardsExampleIsRight) {
    // Any 17 characters have exactly one right 18th.
    EXPECT_TRUE(isValidUscc("91350100M000100Y43"));
    EXPECT_FALSE(isValidUscc("91350100M000100Y44"));
    EXPECT_FALSE(isValidUscc("91350100M000100Y4"));
    EXPECT_FALSE(isValidUscc("91350100M000100I43")); // I is not in the alphabet
    EXPECT_FALSE(isValidUscc(""));
}

TEST(UsccTest, SpacesHyphensWidthAndCaseMakeNoDifference) {
    EXPECT_EQ(normaliseUscc(" ９１350100-m000100y43 "), "91350100M000100Y43");
}

TEST(UnitModelTest, ThePhoneIsMaskedByOneRule) {
    EXPECT_EQ(maskPhone("13812345678"), "138****5678");
    EXPECT_EQ(maskPhone("037122345678"), "037*****5678");
    EXPECT_EQ(maskPhone("1234567"), "*******");
    EXPECT_EQ(maskPhone(""), "");
}

TEST(UnitModelTest, ASchoolNamedKindergartenKeepsItsKindAndGetsTheSubkind) {
    const auto proposal = proposeKind("学校", "云溪第一幼儿园");
    EXPECT_EQ(proposal.kind, "学校");
    EXPECT_EQ(proposal.subkind, "幼儿园");
    EXPECT_TRUE(proposal.fromName);
    EXPECT_EQ(proposeKind("企业", "幼儿园用品公司").subkind, "");
}

TEST(UnitModelTest, WordsOfLedgersBecomeKindsAndUnknownOnesStayAsSubkind) {
    EXPECT_EQ(proposeKind("行政村", "上槐坡村").kind, "村");
    EXPECT_EQ(proposeKind("幼儿园", "晨曦园").kind, "学校");
    EXPECT_EQ(proposeKind("幼儿园", "晨曦园").subkind, "幼儿园");
    const auto unknown = proposeKind("气象站", "云溪气象站");
    EXPECT_EQ(unknown.kind, "其他");
    EXPECT_EQ(unknown.subkind, "气象站");
    EXPECT_FALSE(unknown.understood);
    EXPECT_EQ(proposeKind("", "某单位").kind, "");
}

TEST(UnitModelTest, PeopleAreCountedByKind) {
    Unit unit;
    unit.kind = "学校";
    unit.people() = 300;
    EXPECT_EQ(unit.pupils, 300);
    unit.kind = "社区";
    EXPECT_EQ(unit.people(), std::nullopt);
    unit.people() = 5000;
    EXPECT_EQ(unit.population, 5000);
}

class UnitTest : public DirectoryTest {};
YANXUN_ON_BOTH_ENGINES(UnitTest);

TEST_P(UnitTest, AUnitComesBackAsItWasAdded) {
    Unit unit;
    unit.name = " 云溪澜川机械有限公司 ";
    unit.kind = "企业";
    unit.regionName = "白石坡镇";
    unit.uscc = validUscc(7);
    unit.staff = 42;
    unit.phone = "10012345678";
    db().write([&](Writer& writer) { unit = units.add(writer, unit); });
    const Unit stored = this->unit(unit.id);
    EXPECT_EQ(stored, unit);
    EXPECT_EQ(stored.name, "云溪澜川机械有限公司");
    EXPECT_TRUE(stored.usccValid);
    EXPECT_FALSE(stored.incomplete);
    EXPECT_EQ(stored.source, "录入");
    EXPECT_EQ(stored.uid.size(), 36u);
}

TEST_P(UnitTest, ANameOrAValidCodeBelongsToOneUnitOnly) {
    addUnit("上槐坡村", "村");
    EXPECT_THROW(addUnit("上槐坡村", "村"), yanxun::Conflict);
    addUnit("甲公司", "企业", "南屏乡", validUscc(1));
    EXPECT_THROW(addUnit("乙公司", "企业", "南屏乡", validUscc(1)), yanxun::Conflict);
}

TEST_P(UnitTest, AWrongCodeIsKeptButBelongsToNobody) {
    std::string wrong = validUscc(1);
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    const Unit first = addUnit("甲公司", "企业", "南屏乡", wrong);
    EXPECT_FALSE(first.usccValid);
    EXPECT_NO_THROW(addUnit("乙公司", "企业", "南屏乡", wrong));
    EXPECT_FALSE(find(wrong));
}

TEST_P(UnitTest, EditingWithAnOldRevisionIsRefused) {
    Unit mine = addUnit("甲公司"), theirs = mine;
    theirs.contact = "褚安和";
    db().write([&](Writer& writer) { units.edit(writer, theirs); });
    mine.contact = "裴云帆";
    EXPECT_THROW(db().write([&](Writer& writer) { units.edit(writer, mine); }), yanxun::Conflict);
    EXPECT_EQ(unit(mine.id).contact, "褚安和");
}

TEST_P(UnitTest, SavingAnUntouchedUnitChangesNothing) {
    const Unit unit = addUnit("甲公司");
    db().write([&](Writer& writer) { EXPECT_EQ(units.edit(writer, unit).revision, unit.revision); });
}

TEST_P(UnitTest, WrongFieldsAreToldInSentences) {
    Unit unit;
    unit.kind = "洞穴";
    unit.uscc = "123";
    unit.staff = -1;
    const auto errors = check(unit);
    ASSERT_EQ(errors.size(), 4u);
    EXPECT_EQ(errors[0].field, "name");
    EXPECT_EQ(errors[1].field, "kind");
    EXPECT_EQ(errors[2].field, "uscc");
    EXPECT_EQ(errors[3].field, "staff");
    EXPECT_THROW(db().write([&](Writer& writer) { units.add(writer, unit); }), yanxun::Error);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit"), 0);
}

TEST_P(UnitTest, AUnitThatIsUsedCannotBeRemoved) {
    const Unit used = addUnit("甲公司"), unused = addUnit("乙公司");
    users.add({"fake", [&](Reader&, std::int64_t id) { return id == used.id; }, {}, {}});
    db().write([&](Writer& writer) { units.addAlias(writer, unused.id, "乙厂", "录入"); });
    EXPECT_THROW(db().write([&](Writer& writer) { units.remove(writer, used.id, used.revision); }), yanxun::Error);
    const Unit stored = unit(unused.id);
    db().write([&](Writer& writer) { units.remove(writer, stored.id, stored.revision); });
    EXPECT_FALSE(find("乙公司"));
    EXPECT_FALSE(find("乙厂"));
    EXPECT_EQ(namesListed(), std::vector<std::string>{"甲公司"});
}

TEST_P(UnitTest, ADisabledUnitStaysInTheListAndCanComeBack) {
    Unit unit = addUnit("甲公司");
    db().write([&](Writer& writer) { unit = units.setActive(writer, unit.id, unit.revision, false); });
    EXPECT_EQ(namesListed().size(), 1u);
    EXPECT_TRUE(namesListed({.activeOnly = true}).empty());
    db().write([&](Writer& writer) { unit = units.setActive(writer, unit.id, unit.revision, true); });
    EXPECT_EQ(namesListed({.activeOnly = true}).size(), 1u);
}

TEST_P(UnitTest, EveryChangeIsInTheChangeLog) {
    const auto before = scalar("SELECT COUNT(*) FROM change_log");
    Unit unit = addUnit("甲公司");
    unit.contact = "褚安和";
    db().write([&](Writer& writer) { units.edit(writer, unit); });
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM change_log"), before + 2);
}

} // namespace
} // namespace directory::testing
