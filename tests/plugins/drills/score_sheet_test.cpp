#include "core/score_sheet.h"
#include "drills_fixture.h"

#include <yanxun/error.h>

#include <fstream>

namespace drills {
namespace {

const std::string valid = R"(<scoresheet id="t" version="2"><title>表</title>
<grade name="优" from="90"/><grade name="差" from="0"/>
<levels id="F"><level name="符合" percent="100"/><level name="不符合" percent="0"/></levels>
<section title="甲"><item no="1" style="level" levels="F" points="60"><text>a</text></item>
<item no="2" style="points" points="40" na="true"><text>b</text></item></section></scoresheet>)";

class ScoreSheetTest : public ::testing::Test {
protected:
    ScoreSheet read(const std::string& xml) {
        const auto file = folder.path() / "sheet.xml";
        std::ofstream(file) << xml;
        return readScoreSheet(file);
    }
    static std::string with(const std::string& from, const std::string& to) {
        std::string changed = valid;
        changed.replace(changed.find(from), from.size(), to);
        return changed;
    }
    yanxun::testing::ScratchFolder folder;
};

TEST_F(ScoreSheetTest, ReadsWhatTheFileSays) {
    const ScoreSheet sheet = read(valid);
    EXPECT_EQ(sheet.id, "t");
    EXPECT_EQ(sheet.version, 2);
    EXPECT_EQ(sheet.full(), 10000);
    EXPECT_EQ(sheet.item("1")->levels.size(), 2u);
    EXPECT_TRUE(sheet.item("2")->naAllowed);
    EXPECT_EQ(sheet.coverageMin, 8000);
    EXPECT_EQ(sheet.item("3"), nullptr);
}

TEST_F(ScoreSheetTest, RefusesWhatBreaksTheFormat) {
    EXPECT_THROW(read(with("points=\"60\"", "points=\"59\"")), yanxun::Error);
    EXPECT_THROW(read(with("points=\"60\"", "points=\"60.3\"")), yanxun::Error);
    EXPECT_THROW(read(with("levels=\"F\" points", "levels=\"G\" points")), yanxun::Error);
    EXPECT_THROW(read(with("style=\"points\"", "style=\"stars\"")), yanxun::Error);
    EXPECT_THROW(read(with("no=\"2\"", "no=\"1\"")), yanxun::Error);
    EXPECT_THROW(read(with("na=\"true\"", "na=\"true\" critical=\"true\"")), yanxun::Error);
    EXPECT_THROW(read(with("from=\"0\"", "from=\"10\"")), yanxun::Error);
    EXPECT_THROW(read(valid.substr(0, 80)), yanxun::Unavailable);
}

TEST_F(ScoreSheetTest, TheBureausOwnSheetStandsBeforeTheShippedOne) {
    const yanxun::testing::ScratchFolder shipped;
    std::ofstream(folder.path() / "own.xml") << with("<title>表", "<title>本局表");
    std::ofstream(shipped.path() / "t.xml") << valid;
    const auto sheets = loadScoreSheets({folder.path(), shipped.path(), folder.path() / "none"});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets.front().title, "本局表");
}

TEST(ShippedScoreSheets, AreAllReadable) {
    const auto sheets = testing::shippedSheets();
    ASSERT_FALSE(sheets.empty());
    for (const ScoreSheet& sheet : sheets) {
        EXPECT_EQ(sheet.full(), 10000) << sheet.title;
        EXPECT_FALSE(sheet.note.empty()) << sheet.title;
    }
}

} // namespace
} // namespace drills
