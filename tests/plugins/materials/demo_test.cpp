#include "core/demo.h"
#include "materials_fixture.h"

namespace materials::testing {
namespace {

using ::testing::IsEmpty;

class DemoTest : public MaterialsTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            neighbour->demo().fill(writer, {1, 2021}, yanxun::Progress::none());
            demoMaterials(service, neighbour->units()).fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, IsTheYearOfTheDistrict) {
    for (int n = 0; n < 12; ++n) {
        campaigns::ActivityRef one;
        one.id = n + 1;
        one.name = "宣传活动" + std::to_string(n);
        one.date = {2021, n + 1, 20};
        activities.all.push_back(one);
    }
    fill(1);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 2"), 7);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 5"), 640);
    EXPECT_EQ(issuedOf(2021), 70312);
    EXPECT_EQ(held("家庭应急手册"), 777);
    EXPECT_THAT(problems(), IsEmpty());
    std::int64_t linked = 0;
    for (const auto& one : activities.all) linked += one.issued;
    EXPECT_EQ(linked, 70312) << "every hand-out belongs to an activity where there are any";
    db().read([&](Reader& reader) {
        EXPECT_EQ(statistics::low(reader).size(), 2u) << "something to be warned of";
        EXPECT_GT(reader.searchCount("手册"), 80);
    });
    receive({2021, 12, 30}, "家庭应急手册", 5);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE number = 'RK2021-0008'"), 1) << "numbers go on";
}

TEST_P(DemoTest, GrowsInProportion) {
    fill(3);
    EXPECT_EQ(issuedOf(2021), 3 * 70312);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 5"), 3 * 640);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(DemoTest, NoDayOfItGoesShort) {
    fill(1);
    db().read([&](Reader& reader) {
        statistics::flowLines(reader, Period::year(2021), 0, 0,
                              [&](const statistics::FlowLine& line) { ASSERT_GE(line.balance, 0) << line.number; });
    });
}

TEST_P(DemoTest, WithoutUnitsItSaysSo) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        demoMaterials(service, neighbour->units()).fill(writer, {1, 2021}, yanxun::Progress::none());
    }),
                 yanxun::Error);
}

} // namespace
} // namespace materials::testing
