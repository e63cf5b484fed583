// The window over an empty and a filled database of either engine, and how it goes.
#include "core/demonstration.h"
#include "desktop/host_pages.h"
#include "desktop/navigation.h"
#include "desktop/opened.h"
#include "desktop/status_line.h"
#include "host/desk.h"

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::EndsWith;
using ::testing::HasSubstr;

namespace {

class StartTest : public ::testing::TestWithParam<Engine> {
protected:
    Home home;
    TestDatabase database{GetParam()};
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Engines, StartTest, ::testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const auto& p) { return p.param == Engine::sqlite ? "SQLite" : "PostgreSQL"; });

TEST_P(StartTest, AnEmptyDatabaseSaysWhatToDo) {
    Opened opened(home.places(), {database.target(), {}, "测试员", {1200, 760}});
    EXPECT_EQ(opened.page(), desktop::kHomePage);
    wxWindow* const empty = find("home.empty", &opened.frame());
    ASSERT_TRUE(empty);
    EXPECT_TRUE(waitFor([&] { return empty->IsShownOnScreen(); }));
    EXPECT_TRUE(showsText(empty, "还没有数据"));
    click(find("home.empty.demo", empty));
    EXPECT_EQ(opened.demonstrationsAsked, 1);
    shoot("empty-home", &opened.frame());
}

TEST_P(StartTest, AFilledDatabaseShowsItsNumbers) {
    {
        host::ProgramOptions options;
        options.target = database.target();
        options.createDatabase = true;
        host::Program program(home.places(), options);
        host::fillDemonstration(program, {1, 2021});
    }
    Opened opened(home.places(), {database.target(), {}, "测试员", {1200, 760}});
    wxWindow* const held = find("figure.drills.held", &opened.frame());
    ASSERT_TRUE(held);
    EXPECT_TRUE(waitFor([&] { return accessibleName(held).find("529") != std::string::npos; })) << accessibleName(held);
    EXPECT_THAT(accessibleName(find("figure.drills.participants", &opened.frame())), HasSubstr("11,046"));
    EXPECT_FALSE(find("home.empty", &opened.frame())->IsShownOnScreen());
}

TEST(Start, NameBureauAndOperatorStandInTheWindow) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), {}, "王小培"});
    EXPECT_THAT(ui::utf8(opened.frame().GetTitle()), HasSubstr("云溪区应急管理局"));
    EXPECT_TRUE(showsText(&opened.frame().navigation(), "王小培 · 未验证"));
    EXPECT_TRUE(showsText(&opened.frame().status(), "demo.db"));
}

TEST(Start, PluginsStopAfterTheirWindowsAndBeforeTheDatabase) {
    Desk desk;
    desk.install("good");
    Opened opened(desk.places, {desk.file("a.db").string(), {}, "测试员"});
    opened.close();
    EXPECT_THAT(desk.journal(), EndsWith("alpha show\nbeta show\ngamma show\n"
                                         "gamma stop\nbeta stop\nalpha stop\n"
                                         "gamma destroy\nbeta destroy\nalpha destroy\n"));
    EXPECT_FALSE(find("main"));
}

TEST(Start, ADatabaseIsOpenedAgainAfterAnother) {
    Home home;
    const std::string demo = home.demonstration();
    Opened(home.places(), {demo, {}, "测试员"}).close();
    Opened(home.places(), {home.file("other.db").string(), {}, "测试员"}).close();
    Opened again(home.places(), {demo, {}, "测试员"});
    EXPECT_TRUE(again.program().database().check(Progress::none()).clean);
}

TEST(Start, ClosingTheWindowIsToldAndDestroysNothingYet) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), {}, "测试员"});
    opened.frame().Close();
    EXPECT_EQ(opened.closes, 1);
    EXPECT_FALSE(opened.frame().IsShown());
}

TEST(Start, ThePageAskedForOpensWithItsArgument) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), std::string(desktop::kCalendarPage) + "?day=2021-03-08", "测试员"});
    EXPECT_EQ(opened.page(), desktop::kCalendarPage);
    EXPECT_TRUE(waitFor([&] { return showsText(&opened.frame(), "2021年3月"); }));
}
