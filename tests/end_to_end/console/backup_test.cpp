#include "end_to_end/console/console_fixture.h"

#include <fstream>
#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class BackupConsoleTest : public ConsoleOnBothTest {
protected:
    static std::string bytes(const std::filesystem::path& path) {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
    std::string report(const std::string& target, const std::string& name) const {
        const Outcome made = runOn(target, {"report", "drills.annual", "--year", "2021", "--format", "xml", "-o", file(name).string()});
        EXPECT_EQ(made.exitCode, 0) << made.err;
        return bytes(file(name));
    }
};
YANXUN_ON_BOTH_ENGINES(BackupConsoleTest);

TEST_P(BackupConsoleTest, GoesBackIntoEitherEngine) {
    ASSERT_EQ(run({"demo"}).exitCode, 0);
    ASSERT_EQ(run({"backup", file("b.zip").string()}).exitCode, 0);
    const std::string before = report(database.target(), "before.xml");
    for (const Engine engine : {Engine::sqlite, Engine::postgresql}) {
        const TestDatabase other(engine);
        const Outcome restored = runOn(other.target(), {"restore", file("b.zip").string()});
        ASSERT_EQ(restored.exitCode, 0) << restored.err;
        EXPECT_EQ(runOn(other.target(), {"check"}).exitCode, 0);
        EXPECT_EQ(report(other.target(), "after.xml"), before);
        EXPECT_THAT(runOn(other.target(), {"restore", file("b.zip").string()}), Refuses(4, "已有记录"));
    }
}

TEST_P(BackupConsoleTest, NothingIsWrittenOver) {
    importNotes(2);
    std::ofstream(file("b.zip")) << "alt";
    EXPECT_THAT(run({"backup", file("b.zip").string()}), Refuses(4, "已经存在"));
    EXPECT_EQ(bytes(file("b.zip")), "alt");
    EXPECT_THAT(run({"backup", file("nowhere/b.zip").string()}), Refuses(5, "nowhere 不存在"));
}

TEST_P(BackupConsoleTest, WhatIsNoBackupIsRefused) {
    const TestDatabase other(GetParam());
    const auto restore = [&](const std::filesystem::path& zip) { return runOn(other.target(), {"restore", zip.string()}); };
    EXPECT_THAT(restore(file("nowhere.zip")), Refuses(5, "nowhere.zip"));
    std::ofstream(file("letter.zip")) << "Sehr geehrte";
    EXPECT_THAT(restore(file("letter.zip")), Refuses(4, "不是演训宣的备份"));
}

} // namespace
