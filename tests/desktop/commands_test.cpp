// Menus, shortcuts, navigation: what the window does with what was added to it.
#include "desktop/host_pages.h"
#include "desktop/menus.h"
#include "desktop/navigation.h"
#include "desktop/opened.h"
#include "desktop/page_book.h"
#include "desktop/status_line.h"

#include <gmock/gmock.h>

#include <wx/menu.h>
#include <wx/msgdlg.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class NoLog final : public Log {
public:
    void debug(std::string_view) override {}
    void info(std::string_view) override {}
    void warning(std::string_view line) override { warnings.emplace_back(line); }
    void error(std::string_view) override {}
    std::vector<std::string> warnings;
};

Command command(const std::string& id, const std::string& menu, int order, std::function<void(wxWindow*)> run = {}) {
    Command made;
    made.id = id;
    made.label = id;
    made.menu = menu;
    made.order = order;
    made.run = std::move(run);
    return made;
}

void choose(wxFrame* frame, const std::string& label) {
    wxMenuBar* const bar = frame->GetMenuBar();
    for (std::size_t i = 0; i < bar->GetMenuCount(); ++i) {
        const int id = bar->GetMenu(i)->FindItem(ui::wx(label));
        if (id == wxNOT_FOUND) continue;
        wxCommandEvent chosen(wxEVT_MENU, id);
        frame->GetEventHandler()->ProcessEvent(chosen);
        return;
    }
    ADD_FAILURE() << "no such menu item: " << label;
}

} // namespace

TEST(Menus, StandInOrderAndSurviveWhatTheyThrow) {
    ShownFrame frame({400, 200});
    NoLog log;
    int runs = 0;
    Command first = command("甲", "演练", 10, [&](wxWindow*) { ++runs; });
    first.shortcut = "Ctrl+N";
    Command second = command("乙", "演练", 20, [](wxWindow*) { throw Error("这一步需要先选一场演练。"); });
    second.shortcut = "Ctrl+N";
    Command third = command("丙", desktop::fileMenu(), 0, [](wxWindow*) { throw 5; });
    Command off = command("丁", desktop::helpMenu(), 0, [&](wxWindow*) { runs += 100; });
    off.enabled = [] { return false; };
    desktop::setMenus(frame.frame(), {off, second, first, third}, log);
    wxMenuBar* const bar = frame.frame()->GetMenuBar();
    ASSERT_EQ(bar->GetMenuCount(), 3u);
    EXPECT_EQ(bar->GetMenuLabelText(0), ui::wx(desktop::fileMenu()));
    EXPECT_EQ(bar->GetMenuLabelText(2), ui::wx(desktop::helpMenu()));
    ASSERT_EQ(log.warnings.size(), 1u) << "one shortcut, two commands";
    choose(frame.frame(), "甲");
    choose(frame.frame(), "丁");
    EXPECT_EQ(runs, 1);
    Answers answers;
    answers.then(wxID_OK, [](wxDialog* dialog) {
        EXPECT_THAT(ui::utf8(static_cast<wxMessageDialog*>(dialog)->GetMessage()), HasSubstr("先选一场演练"));
    });
    answers.then(wxID_OK);
    choose(frame.frame(), "乙");
    choose(frame.frame(), "丙");
    EXPECT_EQ(answers.given(), 2);
}

TEST(Window, MenusOpenPagesAndAskForDatabases) {
    Home home;
    const std::string demo = home.demonstration();
    Opened opened(home.places(), {demo, desktop::kHomePage, "王小培"});
    choose(&opened.frame(), "日历");
    EXPECT_EQ(opened.page(), desktop::kCalendarPage);
    choose(&opened.frame(), "插件");
    EXPECT_EQ(opened.page(), desktop::kPluginsPage);
    choose(&opened.frame(), "打开数据库…");
    EXPECT_EQ(opened.databaseAsked, demo);
    choose(&opened.frame(), "打开演示区");
    EXPECT_EQ(opened.demonstrationsAsked, 1);
    choose(&opened.frame(), "刷新");
    choose(&opened.frame(), "退出");
    EXPECT_EQ(opened.closes, 1);
}

TEST(Window, NavigationOpensPagesByMouseAndKeys) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培", {1320, 840}});
    desktop::Navigation& navigation = opened.frame().navigation();
    click(navigation.item(desktop::kTasksPage));
    EXPECT_EQ(opened.page(), desktop::kTasksPage);
    EXPECT_TRUE(navigation.item(desktop::kTasksPage)->selected());
    EXPECT_FALSE(navigation.item(desktop::kHomePage)->selected());
    EXPECT_GT(navigation.item(desktop::kTasksPage)->badge(), 0);
    navigation.item(desktop::kCalendarPage)->SetFocus();
    press(WXK_RETURN);
    EXPECT_EQ(opened.page(), desktop::kCalendarPage);
}

TEST(Window, NarrowWindowsGetANarrowNavigation) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培", {1320, 840}});
    EXPECT_FALSE(opened.frame().navigation().narrow());
    opened.frame().SetClientSize(opened.frame().FromDIP(wxSize(1000, 600)));
    EXPECT_TRUE(waitFor([&] { return opened.frame().navigation().narrow(); }));
    opened.frame().SetClientSize(opened.frame().FromDIP(wxSize(1320, 840)));
    EXPECT_TRUE(waitFor([&] { return !opened.frame().navigation().narrow(); }));
}

TEST(Window, AnUnknownPageIsASentenceAndTheOldOneStays) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kCalendarPage, "王小培"});
    Answers answers;
    answers.then(wxID_OK, [](wxDialog* dialog) {
        EXPECT_THAT(ui::utf8(static_cast<wxMessageDialog*>(dialog)->GetMessage()), HasSubstr("没有页面“nobody.page”"));
    });
    opened.frame().workbench().open("nobody.page");
    EXPECT_EQ(answers.given(), 1);
    EXPECT_EQ(opened.page(), desktop::kCalendarPage);
}

TEST(Window, AnIdIsTakenOnce) {
    desktop::WindowWorkbench workbench;
    Page page;
    page.id = "a.page";
    workbench.add(page);
    EXPECT_THROW(workbench.add(page), Error);
    workbench.add(command("a.do", "演练", 1));
    EXPECT_THROW(workbench.add(command("a.do", "演练", 2)), Error);
}

TEST(Window, GroupsStandWhereTheirLowestPageStands) {
    desktop::WindowWorkbench workbench;
    const auto add = [&](const char* id, const char* group, int order) {
        Page page;
        page.id = id;
        page.group = group;
        page.order = order;
        workbench.add(page);
    };
    add("a", "系统", 2000);
    add("b", "演练", 20);
    add("c", "", 500);
    add("d", "基础", 900);
    add("e", "演练", 950);
    std::string order;
    for (const Page& page : workbench.pages()) order += page.id;
    EXPECT_EQ(order, "cbeda");
}

TEST(Window, NewsAppearInTheStatusLine) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培"});
    EXPECT_THAT(opened.frame().status().shown(), HasSubstr("还没有备份"));
    opened.frame().workbench().notify("已导入 529 条。");
    EXPECT_EQ(opened.frame().status().shown(), "已导入 529 条。");
    opened.frame().status().warn("服务器断开了。");
    EXPECT_EQ(opened.frame().status().shown(), "服务器断开了。");
}
