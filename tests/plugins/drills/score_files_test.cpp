#include "core/drill_verbs.h"
#include "core/score_sheet_entries.h"
#include "core/score_sheet_result.h"
#include "scoring_fixture.h"

#include "support/test_database.h"

#include <yanxun/error.h>

#include <fstream>

namespace drills::testing {
namespace {

const std::filesystem::path templates = YANXUN_SOURCE_DIR "/templates/scoresheets";

class ScoreFilesTest : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& text) {
        const auto file = folder.path() / name;
        std::ofstream(file) << text;
        return file;
    }
    static bool follows(const std::filesystem::path& file, const char* schema) {
        const std::string command =
            "xmllint --noout --schema '" + (templates / schema).string() + "' '" + file.string() + "' 2>/dev/null";
        return std::system(command.c_str()) == 0;
    }
    yanxun::testing::ScratchFolder folder;
};

TEST_F(ScoreFilesTest, EntriesAndResultFollowTheirSchemas) {
    const ScoreSheet sheet = exampleSheet();
    Panel panel = examplePanel();
    panel.evaluators[1].answers["B1"] = given("不符合");
    panel.evaluators[2].answers["B3"] = given("4");
    panel.drillVetoes = {{"3", VetoDecision::overturned, "查无此事", "组长"}};
    ItemRuling& ruling = panel.rulings["B3"];
    ruling.settlement = Settlement::value;
    ruling.settledPoints = 1200;
    ruling.settledReason = "看过影像";
    EXPECT_TRUE(follows(write("e.xml", entriesXml(sheet, panel)), "entries.xsd"));
    const std::string result = resultXml(sheet, score(sheet, panel), inputsHash(sheet, panel));
    EXPECT_TRUE(follows(write("r.xml", result), "result.xsd"));
    EXPECT_NE(result.find("verdict=\"pending\""), std::string::npos) << result;
}

TEST_F(ScoreFilesTest, TheSheetsContentIsPartOfTheHash) {
    ScoreSheet sheet = exampleSheet();
    const Panel panel = examplePanel();
    const std::string hash = inputsHash(sheet, panel);
    sheet.sections[0].items[0].full -= 50;
    sheet.sections[0].items[1].full += 50;
    EXPECT_NE(inputsHash(sheet, panel), hash);
}

TEST_F(ScoreFilesTest, RefusesWhatIsWrongNamingTheFile) {
    const ScoreSheet sheet = readScoreSheet(templates / "general_live.xml");
    const auto refuses = [&](const std::string& xml) {
        EXPECT_THROW(readEntries(write("wrong.xml", xml), sheet), yanxun::Error) << xml;
    };
    refuses("<entries sheet=\"other\" version=\"1\"/>");
    refuses("<entries sheet=\"general-live\" version=\"9\"/>");
    refuses("<entries sheet=\"general-live\"><evaluator key=\"a\"><answer no=\"9.9\" value=\"1\"/></evaluator></entries>");
    refuses("<entries sheet=\"general-live\"><evaluator key=\"a\"><answer no=\"1.2\" value=\"9\"/></evaluator></entries>");
    refuses("<entries sheet=\"general-live\"><evaluator key=\"a\"/><evaluator key=\"a\"/></entries>");
    refuses("<entries sheet=\"general-live\"><evaluator key=\"a\" role=\"boss\"/></entries>");
    refuses("<entries sheet=\"general-live\"><ruling no=\"1.4\" veto=\"confirmed\"/></entries>");
    refuses("<result/>");
    EXPECT_THROW(readEntries(write("half.xml", "<entries"), sheet), yanxun::Unavailable);
    EXPECT_THROW(readEntries(folder.path() / "none.xml", sheet), yanxun::Unavailable);
}

} // namespace
} // namespace drills::testing
