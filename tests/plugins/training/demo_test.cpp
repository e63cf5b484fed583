#include "core/statistics_store.h"
#include "core/training_demo.h"
#include "training_fixture.h"

#include <set>

namespace training::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class DemoTest : public TrainingTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            neighbour->demo().fill(writer, {scale, 2021}, yanxun::Progress::none());
            demoTraining({neighbour->units(), neighbour->people(), *records, classes, roster, rules})
                .fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
    statistics::Totals totals() {
        statistics::Totals sum;
        db().read([&](Reader& reader) { sum = statistics::totals(reader, Period::year(2021)); });
        return sum;
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, MakesTheYearOfADistrict) {
    fill(1);
    const auto sum = totals();
    EXPECT_EQ(sum.offline, 203);
    EXPECT_EQ(sum.online, 402);
    EXPECT_EQ(sum.attended, 38025);
    EXPECT_EQ(wrongCopies(), 0);
    EXPECT_EQ(count("SELECT count(*) FROM training_trainee"), 120);
    EXPECT_EQ(count("SELECT count(*) FROM training_certificate"), 72);
    EXPECT_GT(count("SELECT count(*) FROM training_attendance"), 0);
    db().read([&](Reader& reader) {
        std::int64_t shortOf = 0;
        hours.eachShort(reader, {2021, 12, 31}, [&](const Assessment&) { ++shortOf; });
        EXPECT_GT(shortOf, 10) << "something to do on the tasks page";
        EXPECT_LT(shortOf, 90);
        EXPECT_GT(certificates::dueCount(reader, {2022, 6, 29}), 3);
        EXPECT_GT(reader.searchCount("三级安全教育", classKind), 0);
        EXPECT_GT(reader.searchCount("特种作业", certificateKind), 0);
    });
    EXPECT_EQ(count("SELECT count(*) FROM training_class WHERE starts_ym < 202101 OR starts_ym > 202112"), 0);
    EXPECT_EQ(
        count(
            "SELECT count(*) FROM (SELECT 1 FROM training_class GROUP BY number_key, unit_id HAVING count(*) > 1) d"),
        0)
        << "no number twice";
}

TEST_P(DemoTest, MakesManyTimesAsMuchInTheSameYear) {
    fill(3);
    EXPECT_EQ(totals().offline, 3 * 203);
    EXPECT_EQ(totals().online, 3 * 402);
    EXPECT_EQ(totals().attended, 3 * 38025);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DemoTest, AnEmptyDistrictIsAskedFor) {
    EXPECT_NE(refusal([&](Writer& writer) {
                  demoTraining({neighbour->units(), neighbour->people(), *records, classes, roster, rules})
                      .fill(writer, {1, 2021}, yanxun::Progress::none());
              }),
              "");
}

TEST(DemoYear, IsTheSameEachTimeAndHasNoDoubles) {
    std::vector<directory::UnitRef> units;
    for (int i = 0; i < 40; ++i) {
        directory::UnitRef unit;
        unit.id = i + 1;
        unit.name = i == 7 ? "某区应急管理局" : "单位" + std::to_string(i);
        unit.kind = i % 2 ? "企业" : "村";
        units.push_back(unit);
    }
    const auto once = demoClasses(units, {10, 2021}), twice = demoClasses(units, {10, 2021});
    ASSERT_EQ(once.size(), 6050u);
    std::set<std::string> keys;
    std::int64_t people = 0, bureau = 0;
    for (std::size_t i = 0; i < once.size(); ++i) {
        ASSERT_EQ(once[i].number, twice[i].number);
        ASSERT_EQ(once[i].attended, twice[i].attended);
        ASSERT_TRUE(once[i].startsOn.valid());
        EXPECT_LE(once[i].passed, once[i].attended);
        EXPECT_GT(once[i].attended, 0);
        keys.insert(once[i].number + '|' + std::to_string(once[i].unitId));
        people += once[i].attended;
        bureau += once[i].unitId == 8;
    }
    EXPECT_EQ(keys.size(), once.size());
    EXPECT_EQ(people, 380250);
    EXPECT_GE(bureau, 3025) << "half of them";
    const Rules rules = shippedRules();
    const auto first = demoPeople(units, {1, 2021}, rules), second = demoPeople(units, {1, 2021}, rules);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].name, second[i].name);
        EXPECT_EQ(first[i].credits.size(), second[i].credits.size());
        if (first[i].certificate) {
            EXPECT_EQ(first[i].certificate->issuedOn, second[i].certificate->issuedOn);
        }
    }
}

} // namespace
} // namespace training::testing
