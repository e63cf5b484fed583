#include "plugins/directory/directory_fixture.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

class ScopeTest : public DirectoryTest {
protected:
    ScopeTest() {
        addUnit("甲厂", "企业");
        addUnit("上槐坡村", "村");
        addUnit("云锦社区", "社区");
        addUnit("启航小学", "学校");
        addUnit("望川卫生院", "医院");
    }
    std::int64_t count(int year, std::string_view category) {
        std::int64_t units = 0;
        db().read([&](Reader& reader) { units = scope.count(reader, year, category); });
        return units;
    }
};
YANXUN_ON_BOTH_ENGINES(ScopeTest);

TEST_P(ScopeTest, UnitsAreInScopeByKindWhenNobodyDecided) {
    EXPECT_EQ(count(2021, "企业"), 1);
    EXPECT_EQ(count(2021, "农村"), 1);
    EXPECT_EQ(count(2021, "社区"), 1);
    EXPECT_EQ(count(2021, "学校"), 1);
    EXPECT_EQ(count(2021, "家庭"), 2);
    EXPECT_THROW(count(2021, "医院"), yanxun::Error);
}

TEST_P(ScopeTest, ADecisionNeedsAReasonAndHoldsForItsYear) {
    const auto unit = find("甲厂")->id, hospital = find("望川卫生院")->id;
    EXPECT_THROW(db().write([&](Writer& writer) { scope.set(writer, 2021, "企业", unit, false, " "); }),
                 yanxun::Error);
    db().write([&](Writer& writer) {
        scope.set(writer, 2021, "企业", unit, false, "停产");
        scope.set(writer, 2021, "企业", hospital, true, "列入试点");
    });
    EXPECT_EQ(count(2021, "企业"), 1);
    EXPECT_EQ(count(2022, "企业"), 1);
    db().write([&](Writer& writer) { scope.set(writer, 2021, "企业", unit, true, "复产"); });
    EXPECT_EQ(count(2021, "企业"), 2);
}

TEST_P(ScopeTest, AFixedYearStaysAsItWas) {
    db().write([&](Writer& writer) {
        scope.set(writer, 2021, "企业", find("甲厂")->id, false, "停产");
        EXPECT_EQ(scope.fix(writer, 2021), 6);
    });
    addUnit("乙厂", "企业");
    addUnit("新社区", "社区");
    EXPECT_EQ(count(2021, "企业"), 0);
    EXPECT_EQ(count(2021, "社区"), 1);
    EXPECT_EQ(count(2022, "企业"), 2);
    EXPECT_THROW(db().write([&](Writer& writer) { scope.fix(writer, 2021); }), yanxun::Conflict);
}

} // namespace
} // namespace directory::testing
