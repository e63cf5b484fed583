#include "plugins/directory/directory_fixture.h"

#include "core/attribute_store.h"

namespace directory::testing {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Writer;

class AttributeTest : public DirectoryTest {
protected:
    Attribute tell(std::int64_t unit, std::string_view attribute, const std::string& value,
                   std::optional<Date> from = {}, std::optional<Date> to = {}) {
        Attribute fact;
        fact.unitId = unit;
        fact.attribute = attribute;
        fact.value = value;
        fact.validFrom = from;
        fact.validTo = to;
        db().write([&](Writer& writer) { fact = attributes.tell(writer, fact); });
        return fact;
    }
    void confirm(const Attribute& fact) {
        db().write([&](Writer& writer) { attributes.confirm(writer, fact.id, fact.revision, "现场核查"); });
    }
    std::string value(std::int64_t unit, std::string_view attribute, Date day) {
        std::string found;
        db().read([&](Reader& reader) { found = attributes.value(reader, unit, attribute, day); });
        return found;
    }
};
YANXUN_ON_BOTH_ENGINES(AttributeTest);

TEST_P(AttributeTest, AFactHoldsOnItsDaysOnly) {
    const Unit unit = addUnit("甲厂");
    confirm(tell(unit.id, attribute::highRisk, "是", Date{2020, 1, 1}, Date{2020, 12, 31}));
    confirm(tell(unit.id, attribute::highRisk, "否", Date{2021, 1, 1}));
    EXPECT_EQ(value(unit.id, attribute::highRisk, {2019, 12, 31}), "");
    EXPECT_EQ(value(unit.id, attribute::highRisk, {2020, 6, 1}), "是");
    EXPECT_EQ(value(unit.id, attribute::highRisk, {2021, 6, 1}), "否");
    EXPECT_EQ(value(unit.id, attribute::crowded, {2021, 6, 1}), "");
}

TEST_P(AttributeTest, ConfirmedStandsAboveUnconfirmedAndTheLaterAboveTheEarlier) {
    const Unit unit = addUnit("甲厂");
    const Attribute first = tell(unit.id, attribute::crowded, "是");
    confirm(first);
    tell(unit.id, attribute::crowded, "否");
    EXPECT_EQ(value(unit.id, attribute::crowded, clock.today()), "是");
    clock.set(clock.now() + 86'400'000);
    confirm(tell(unit.id, attribute::crowded, "否"));
    EXPECT_EQ(value(unit.id, attribute::crowded, clock.today()), "否");
    EXPECT_THROW(confirm(first), yanxun::Error);
}

TEST_P(AttributeTest, WrongFactsAreRefusedWithASentence) {
    const Unit unit = addUnit("甲厂");
    EXPECT_THROW(tell(unit.id, "colour", "红"), yanxun::Error);
    EXPECT_THROW(tell(unit.id, attribute::crowded, "也许"), yanxun::Error);
    EXPECT_THROW(tell(unit.id, attribute::crowded, ""), yanxun::Error);
    EXPECT_THROW(tell(unit.id, attribute::crowded, "是", Date{2021, 2, 1}, Date{2021, 1, 1}), yanxun::Error);
    EXPECT_THROW(tell(unit.id + 99, attribute::crowded, "是"), yanxun::NotFound);
}

TEST_P(AttributeTest, TheSubkindFollowsTheConfirmedFact) {
    const Unit unit = addUnit("晨曦园", "学校");
    const Attribute fact = tell(unit.id, attribute::subkind, "幼儿园");
    EXPECT_EQ(this->unit(unit.id).subkind, "");
    confirm(fact);
    EXPECT_EQ(this->unit(unit.id).subkind, "幼儿园");
    db().write([&](Writer& writer) { attributes.remove(writer, fact.id, fact.revision + 1); });
    EXPECT_EQ(this->unit(unit.id).subkind, "");
}

TEST_P(AttributeTest, AFactMakesTheUnitCountAsEdited) {
    const Unit unit = addUnit("甲厂");
    tell(unit.id, attribute::crowded, "是");
    EXPECT_GT(this->unit(unit.id).revision, unit.revision);
}

} // namespace
} // namespace directory::testing
