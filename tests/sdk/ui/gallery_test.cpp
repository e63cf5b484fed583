#include "gallery.h"

#include <support/gui.h>

#include <yanxun/ui/form.h>
#include <yanxun/ui/month_view.h>

#include <cstdlib>

namespace yanxun::testing {
namespace {

std::string density() {
    const char* const scale = std::getenv("GDK_SCALE");
    return scale && std::string(scale) == "2" ? "_2x" : "";
}

struct Look {
    const char* name;
    wxWindow* (*make)(wxWindow*);
};

class Gallery : public ::testing::TestWithParam<Look> {
protected:
    Gallery() { ui::addIconFolder(YANXUN_SOURCE_DIR "/assets/icons"); }
    ~Gallery() override { ui::setThemeMode(ui::ThemeMode::light); }

    void shootIn(ui::ThemeMode mode, wxSize size, const std::string& suffix) {
        ui::setThemeMode(mode);
        ShownFrame shown(density().empty() ? size : wxSize(940, 560));
        shown.show(GetParam().make(shown.parent()));
        if (auto* const form = dynamic_cast<ui::Form*>(find("form", shown.frame()))) form->validate();
        if (wxWindow* const month = find("month", shown.frame())) month->SetFocus();
        shoot(std::string("gallery_") + GetParam().name + suffix + density(), shown.frame());
    }
};

TEST_P(Gallery, ShowsInTheLight) { shootIn(ui::ThemeMode::light, {1320, 840}, "_light"); }
TEST_P(Gallery, ShowsInTheDark) { shootIn(ui::ThemeMode::dark, {1320, 840}, "_dark"); }
TEST_P(Gallery, FitsASmallOfficeScreen) { shootIn(ui::ThemeMode::light, {1366 - 208, 720}, "_1366"); }

INSTANTIATE_TEST_SUITE_P(Pages, Gallery,
                         ::testing::Values(Look{"dashboard", makeDashboard}, Look{"form", makeFormPage},
                                           Look{"month", makeMonthPage}, Look{"icons", makeIconPage}),
                         [](const auto& page) { return std::string(page.param.name); });

} // namespace
} // namespace yanxun::testing
