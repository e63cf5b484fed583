#include "plugins/directory/directory_fixture.h"

#include "core/region_store.h"

namespace directory::testing {
namespace {

using yanxun::Reader;
using yanxun::Writer;

TEST(RegionModelTest, CodesArePaddedToTwelveDigits) {
    EXPECT_EQ(fullRegionCode("990101001"), "990101001000");
    EXPECT_EQ(fullRegionCode("990101"), "990101000000");
    EXPECT_EQ(fullRegionCode("99"), "990000000000");
    EXPECT_EQ(fullRegionCode(" ９90101001002 "), "990101001002");
    for (const char* wrong : {"", "9", "99010100", "99010100a", "000000000000", "9901010010001"})
        EXPECT_FALSE(fullRegionCode(wrong)) << wrong;
}

TEST(RegionModelTest, LevelAndParentComeFromTheCode) {
    EXPECT_EQ(levelOfCode("990000000000"), RegionLevel::province);
    EXPECT_EQ(levelOfCode("990101001000"), RegionLevel::township);
    EXPECT_EQ(levelOfCode("990101001002"), RegionLevel::village);
    EXPECT_EQ(parentOfCode("990101001002"), "990101001000");
    EXPECT_EQ(parentOfCode("990101001000"), "990101000000");
    EXPECT_EQ(parentOfCode("990100000000"), "990000000000");
    EXPECT_EQ(parentOfCode("990000000000"), "");
    // A town that stands directly under its city.
    EXPECT_EQ(parentOfCode("990300101000"), "990300000000");
    EXPECT_EQ(levelOfCode("990300000000"), RegionLevel::city);
}

class RegionTest : public DirectoryTest {
protected:
    Region add(const std::string& code, const std::string& name) {
        Region region;
        db().write([&](Writer& writer) { region = regions.add(writer, code, name); });
        return region;
    }
    std::string codeOf(const std::string& name) {
        std::string code;
        db().read([&](Reader& reader) { code = directory.regionCode(reader, name); });
        return code;
    }
};
YANXUN_ON_BOTH_ENGINES(RegionTest);

TEST_P(RegionTest, MissingParentsAreSeededAndNamedLater) {
    const Region town = add("990101001", "望川街道");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 4);
    db().read([&](Reader& reader) {
        EXPECT_EQ(region_store::withCode(reader, "990101000000")->name, "990101000000");
        EXPECT_TRUE(region_store::withCode(reader, "990101000000")->seeded);
        EXPECT_EQ(regions.path(reader, town), "望川街道");
    });
    add("990101", "云溪区");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 4);
    db().read([&](Reader& reader) { EXPECT_EQ(regions.path(reader, town), "云溪区 / 望川街道"); });
    EXPECT_THROW(add("990101", "另一区"), yanxun::Conflict);
    EXPECT_THROW(add("12345", "某地"), yanxun::Error);
    EXPECT_THROW(add("990101002", " "), yanxun::Error);
}

TEST_P(RegionTest, RemovingARegionTakesUnneededParentsAlong) {
    const Region first = add("990101001", "望川街道"), second = add("990101002", "澄湖街道");
    const Region county = add("990101", "云溪区");
    db().write([&](Writer& writer) { regions.remove(writer, first.id, first.revision); });
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 4);
    db().write([&](Writer& writer) { regions.remove(writer, county.id, county.revision); });
    EXPECT_EQ(scalar("SELECT seeded FROM directory_region WHERE code = '990101000000'"), 1);
    db().write([&](Writer& writer) { regions.remove(writer, second.id, second.revision); });
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM directory_region"), 0);
}

TEST_P(RegionTest, UnitsKnownByTownshipGetTheCodeWhenRegionsArrive) {
    const Unit early = addUnit("甲公司", "企业", "望川街道");
    EXPECT_EQ(early.regionCode, "");
    const Region town = add("990101001", "望川街道");
    EXPECT_EQ(unit(early.id).regionCode, "990101001000");
    EXPECT_EQ(unit(early.id).revision, early.revision); // derived, no edit
    EXPECT_EQ(addUnit("乙公司", "企业", "望川街道").regionId, town.id);
    db().write([&](Writer& writer) { regions.remove(writer, town.id, town.revision); });
    EXPECT_EQ(unit(early.id).regionCode, "");
    EXPECT_EQ(unit(early.id).regionName, "望川街道");
}

TEST_P(RegionTest, ATownshipsNameThatSeveralHaveMeansTheOneOfTheHomeCounty) {
    add("990101001", "望川街道");
    add("980101001", "西湖街道");
    EXPECT_EQ(codeOf("西湖街道"), "980101001000");
    add("990101002", "西湖街道");
    EXPECT_EQ(codeOf("西湖街道"), "");
    const Unit unsure = addUnit("甲公司", "企业", "西湖街道");
    EXPECT_EQ(unsure.regionCode, "");
    addUnit("乙公司", "企业", "望川街道"); // tells which county is home
    EXPECT_EQ(codeOf("西湖街道"), "990101002000");
    db().write([&](Writer& writer) { regions.relinkUnits(writer); });
    EXPECT_EQ(unit(unsure.id).regionCode, "990101002000");
    EXPECT_EQ(codeOf("没有的镇"), "");
}

TEST_P(RegionTest, RegionsAreFoundByPartOfNameOrCode) {
    add("990101001", "望川街道");
    add("990101002", "澄湖街道");
    db().read([&](Reader& reader) {
        EXPECT_EQ(region_store::search(reader, "望川", 10).size(), 1u);
        EXPECT_EQ(region_store::search(reader, "990101", 10).size(), 3u);
        EXPECT_EQ(region_store::childrenOf(reader, "990101000000").size(), 2u);
        EXPECT_EQ(region_store::childrenOf(reader, "").size(), 1u);
    });
}

} // namespace
} // namespace directory::testing
