// The first window of a person, and what it leads to.
#include "core/demonstration.h"
#include "desktop/first_start_dialog.h"
#include "desktop/opened.h"

#include <wx/textctrl.h>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class FirstStartTest : public ::testing::Test {
protected:
    FirstStartTest() : dialog(home.places(), home.places().database().string()) {
        dialog.Show();
        settle();
    }
    void press(const std::string& way) {
        auto* const button = findAs<wxButton>(way, &dialog);
        wxCommandEvent pressed(wxEVT_BUTTON, button->GetId());
        button->GetEventHandler()->ProcessEvent(pressed);
    }
    void write(const std::string& field, const std::string& text) {
        findAs<wxTextCtrl>(field, &dialog)->SetValue(ui::wx(text));
    }
    Home home;
    desktop::FirstStartDialog dialog;
};

} // namespace

TEST_F(FirstStartTest, AnEmptyDatabaseIsMadeWithTheNamesGiven) {
    shoot("first-start", &dialog);
    write("operator", "王小培");
    write("bureau", "东川区应急管理局");
    press("first.empty");
    EXPECT_FALSE(dialog.wantsImport());
    const auto program = desktop::openProgram(home.places(), dialog.opening(), {}, nullptr);
    EXPECT_EQ(program->database().who(), "王小培");
    EXPECT_EQ(program->profile("name"), "东川区应急管理局");
    EXPECT_TRUE(std::filesystem::exists(home.places().database()));
}

TEST_F(FirstStartTest, ImportStartsWithTheWizard) {
    write("operator", "王小培");
    press("first.import");
    EXPECT_TRUE(dialog.wantsImport());
    EXPECT_TRUE(dialog.opening().create);
}

TEST_F(FirstStartTest, WithoutANameNothingStarts) {
    write("operator", "");
    press("first.empty");
    EXPECT_EQ(dialog.opening().target, "");
}

TEST_F(FirstStartTest, TheDemonstrationIsFilledOnce) {
    write("operator", "王小培");
    press("first.demo");
    EXPECT_EQ(dialog.opening().target, home.places().demoDatabase().string());
    host::ProgramOptions options;
    options.target = dialog.opening().target;
    options.createDatabase = true;
    {
        host::Program program(home.places(), options);
        host::fillDemonstration(program, {1, 2021});
    }
    // It stands already: opened as it is, without asking or filling.
    const Answers nothingIsAsked;
    const auto program = desktop::openProgram(home.places(), dialog.opening(), {}, nullptr);
    EXPECT_TRUE(host::holdsRecords(program->database()));
    EXPECT_EQ(program->profile("name"), "云溪区应急管理局（演示）");
}

TEST(LastTarget, IsTheDefaultTheFirstTimeAndThenTheOneUsed) {
    Home home;
    EXPECT_EQ(desktop::lastTarget(home.places()), home.places().database().string());
    {
        Opened opened(home.places(), {home.demonstration(), {}, "王小培"});
        desktop::rememberTarget(home.places(), opened.program().settings(), "/srv/bureau.db");
        desktop::rememberTarget(home.places(), opened.program().settings(), home.places().demoDatabase().string());
    }
    EXPECT_EQ(desktop::lastTarget(home.places()), "/srv/bureau.db") << "the demonstration is not remembered";
}
