#include "plugins/directory/directory_fixture.h"

#include "core/demo.h"
#include "core/unit_table.h"

#include <set>

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Value;
using yanxun::Writer;

class DemoTest : public DirectoryTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            demoDistrict(parts).fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
    std::string everything() {
        std::string all;
        db().read([&](Reader& reader) {
            unitsExport().rows(reader, 0).each([&](std::span<const Value> cells) {
                for (const Value& cell : cells)
                    all += yanxun::cellText(cell, yanxun::CellKind::text) + "\t";
                all += "\n";
            });
            reader.each("SELECT uid FROM directory_unit ORDER BY uid",
                        [&](const yanxun::Row& row) { all += row.str(0); });
        });
        return all;
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, TheDistrictHasEightTownshipsAndUnitsOfAllKinds) {
    fill(1);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit"), 540);
    EXPECT_EQ(scalar("SELECT COUNT(DISTINCT region_code) FROM directory_unit"), 8);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit WHERE region_code = ''"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(DISTINCT kind) FROM directory_unit"), 7);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit WHERE kind = '学校'"), 66);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit WHERE kind = '企业' AND uscc_valid = 0"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_team"), 9);
    EXPECT_EQ(namesListed({.search = "加油站"}).empty(), false);
}

TEST_P(DemoTest, NamesAreUniqueAtEveryScale) {
    fill(100);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_unit"), 5400);
    EXPECT_EQ(scalar("SELECT COUNT(DISTINCT name_key) FROM directory_unit"), 5400);
    EXPECT_EQ(scalar("SELECT COUNT(DISTINCT uscc) FROM directory_unit WHERE uscc <> ''"), 3510);
}

TEST(DemoTest, TheSameRequestGivesTheSameRecordsOnBothEngines) {
    // Two districts, one per engine, told as one text each.
    std::set<std::string> told;
    for (const yanxun::Engine engine : {yanxun::Engine::sqlite, yanxun::Engine::postgresql}) {
        yanxun::testing::TestDatabase holder(engine);
        yanxun::FixedClock clock(1'625'000'000'000);
        const auto database =
            yanxun::Database::open(holder.target(), clock, {.create = true, .who = "演示", .durable = false});
        database->migrate("directory", migrations());
        UnitUserList users;
        RegionService regions;
        AttributeService attributes;
        PeopleService people;
        ScopeService scope;
        UnitService units{regions, users};
        UnitDirectory directory{units, regions};
        MergeService merges{units};
        const Parts parts{regions, units, directory, attributes, merges, people, scope};
        database->write([&](Writer& writer) {
            demoDistrict(parts).fill(writer, {1, 2021}, yanxun::Progress::none());
        });
        std::string all;
        database->read([&](Reader& reader) {
            reader.each(
                "SELECT uid, name, kind, region_code, uscc, contact, phone FROM directory_unit ORDER BY sort_key, id",
                [&](const yanxun::Row& row) {
                    for (std::size_t i = 0; i < 7; ++i)
                        all += row.str(i) + "\t";
                });
        });
        told.insert(all);
    }
    EXPECT_EQ(told.size(), 1u);
}

} // namespace
} // namespace directory::testing
