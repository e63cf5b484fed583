// A disk that is full, a place that may not be written: exit code 5, a sentence, and what was there stays.
#include "end_to_end/console/console_fixture.h"

#include <fstream>
#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class DiskTest : public ConsoleOnBothTest {
protected:
    std::vector<std::string> filesLike(const std::string& part) const {
        std::vector<std::string> names;
        for (const auto& item : std::filesystem::directory_iterator(home.path())) {
            const std::string name = item.path().filename().string();
            if (name.find(part) != std::string::npos) names.push_back(name);
        }
        return names;
    }
};
YANXUN_ON_BOTH_ENGINES(DiskTest);

TEST_P(DiskTest, NoHalfFileIsLeft) {
    importNotes(5000);
    const auto full = Around{{}, 40'000};
    for (const Words& words : {Words{"export", "notebook.list", "--format", "csv"}, Words{"export", "notebook.list", "--format", "xml"},
                               Words{"report", "notebook.year", "--year", "2021", "--format", "xml"},
                               Words{"report", "notebook.year", "--year", "2021", "--format", "html"}}) {
        Words told = words;
        told.insert(told.end(), {"-o", file("out.file").string()});
        EXPECT_THAT(run(told, full), Refuses(5, "磁盘空间不足"));
    }
    EXPECT_TRUE(filesLike("out.file").empty());
}

TEST_P(DiskTest, AnImportWhoseResultCannotBeWrittenIsStillTold) {
    const auto ledger = notes(3000);
    run({"migrate"});
    const Outcome outcome = run({"import", "notebook.notes", ledger.string(), "--result", "/proc/1/result.csv", "--json"});
    EXPECT_EQ(outcome.exitCode, 5);
    EXPECT_EQ(nlohmann::json::parse(outcome.out).at("new"), 3000);
    EXPECT_EQ(heads(), 3000);
}

TEST_P(DiskTest, AFileThatFillsUpKeepsWhatWasAcknowledged) {
    if (GetParam() == Engine::postgresql) return; // the server's disk is its own
    importNotes(100);
    const auto size = std::filesystem::file_size(database.target());
    const Outcome refused = run({"import", "notebook.notes", notes(20'000, "viele.csv", "乙").string()}, Around{{}, size + 50'000});
    EXPECT_EQ(refused.exitCode, 5) << refused.err;
    EXPECT_TRUE(refused.err.ends_with("。\n")) << refused.err;
    EXPECT_EQ(heads(), 100);
    EXPECT_EQ(answer({"check"}).at("clean"), true);
}

TEST_P(DiskTest, PlacesThatMayNotBeWrittenAreNamed) {
    importNotes(1);
    EXPECT_THAT(run({"export", "notebook.list", "--format", "csv", "-o", "/sys/x.csv"}), Refuses(5, "没有权限写入“/sys/x.csv”"));
    EXPECT_THAT(run({"export", "notebook.list", "--format", "csv", "-o", file("nowhere/x.csv").string()}), Refuses(5, "不存在"));
    EXPECT_THAT(run({"export", "notebook.list", "--format", "csv", "-o", home.path().string()}), Refuses(5, "文件夹"));
    EXPECT_THAT(run({"backup", "/sys/x.zip"}), Refuses(5, "/sys"));
}

} // namespace
