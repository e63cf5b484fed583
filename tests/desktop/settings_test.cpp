// What a person chose is there the next time.
#include "core/file_settings.h"
#include "desktop/host_pages.h"
#include "desktop/navigation.h"
#include "desktop/opened.h"
#include "desktop/places_kept.h"
#include "desktop/status_line.h"

#include <gmock/gmock.h>
#include <yanxun/ui/form.h>
#include <yanxun/ui/record_table.h>

#include <wx/display.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

void write(const std::string& field, wxWindow* root, const std::string& text) {
    findAs<wxTextCtrl>(field, root)->SetValue(ui::wx(text));
}

} // namespace

TEST(SettingsPage, AWindowLeftBeyondTheEdgeComesBackWhole) {
    const Home home;
    const wxRect screen = wxDisplay(0u).GetClientArea();
    host::FileSettings file(home.places().settingsFile());
    Settings& settings = file.group("host");
    wxFrame frame(nullptr, wxID_ANY, "演训宣"); // not shown: a window manager may move it as well
    for (const wxPoint left : {wxPoint(screen.GetRight() - 200, screen.GetBottom() - 100), wxPoint(40, 60)}) {
        settings.setInteger("window.x", left.x);
        settings.setInteger("window.y", left.y);
        desktop::restorePlace(&frame, settings);
        EXPECT_TRUE(screen.Contains(frame.GetRect()));
    }
    EXPECT_EQ(frame.GetPosition(), wxPoint(40, 60));
}

TEST(SettingsPage, OperatorBureauAndThemeAreKept) {
    Home home;
    const std::string demo = home.demonstration();
    {
        Opened opened(home.places(), {demo, {}, "", {1200, 760}});
        wxWindow* const page = opened.open(desktop::kSettingsPage);
        write("operator", page, "李科长");
        write("name", page, "东川区应急管理局");
        write("region", page, "东川区");
        auto* const theme = findAs<wxChoice>("theme", page);
        theme->SetSelection(2);
        click(find("settings.save", page));
        EXPECT_TRUE(waitFor([&] { return ui::palette().dark; }));
        EXPECT_TRUE(showsText(&opened.frame().navigation(), "东川区应急管理局"));
        EXPECT_TRUE(showsText(&opened.frame().navigation(), "李科长"));
        EXPECT_TRUE(showsText(&opened.frame().status(), "设置已保存"));
    }
    ui::setThemeMode(ui::ThemeMode::light);
    Opened again(home.places(), {demo, {}, ""});
    EXPECT_EQ(again.program().database().who(), "李科长");
    EXPECT_EQ(again.program().profile("region"), "东川区");
    EXPECT_EQ(again.program().settings().text("theme"), "dark");
    EXPECT_THAT(ui::utf8(again.frame().GetTitle()), HasSubstr("东川区应急管理局"));
}

TEST(SettingsPage, WithoutANameNothingIsSaved) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), {}, "王小培", {1200, 760}});
    wxWindow* const page = opened.open(desktop::kSettingsPage);
    write("operator", page, "");
    write("name", page, "另一个局");
    click(find("settings.save", page));
    EXPECT_NE(opened.program().profile("name"), "另一个局");
}

TEST(Places, PageAndSizeAreRemembered) {
    Home home;
    const std::string demo = home.demonstration();
    {
        Opened opened(home.places(), {demo, {}, "王小培"});
        opened.open(desktop::kCalendarPage);
        opened.frame().SetSize(opened.frame().FromDIP(wxSize(1010, 690)));
        settle();
    }
    Opened again(home.places(), {demo, {}, "王小培"});
    EXPECT_EQ(again.page(), desktop::kCalendarPage);
    const wxSize size = again.frame().ToDIP(again.frame().GetSize());
    EXPECT_NEAR(size.x, 1010, 4);
    EXPECT_NEAR(size.y, 690, 40) << "the menu bar may take its part";
}

TEST(Places, APageThatIsGoneGivesTheHomePage) {
    Home home;
    const std::string demo = home.demonstration();
    {
        Opened opened(home.places(), {demo, {}, "王小培"});
        opened.program().settings().setText("window.page", "gone.page");
        opened.frame().workbench().onOpen = nullptr;
    }
    Opened again(home.places(), {demo, desktop::kHomePage, "王小培"});
    again.program().settings().setText("window.page", "gone.page");
    EXPECT_EQ(again.page(), desktop::kHomePage);
}
