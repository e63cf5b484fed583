#include "plugins/directory/directory_fixture.h"

#include "core/unit_table.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

class UnitListTest : public DirectoryTest {
protected:
    UnitListTest() {
        addUnit("中心小学", "学校", "望川街道");
        addUnit("阿川机械厂", "企业", "青岭镇");
        addUnit("柏林村", "村", "青岭镇");
        db().write([&](Writer& writer) { directory.create(writer, {"待定厂", "望川街道", "drills.ledger"}); });
    }

    std::string plan(const UnitFilter& filter, const UnitOrder& order) {
        std::string lines;
        db().read([&](Reader& reader) {
            const auto statement = unit_store::listStatement(reader, filter, order, 100);
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const Row& row) { lines += row.str(3) + "\n"; });
        });
        return lines;
    }
};
YANXUN_ON_BOTH_ENGINES(UnitListTest);

TEST_P(UnitListTest, UnitsStandInTheOrderOfPinyin) {
    EXPECT_EQ(namesListed(), (std::vector<std::string>{"阿川机械厂", "柏林村", "待定厂", "中心小学"}));
    EXPECT_EQ(namesListed({}, {"name", false}).front(), "中心小学");
}

TEST_P(UnitListTest, FiltersAndSearchNarrowTheList) {
    EXPECT_EQ(namesListed({.kind = "村"}), std::vector<std::string>{"柏林村"});
    EXPECT_EQ(namesListed({.township = "望川街道"}).size(), 2u);
    EXPECT_EQ(namesListed({.kind = "企业", .township = "望川街道"}).size(), 0u);
    EXPECT_EQ(namesListed({.incompleteOnly = true}), std::vector<std::string>{"待定厂"});
    EXPECT_EQ(namesListed({.search = "机械"}), std::vector<std::string>{"阿川机械厂"});
    EXPECT_EQ(namesListed({.search = "青岭 机械"}), std::vector<std::string>{"阿川机械厂"});
    EXPECT_TRUE(namesListed({.search = "没有"}).empty());
}

TEST_P(UnitListTest, TheTotalCountsBeyondTheLimit) {
    db().read([&](Reader& reader) {
        const auto found = unit_store::list(reader, {}, {}, 2);
        EXPECT_EQ(found.ids.size(), 2u);
        EXPECT_EQ(found.total, 4);
    });
}

TEST_P(UnitListTest, EveryOrderWorksBothWays) {
    for (const char* column : {"name", "kind", "township", "people"}) {
        auto up = namesListed({}, {column, true}), down = namesListed({}, {column, false});
        std::reverse(down.begin(), down.end());
        EXPECT_EQ(up, down) << column;
    }
}

TEST_P(UnitListTest, ThePhoneLeavesTheHouseMaskedOnly) {
    Unit unit;
    unit.name = "甲厂";
    unit.kind = "企业";
    unit.phone = "10012345678";
    db().write([&](Writer& writer) { units.add(writer, unit); });
    bool masked = false;
    db().read([&](Reader& reader) {
        unitsExport().rows(reader, 0).each([&](std::span<const Value> cells) {
            for (const Value& cell : cells) {
                if (!cell.text()) continue;
                EXPECT_EQ(cell.text()->find("10012345678"), std::string::npos);
                masked = masked || *cell.text() == "100****5678";
            }
        });
    });
    EXPECT_TRUE(masked);
}

TEST_P(UnitListTest, TheFigureCountsByKindAndItsRowsAreTheUnits) {
    const auto figure = unitsByKind();
    db().read([&](Reader& reader) {
        const auto result = figure.compute(reader, yanxun::Period::year(2021));
        EXPECT_EQ(result.value, 4);
        std::int64_t sum = 0;
        for (const auto& point : result.series) {
            if (point.key.empty()) {
                sum += point.value;
                continue;
            }
            std::int64_t rows = 0;
            figure.rows(reader, yanxun::Period::year(2021), point.key).each([&](std::span<const Value>) { ++rows; });
            EXPECT_EQ(rows, point.value) << point.key;
            sum += point.value;
        }
        EXPECT_EQ(sum, result.value);
    });
}

TEST_P(UnitListTest, UnitsToCompleteAreTasks) {
    const auto tasks = incompleteUnits();
    db().read([&](Reader& reader) {
        EXPECT_EQ(tasks.count(reader, clock.today()), 1);
        const auto first = tasks.first(reader, clock.today(), 5);
        ASSERT_EQ(first.size(), 1u);
        EXPECT_EQ(first[0].title, "待定厂");
        EXPECT_TRUE(first[0].argument.starts_with("id="));
    });
}

class UnitListPlanTest : public UnitListTest {};
INSTANTIATE_TEST_SUITE_P(Engines, UnitListPlanTest, ::testing::Values(yanxun::Engine::sqlite),
                         [](const auto&) { return "SQLite"; });

TEST_P(UnitListPlanTest, EveryListIsReadFromAnIndexWithoutSorting) {
    const std::pair<UnitFilter, const char*> lists[]{
        {{}, "directory_unit_list"},
        {{.kind = "企业"}, "directory_unit_by_kind"},
        {{.township = "青岭镇"}, "directory_unit_by_region"},
        {{.incompleteOnly = true}, "directory_unit_incomplete"},
    };
    for (const auto& [filter, index] : lists) {
        const std::string lines = plan(filter, {});
        EXPECT_NE(lines.find(index), std::string::npos) << lines;
        EXPECT_EQ(lines.find("TEMP B-TREE"), std::string::npos) << lines;
        EXPECT_EQ(plan(filter, {"name", false}).find("TEMP B-TREE"), std::string::npos);
    }
    EXPECT_EQ(plan({}, {"kind", true}).find("TEMP B-TREE"), std::string::npos);
    EXPECT_EQ(plan({}, {"township", false}).find("TEMP B-TREE"), std::string::npos);
}

} // namespace
} // namespace directory::testing
