#include "end_to_end/console/console_fixture.h"

using namespace yanxun::testing;

namespace {

class PluginsConsoleTest : public ConsoleTest {
protected:
    std::string state(const std::string& id) const {
        for (const auto& plugin : answer({"plugins"})) {
            if (plugin.at("id") == id) return plugin.at("state").get<std::string>() + plugin.at("reason").get<std::string>();
        }
        return "not listed";
    }
};

TEST_F(PluginsConsoleTest, RestUntilTheyAreEnabledAgain) {
    EXPECT_EQ(state("notebook"), "running");
    EXPECT_EQ(run({"plugins", "--disable", "notebook"}).exitCode, 0);
    EXPECT_THAT(state("notebook"), ::testing::HasSubstr("您停用了这个插件"));
    EXPECT_THAT(run({"notebook", "list"}), Refuses(2, "没有“notebook list”这个命令"));
    EXPECT_EQ(run({"plugins", "--enable", "notebook"}).exitCode, 0);
    EXPECT_EQ(state("notebook"), "running");
}

TEST_F(PluginsConsoleTest, WhoNeedsOneThatRestsWaitsAndSaysForWhom) {
    EXPECT_EQ(run({"plugins", "--disable", "directory"}).exitCode, 0);
    EXPECT_THAT(state("drills"), ::testing::HasSubstr("“directory”"));
    EXPECT_EQ(state("notebook"), "running");
}

TEST_F(PluginsConsoleTest, OneThatIsNotThereIsRefused) {
    EXPECT_THAT(run({"plugins", "--enable", "nobody"}), Refuses(4, "“nobody”"));
    EXPECT_THAT(run({"plugins", "--disable", "nobody"}), Refuses(4, "“nobody”"));
}

} // namespace
