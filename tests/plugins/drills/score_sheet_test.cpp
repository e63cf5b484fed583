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
    EXPECT_THROW(read(with("na=\"true\"", "na=\"true\" veto-at=\"0\"")), yanxun::Error) << "no ★, no threshold";
    EXPECT_THROW(read(with("style=\"points\" points", "style=\"ratio\" full-at=\"0.5\" zero-at=\"0.9\" points")), yanxun::Error);
    EXPECT_THROW(read(with("style=\"points\" points", "style=\"time\" full-at=\"60\" zero-at=\"60\" points")), yanxun::Error);
    EXPECT_THROW(read(with("version=\"2\"", "version=\"2\" aggregate=\"best\"")), yanxun::Error);
    EXPECT_THROW(read(with("version=\"2\"", "version=\"2\" cap-grade=\"中\"")), yanxun::Error);
    EXPECT_THROW(read(with("version=\"2\"", "version=\"2\" form=\"桌面\"")), yanxun::Error);
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
        EXPECT_EQ(sheet.drillVetoes.size(), 5u) << sheet.title;
    }
}

struct Sums {
    int items = 0, stars = 0, notApplicable = 0;
};
Sums sumsOf(const std::string& id) {
    Sums sums;
    for (const ScoreSheet& sheet : testing::shippedSheets()) {
        if (sheet.id != id) continue;
        for (const auto& section : sheet.sections) {
            for (const auto& item : section.items) {
                ++sums.items;
                sums.stars += item.critical == Critical::veto ? 1 : 0;
                sums.notApplicable += item.naAllowed ? 1 : 0;
            }
        }
    }
    return sums;
}

TEST(ShippedScoreSheets, FireAndFloodAreTheTablesTheyWereMadeFrom) {
    const Sums fire = sumsOf("T-FIRE-SCHOOL"), flood = sumsOf("T-FLOOD-DIST");
    EXPECT_EQ(fire.items, 31);
    EXPECT_EQ(fire.stars, 5);
    EXPECT_EQ(fire.notApplicable, 6);
    EXPECT_EQ(flood.items, 31);
    EXPECT_EQ(flood.stars, 6);
    EXPECT_EQ(flood.notApplicable, 4);
}

TEST(ShippedScoreSheets, TheBureausOwnSuggestionsSaySo) {
    int own = 0;
    for (const ScoreSheet& sheet : testing::shippedSheets()) {
        if (sheet.id.starts_with("T-")) continue;
        ++own;
        EXPECT_TRUE(sheet.note.starts_with("建议表，非标准原文")) << sheet.title;
    }
    EXPECT_EQ(own, 3);
}

TEST(ShippedScoreSheets, TheOneMadeForADrillIsOfferedFirst) {
    const auto sheets = testing::shippedSheets();
    const auto offered = [&](const std::string& hazard, OrgForm form, const std::string& unitKind = "学校") {
        Drill drill;
        drill.hazard = hazard;
        drill.axes.form = form;
        return sheets[bestSheet(sheets, drill, unitKind)].id;
    };
    EXPECT_EQ(offered("火灾", OrgForm::live), "T-FIRE-SCHOOL");
    EXPECT_EQ(offered("火灾", OrgForm::live, "企业"), "general-live") << "no enterprise is scored as a school";
    EXPECT_EQ(offered("火灾", OrgForm::live, ""), "general-live") << "nobody told what the unit is";
    EXPECT_EQ(offered("洪涝", OrgForm::live, "村"), "T-FLOOD-DIST");
    EXPECT_EQ(offered("洪涝", OrgForm::unknown), "T-FLOOD-DIST") << "a ledger that says nothing means the field";
    EXPECT_EQ(offered("洪涝", OrgForm::tabletop), "tabletop");
    EXPECT_EQ(offered("地震", OrgForm::live), "general-live");
}

TEST(ShippedScoreSheets, ThresholdsOfStarsAreThoseOfTheirStyle) {
    for (const ScoreSheet& sheet : testing::shippedSheets()) {
        for (const auto& section : sheet.sections) {
            for (const auto& item : section.items) {
                if (item.critical == Critical::none) continue;
                const bool byItself = item.style == ScoreStyle::level || item.style == ScoreStyle::yesNo;
                EXPECT_EQ(item.vetoAt.has_value(), byItself) << sheet.id << " " << item.no;
            }
        }
    }
}

TEST(ShippedScoreSheets, FollowTheirSchema) {
    const std::filesystem::path folder = YANXUN_SOURCE_DIR "/templates/scoresheets";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".xml") continue;
        const std::string command = "xmllint --noout --schema '" + (folder / "scoresheet.xsd").string() + "' '" +
                                    entry.path().string() + "' 2>/dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0) << entry.path();
    }
}

TEST(ShippedScoreSheets, EveryFieldOfTheSchemasIsExplained) {
    for (const char* name : {"scoresheet.xsd", "entries.xsd", "result.xsd"}) {
        std::ifstream in(std::filesystem::path(YANXUN_SOURCE_DIR "/templates/scoresheets") / name);
        ASSERT_TRUE(in) << name;
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        for (const std::string open : {"<xs:attribute name=", "<xs:element name="}) {
            for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
                const std::size_t words = text.find("<xs:documentation>", at), next = text.find(open, at + 1);
                EXPECT_LT(words, next) << name << ": " << text.substr(at, 60);
            }
        }
    }
}

} // namespace
} // namespace drills
