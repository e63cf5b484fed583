#include "plugins/directory/directory_fixture.h"

#include "core/region_store.h"

namespace directory::testing {
namespace {

using yanxun::ImportMode;
using yanxun::Reader;

using Rows = std::vector<std::vector<std::string>>;

std::string digits(int number, std::size_t length) {
    std::string text = std::to_string(number);
    return std::string(length - text.size(), '0') + text;
}

/// The country as such files have it: one row a township.
Rows country(int provinces, int cities, int counties, int townships) {
    Rows rows{{"code", "name", "areaCode", "provinceCode", "cityCode"}};
    for (int p = 0; p < provinces; ++p)
        for (int c = 1; c <= cities; ++c)
            for (int a = 1; a <= counties; ++a)
                for (int t = 1; t <= townships; ++t) {
                    const std::string province = digits(11 + p, 2), city = province + digits(c, 2),
                                      area = city + digits(a, 2);
                    rows.push_back(
                        {area + digits(t, 3), "第" + std::to_string(rows.size()) + "街道", area, province, city});
                }
    return rows;
}

class RegionImportTest : public DirectoryTest {};
YANXUN_ON_BOTH_ENGINES(RegionImportTest);

TEST_P(RegionImportTest, AFileGoesInOnceHoweverOftenItIsImported) {
    const auto file = gb18030("区划.csv", country(1, 2, 3, 4));
    const auto first = import(regionImport, file);
    EXPECT_EQ(first.counts.created, 24);
    EXPECT_EQ(first.counts.errors, 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 24 + 6 + 2 + 1);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region WHERE level = 4 AND parent_code = '110101000000'"), 4);
    const auto second = import(regionImport, file);
    EXPECT_EQ(second.counts.created, 0);
    EXPECT_EQ(second.counts.skipped, 24);
}

TEST_P(RegionImportTest, UndoLeavesNothingAndTheFileGoesInAgain) {
    const auto file = gb18030("区划.csv", country(1, 2, 3, 4));
    const auto first = import(regionImport, file);
    const auto undone = undo(regionImport, first.batch);
    EXPECT_TRUE(undone.kept.empty());
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 0);
    EXPECT_EQ(import(regionImport, file).counts.created, 24);
}

TEST_P(RegionImportTest, SeededParentsTakeTheirNameInEveryMode) {
    import(regionImport, gb18030("街道.csv", country(1, 1, 1, 2)));
    const auto named =
        import(regionImport,
               gb18030("区县.csv", {{"code", "name"}, {"11", "示范省"}, {"1101", "青澜市"}, {"110101", "云溪区"}}));
    EXPECT_EQ(named.counts.updated, 3);
    EXPECT_EQ(named.counts.created, 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region WHERE seeded = 1"), 0);
    undo(regionImport, named.batch);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region WHERE seeded = 1"), 3);
}

TEST_P(RegionImportTest, AParentBelowItsChildrenInTheSameFileIsNamedToo) {
    const auto file = gb18030(
        "区划.csv", {{"code", "name"}, {"990101001", "望川街道"}, {"990101", "云溪区"}, {"990101002", "澄湖街道"}});
    const auto result = import(regionImport, file);
    EXPECT_EQ(result.counts.created, 3);
    db().read([&](Reader& reader) { EXPECT_EQ(region_store::withCode(reader, "990101000000")->name, "云溪区"); });
    EXPECT_TRUE(undo(regionImport, result.batch).kept.empty());
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 0);
}

TEST_P(RegionImportTest, WrongAndDoubleCodesAreTold) {
    const auto result = import(regionImport, gb18030("区划.csv", {{"code", "name"},
                                                                  {"990101001", "望川街道"},
                                                                  {"12345", "某地"},
                                                                  {"990101001000", "望川街道"},
                                                                  {"990101003", ""}}));
    EXPECT_EQ(result.counts.created, 1);
    EXPECT_EQ(result.counts.skipped, 1);
    EXPECT_EQ(result.counts.errors, 2);
}

TEST_P(RegionImportTest, ANameThatChangedIsAnUpdate) {
    import(regionImport, gb18030("旧.csv", {{"code", "name"}, { "990101001", "望川乡" }}));
    const auto file = gb18030("新.csv", {{"code", "name"}, {"990101001", "望川街道"}});
    EXPECT_EQ(import(regionImport, file).counts.skipped, 1);
    const auto updated = import(regionImport, file, ImportMode::update);
    EXPECT_EQ(updated.counts.updated, 1);
    undo(regionImport, updated.batch);
    db().read([&](Reader& reader) { EXPECT_EQ(region_store::withCode(reader, "990101001000")->name, "望川乡"); });
}

TEST_P(RegionImportTest, TheWholeCountryGoesIn) {
    const auto file = gb18030("全国.csv", country(31, 8, 6, 28)); // 41,664 townships
    const Unit early = addUnit("甲公司", "企业", "第20000街道");
    const auto result = import(regionImport, file);
    EXPECT_EQ(result.counts.created, 41'664);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 41'664 + 31 * 8 * 6 + 31 * 8 + 31);
    EXPECT_NE(unit(early.id).regionCode, "");
    EXPECT_EQ(import(regionImport, file).counts.skipped, 41'664);
}

} // namespace
} // namespace directory::testing
