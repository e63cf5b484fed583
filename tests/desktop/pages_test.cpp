// Every page there is, whoever brought it, opens in light and dark and in small windows; pictures for people to look at.
#include "desktop/data_watch.h"
#include "desktop/navigation.h"
#include "desktop/opened.h"
#include "desktop/page_book.h"

#include <yanxun/ui/record_table.h>

#include <wx/display.h>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

struct Look {
    const char* name;
    ui::ThemeMode mode;
    wxSize dip;
};

std::vector<std::string> pagesOf(Opened& opened) {
    std::vector<std::string> ids;
    for (const Page& page : opened.frame().workbench().pages()) ids.push_back(page.id);
    return ids;
}

/// Tables have read their rows: what is looked at is the page and not its waiting.
bool isLoading(wxWindow* root) {
    if (const auto* table = dynamic_cast<ui::RecordTable*>(root)) return table->loading();
    for (wxWindow* child : root->GetChildren())
        if (isLoading(child)) return true;
    return false;
}

bool isFlat(wxWindow* window) {
    const wxSize size = window->GetClientSize();
    const wxColour first = pixel(window, {size.x / 2, 40});
    for (int y = 8; y < size.y; y += size.y / 40 + 1)
        for (int x = 8; x < size.x; x += size.x / 60 + 1)
            if (pixel(window, {x, y}) != first) return false;
    return true;
}

void visit(Opened& opened, const Look& look) {
    ui::setThemeMode(look.mode);
    // At twice the density the screen has half the room.
    wxSize size = opened.frame().FromDIP(look.dip);
    size.DecTo(wxDisplay(0u).GetClientArea().GetSize() - opened.frame().FromDIP(wxSize(8, 60)));
    opened.frame().SetClientSize(size);
    opened.frame().Move(0, 0);
    settle(std::chrono::milliseconds(150));
    for (const std::string& id : pagesOf(opened)) {
        SCOPED_TRACE(id);
        wxWindow* const window = opened.open(id);
        ASSERT_TRUE(window);
        EXPECT_TRUE(waitFor([&] { return !isLoading(window); }));
        // A page others open has no entry of its own.
        if (const auto* const entry = opened.frame().navigation().item(id)) {
            EXPECT_TRUE(entry->selected());
        }
        settle(std::chrono::milliseconds(200));
        EXPECT_FALSE(isFlat(window)) << "nothing is seen";
        shoot(std::string(look.name) + "-" + id, &opened.frame());
    }
}

} // namespace

TEST(Pages, EachOpensInEveryLookAndSize) {
    const Answers nothingIsAsked;
    Home home;
    Opened opened(home.places(), {home.demonstration(), {}, "王小培"});
    const wxSize usual(1320, 840);
    for (const Look& look : {Look{"light", ui::ThemeMode::light, usual}, Look{"dark", ui::ThemeMode::dark, usual},
                             Look{"light-1366x768", ui::ThemeMode::light, {1366, 700}},
                             Look{"light-1024x640", ui::ThemeMode::light, {1024, 600}}}) {
        visit(opened, look);
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

TEST(Pages, EachFollowsAChangeOfTheme) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), {}, "王小培", {1320, 840}});
    for (const std::string& id : pagesOf(opened)) {
        SCOPED_TRACE(id);
        wxWindow* const window = opened.open(id);
        ASSERT_TRUE(window);
        for (const ui::ThemeMode mode : {ui::ThemeMode::dark, ui::ThemeMode::light}) {
            ui::setThemeMode(mode);
            settle();
            EXPECT_EQ(pixel(window, {4, 4}), ui::palette().background);
        }
    }
}

TEST(Pages, EachSaysSomethingInAnEmptyDatabase) {
    const Answers nothingIsAsked;
    Home home;
    Opened opened(home.places(), {home.file("empty.db").string(), {}, "王小培"});
    visit(opened, {"empty", ui::ThemeMode::light, {1320, 840}});
}
