// One run of the program on both engines: what is made, what is refused, what is brought up to date.
#include "core/demonstration.h"
#include "host/desk.h"

#include <gmock/gmock.h>

#include <fstream>

using namespace yanxun;
using namespace yanxun::host;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class ProgramTest : public ::testing::TestWithParam<Engine> {
protected:
    ProgramTest() : database(GetParam()) {}

    std::unique_ptr<Program> start(bool create = false) {
        ProgramOptions options;
        options.target = database.target();
        options.who = "测试员";
        options.at = 1'625'000'000'000;
        options.createDatabase = create;
        return std::make_unique<Program>(desk.places, options);
    }

    PluginInfo info(Program& program, const std::string& id) {
        for (const PluginInfo& plugin : program.plugins().list()) {
            if (plugin.id == id) return plugin;
        }
        throw std::runtime_error("no plugin " + id);
    }

    /// As a later version of `owner` would leave the database.
    void moveAhead(const std::string& owner, int version) {
        FixedClock clock{1'625'000'000'000};
        std::vector<Migration> steps;
        for (int v = 1; v <= version; ++v) steps.push_back({v, "later", {}});
        Database::open(database.target(), clock)->migrate(owner, steps);
    }

    Desk desk;
    TestDatabase database;
};
YANXUN_ON_BOTH_ENGINES(ProgramTest);

} // namespace

TEST_P(ProgramTest, AMissingDatabaseIsMadeOnlyWhenAsked) {
    EXPECT_THROW(start(), Unavailable);
    start(true);
    EXPECT_TRUE(start()->hasDatabase());
}

TEST_P(ProgramTest, PluginsRunWithTheirTables) {
    desk.install("good");
    const auto program = start(true);
    EXPECT_EQ(info(*program, "gamma").state, PluginState::running);
    EXPECT_EQ(program->registry().figures().size(), 3u);
    EXPECT_EQ(program->database().schemaVersion("alpha"), 1);
    EXPECT_EQ(program->clock().now(), 1'625'000'000'000);
}

TEST_P(ProgramTest, ShutdownStopsInReverseForgetsAndDestroys) {
    desk.install("good");
    {
        const auto program = start(true);
        program->shutdown();
        EXPECT_TRUE(program->registry().figures().empty());
    }
    EXPECT_THAT(desk.journal(), HasSubstr("gamma stop\nbeta stop\nalpha stop\ngamma destroy\nbeta destroy\nalpha destroy\n"));
}

TEST_P(ProgramTest, ADatabaseNewerThanAPluginRefusesOnlyThatPlugin) {
    desk.install("good");
    start(true);
    moveAhead("beta", 2);
    const auto program = start();
    EXPECT_EQ(info(*program, "alpha").state, PluginState::running);
    EXPECT_EQ(info(*program, "beta").state, PluginState::refused);
    EXPECT_TRUE(info(*program, "beta").behindDatabase);
    EXPECT_THAT(info(*program, "beta").reason, HasSubstr("更新版本"));
    EXPECT_EQ(info(*program, "gamma").state, PluginState::waiting);
}

TEST_P(ProgramTest, ADatabaseNewerThanTheProgramIsRefused) {
    start(true);
    moveAhead("host", 99);
    EXPECT_THROW(start(), Error);
}

TEST_P(ProgramTest, AnOlderDatabaseWithRecordsIsBackedUpAndBroughtUpToDate) {
    start(true)->setProfile("name", "东川区应急管理局");
    desk.install("good"); // whose tables the database has not yet
    const auto program = start();
    EXPECT_EQ(info(*program, "gamma").state, PluginState::running);
    EXPECT_TRUE(std::filesystem::exists(program->backupBeforeMigration()));
    EXPECT_EQ(program->profile("name"), "东川区应急管理局");
    EXPECT_TRUE(start()->backupBeforeMigration().empty()) << "the second start finds nothing to do";
}

TEST_P(ProgramTest, APluginWhoseTablesCannotBeMadeStopsNobodyForEver) {
    start(true)->setProfile("name", "东川区应急管理局");
    desk.install("migrations");
    const auto first = start();
    EXPECT_EQ(info(*first, "trouble").state, PluginState::failed);
    EXPECT_TRUE(std::filesystem::exists(first->backupBeforeMigration()));
    const auto second = start(); // beside the first: nobody asks to be alone for the same failure again
    EXPECT_EQ(info(*second, "trouble").state, PluginState::failed);
    EXPECT_TRUE(second->backupBeforeMigration().empty());
    EXPECT_EQ(second->profile("name"), "东川区应急管理局");
}

TEST_P(ProgramTest, AnOlderDatabaseWithoutRecordsNeedsNoBackup) {
    start(true);
    desk.install("good");
    EXPECT_TRUE(start()->backupBeforeMigration().empty());
}

TEST_P(ProgramTest, TheProfileIsKeptAndLogged) {
    {
        const auto program = start(true);
        EXPECT_EQ(program->profile("name"), "");
        program->setProfile("name", "东川区");
        program->setProfile("name", "东川区应急管理局");
    }
    const auto program = start();
    EXPECT_EQ(program->profile("name"), "东川区应急管理局");
    EXPECT_TRUE(program->database().check(Progress::none()).clean);
    EXPECT_TRUE(holdsRecords(program->database()));
}

TEST_P(ProgramTest, TheDemonstrationFillsAnEmptyDatabaseOnce) {
    desk.install("notebook");
    const auto program = start(true);
    fillDemonstration(*program, {3, 2021});
    std::int64_t notes = 0;
    program->database().read([&](Reader& reader) { notes = reader.scalar("SELECT count(*) FROM notebook_note"); });
    EXPECT_EQ(notes, 36);
    EXPECT_THROW(fillDemonstration(*program, {1, 2021}), Conflict);
}

TEST_P(ProgramTest, WithoutADemonstrationTheFillIsRefused) {
    EXPECT_THROW(fillDemonstration(*start(true), {1, 2021}), Error);
}

TEST(Program, TemplatesOfPluginsStandBeforeTheProgramsOwn) {
    Desk desk;
    desk.install("notebook");
    for (const auto& folder : {desk.pluginFolder() / "notebook/templates/rules", desk.places.templates() / "rules"}) {
        std::filesystem::create_directories(folder);
    }
    ProgramOptions options;
    options.pluginsOnly = true;
    Program program(desk.places, options);
    EXPECT_EQ(program.templates("rules"), (std::vector<std::filesystem::path>{
                                              std::filesystem::canonical(desk.pluginFolder() / "notebook/templates/rules"),
                                              desk.places.templates() / "rules"}));
    EXPECT_TRUE(program.templates("nothing").empty());
}

TEST(Program, PluginsCanBeSeenWithoutADatabaseAndLeaveNothingBehind) {
    Desk desk;
    desk.install("good");
    {
        ProgramOptions options;
        options.pluginsOnly = true;
        Program program(desk.places, options);
        EXPECT_FALSE(program.hasDatabase());
        EXPECT_EQ(program.registry().figures().size(), 3u);
    }
    EXPECT_FALSE(std::filesystem::exists(desk.places.database()));
}

TEST(Program, AFileThatIsNoDatabaseIsRefusedAndUntouched) {
    Desk desk;
    std::ofstream(desk.file("letter.db")) << std::string(5000, 'x');
    ProgramOptions options;
    options.target = desk.file("letter.db").string();
    options.createDatabase = true;
    EXPECT_THROW(Program(desk.places, options), Error);
    EXPECT_EQ(contentOf(desk.file("letter.db")), std::string(5000, 'x'));
}
