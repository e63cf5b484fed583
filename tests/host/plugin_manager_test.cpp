// Every refusal the loader can make, and that none of them stops the rest.
#include "host/desk.h"

#include <gmock/gmock.h>

#include <fstream>

using namespace yanxun;
using namespace yanxun::host;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class PluginManagerTest : public ::testing::Test {
protected:
    /// Starts the fixture together with the good ones; the good ones must run whatever it does.
    PluginInfo runBesideGood(const std::string& fixture, const std::string& id) {
        desk.install("good");
        desk.install(fixture);
        ManagedPlugins plugins(desk);
        plugins.run();
        for (const char* good : {"alpha", "beta", "gamma"}) {
            EXPECT_EQ(plugins.info(good).state, PluginState::running) << plugins.info(good).reason;
        }
        EXPECT_EQ(plugins.registry.searches().size(), 0u) << "what it had added is forgotten";
        return plugins.info(id);
    }

    void expectRefused(const PluginInfo& plugin, const std::string& part) {
        EXPECT_EQ(plugin.state, PluginState::refused);
        EXPECT_THAT(plugin.reason, HasSubstr(part));
    }

    void expectFailed(const PluginInfo& plugin, const std::string& part) {
        EXPECT_EQ(plugin.state, PluginState::failed);
        EXPECT_THAT(plugin.reason, HasSubstr(part));
    }

    Desk desk;
};

} // namespace

TEST_F(PluginManagerTest, NeededPluginsStartFirstAndStopLast) {
    desk.install("good");
    {
        ManagedPlugins plugins(desk);
        plugins.run();
        EXPECT_EQ(plugins.registry.figures().size(), 3u);
        plugins.manager.stop();
        EXPECT_TRUE(plugins.registry.figures().empty());
    }
    EXPECT_EQ(desk.journal(), "alpha create\nbeta create\ngamma create\n"
                              "alpha start\nbeta start\ngamma start\n"
                              "gamma stop\nbeta stop\nalpha stop\n"
                              "gamma destroy\nbeta destroy\nalpha destroy\n");
}

TEST_F(PluginManagerTest, ARunningPluginIsListedWithItsManifest) {
    desk.install("good");
    ManagedPlugins plugins(desk);
    plugins.run();
    const PluginInfo beta = plugins.info("beta");
    EXPECT_EQ(beta.name, "试验 beta");
    EXPECT_EQ(beta.version, "1.2.3");
    EXPECT_EQ(beta.needs, std::vector<std::string>{"alpha"});
    EXPECT_EQ(beta.reason, "");
    EXPECT_EQ(plugins.manager.list().front().id, "alpha");
}

TEST_F(PluginManagerTest, ALibraryWithoutADoorIsRefused) {
    expectRefused(runBesideGood("no_entry", "silent"), "没有入口");
}

TEST_F(PluginManagerTest, AnotherStampIsRefusedBeforeAnyCall) {
    const PluginInfo plugin = runBesideGood("wrong_abi", "stranger");
    expectRefused(plugin, "of yesterday");
    EXPECT_THAT(plugin.reason, HasSubstr("本程序是“yanxun-"));
}

TEST_F(PluginManagerTest, AnotherSizeOfTheDoorIsRefused) {
    expectRefused(runBesideGood("wrong_size", "stranger"), "入口大小");
}

TEST_F(PluginManagerTest, AnotherIdThanTheManifestsIsRefused) {
    expectRefused(runBesideGood("wrong_id", "stranger"), "somebody_else");
}

TEST_F(PluginManagerTest, ADoorWithAnEmptyFieldIsRefused) {
    expectRefused(runBesideGood("wrong_null", "stranger"), "不完整");
}

TEST_F(PluginManagerTest, ASentenceThrownInStartIsShown) {
    expectFailed(runBesideGood("error", "trouble"), "许可证已过期");
}

TEST_F(PluginManagerTest, AnIntThrownInStartStopsOnlyItsPlugin) {
    expectFailed(runBesideGood("int", "trouble"), "没有说明原因");
}

TEST_F(PluginManagerTest, AStandardExceptionInStartStopsOnlyItsPlugin) {
    expectFailed(runBesideGood("standard", "trouble"), "nothing there");
}

TEST_F(PluginManagerTest, AnExceptionInCreateStopsOnlyItsPlugin) {
    expectFailed(runBesideGood("create", "trouble"), "no memory");
}

TEST_F(PluginManagerTest, AMigrationThatFailsStopsOnlyItsPlugin) {
    EXPECT_EQ(runBesideGood("migrations", "trouble").state, PluginState::failed);
}

TEST_F(PluginManagerTest, AContributionUnderAForeignNameStopsItsPlugin) {
    expectFailed(runBesideGood("foreign_id", "trouble"), "somebody.else");
}

TEST_F(PluginManagerTest, AServiceOfferedTwiceStopsItsPlugin) {
    expectFailed(runBesideGood("double_service", "trouble"), "trouble.service/1");
}

TEST_F(PluginManagerTest, WhoNeedsAFailedPluginWaits) {
    desk.install("error");
    const PluginInfo user = runBesideGood("after", "trouble_user");
    EXPECT_EQ(user.state, PluginState::waiting);
    EXPECT_THAT(user.reason, HasSubstr("“trouble”"));
}

TEST_F(PluginManagerTest, AMissingPluginIsNamedAlongTheChain) {
    const PluginInfo lonely = runBesideGood("missing", "lonely");
    EXPECT_EQ(lonely.state, PluginState::waiting);
    EXPECT_THAT(lonely.reason, HasSubstr("“nobody”"));
    ManagedPlugins plugins(desk);
    plugins.run();
    EXPECT_EQ(plugins.info("waiting").state, PluginState::waiting);
    EXPECT_THAT(plugins.info("waiting").reason, HasSubstr("“lonely”"));
}

TEST_F(PluginManagerTest, ACircleIsNamed) {
    expectRefused(runBesideGood("circle", "ping"), "ping → pong → ping");
}

TEST_F(PluginManagerTest, AFileThatIsNoLibraryIsRefused) {
    desk.install("stranger");
    std::ofstream(desk.pluginFolder() / "alpha/alpha.so", std::ios::trunc) << "not a library";
    ManagedPlugins plugins(desk);
    plugins.run();
    expectRefused(plugins.info("alpha"), "损坏");
}

TEST_F(PluginManagerTest, ALibraryCutOffAnywhereIsRefusedAndKillsNobody) {
    desk.install("stranger");
    const std::filesystem::path library = desk.pluginFolder() / "alpha/alpha.so";
    const std::uintmax_t whole = std::filesystem::file_size(library);
    for (const std::uintmax_t part : {7, 5, 3, 2}) {
        std::filesystem::resize_file(library, whole / 8 * part);
        ManagedPlugins plugins(desk);
        plugins.run();
        expectRefused(plugins.info("alpha"), "损坏");
    }
}

TEST_F(PluginManagerTest, AMissingLibraryIsNamed) {
    desk.install("stranger");
    std::filesystem::remove(desk.pluginFolder() / "alpha/alpha.so");
    ManagedPlugins plugins(desk);
    plugins.run();
    expectRefused(plugins.info("alpha"), "alpha.so");
}

TEST_F(PluginManagerTest, TwoPluginsOfOneIdAreBothRefusedWithTheirPaths) {
    desk.install("good");
    desk.installForPerson("stranger");
    ManagedPlugins plugins(desk);
    plugins.run();
    int refused = 0;
    for (const PluginInfo& plugin : plugins.manager.list()) {
        if (plugin.id != "alpha") continue;
        ++refused;
        expectRefused(plugin, (desk.pluginFolder() / "alpha").string());
        expectRefused(plugin, (desk.places.data / "plugins/alpha").string());
    }
    EXPECT_EQ(refused, 2);
    EXPECT_EQ(plugins.info("beta").state, PluginState::waiting);
}

TEST_F(PluginManagerTest, ADamagedManifestIsRefused) {
    desk.install("stranger");
    std::ofstream(desk.pluginFolder() / "alpha/plugin.xml", std::ios::trunc) << "<plugin id=";
    ManagedPlugins plugins(desk);
    plugins.run();
    expectRefused(plugins.info("alpha"), "plugin.xml");
}

TEST_F(PluginManagerTest, AFolderOfAnotherNameThanTheIdIsRefused) {
    desk.install("stranger");
    std::filesystem::rename(desk.pluginFolder() / "alpha", desk.pluginFolder() / "renamed");
    ManagedPlugins plugins(desk);
    plugins.run();
    expectRefused(plugins.info("renamed"), "alpha");
}

TEST_F(PluginManagerTest, ADisabledPluginRestsUntilItIsEnabledAgain) {
    desk.install("good");
    {
        ManagedPlugins plugins(desk);
        plugins.manager.disable("alpha");
        EXPECT_THROW(plugins.manager.disable("nobody"), NotFound);
    }
    {
        ManagedPlugins plugins(desk);
        plugins.run();
        EXPECT_EQ(plugins.info("alpha").state, PluginState::disabled);
        EXPECT_EQ(plugins.info("beta").state, PluginState::waiting);
        plugins.manager.enable("alpha");
    }
    ManagedPlugins plugins(desk);
    plugins.run();
    EXPECT_EQ(plugins.info("gamma").state, PluginState::running);
}
