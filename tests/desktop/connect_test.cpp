// The dialog that opens databases tries before it takes, and refuses with a sentence.
#include "desktop/connect_dialog.h"
#include "desktop/database_name.h"
#include "desktop/opened.h"

#include <gmock/gmock.h>

#include <fstream>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class ConnectTest : public ::testing::Test {
protected:
    std::string tell(const std::string& target) {
        desktop::ConnectDialog dialog(nullptr, home.places(), target, {});
        dialog.Show();
        settle();
        return press(dialog, "connect.test");
    }

    static std::string press(desktop::ConnectDialog& dialog, const std::string& name) {
        auto* const told = findAs<desktop::SentenceLine>("connect.told", &dialog);
        auto* const button = findAs<wxButton>(name, &dialog);
        wxCommandEvent pressed(wxEVT_BUTTON, button->GetId());
        pressed.SetEventObject(button);
        button->GetEventHandler()->ProcessEvent(pressed);
        EXPECT_TRUE(waitFor([&] { return button->IsEnabled() && !told->sentence().empty(); }, std::chrono::seconds(20)));
        return told->sentence();
    }

    Home home;
};

} // namespace

TEST_F(ConnectTest, ADatabaseIsFound) { EXPECT_EQ(tell(home.demonstration()), "连接成功。"); }

TEST_F(ConnectTest, AMissingFileIsNotMadeByItself) {
    const std::string missing = home.file("none.db").string();
    EXPECT_THAT(tell(missing), HasSubstr("none.db"));
    EXPECT_FALSE(std::filesystem::exists(missing));
}

TEST_F(ConnectTest, AFileThatIsNoDatabaseIsRefused) {
    std::ofstream(home.file("letter.db")) << std::string(5000, 'x');
    EXPECT_THAT(tell(home.file("letter.db").string()), HasSubstr("letter.db"));
}

TEST_F(ConnectTest, AServerThatIsNotThereIsNamed) {
    const std::string said = tell("postgresql://somebody@127.0.0.1:1/yanxun");
    EXPECT_THAT(said, HasSubstr("127.0.0.1"));
}

TEST_F(ConnectTest, AnEmptyServerDatabaseAsksBeforeMakingTables) {
    TestDatabase database(Engine::postgresql);
    desktop::ConnectDialog dialog(nullptr, home.places(), database.target(), {});
    dialog.Show();
    settle();
    EXPECT_THAT(press(dialog, "connect.test"), HasSubstr("新建数据库"));
    findAs<wxCheckBox>("connect.create", &dialog)->SetValue(true);
    EXPECT_EQ(press(dialog, "connect.test"), "连接成功。");
    EXPECT_TRUE(dialog.opening().create);
    EXPECT_TRUE(desktop::isServer(dialog.opening().target));
    shoot("connect", &dialog);
}

TEST_F(ConnectTest, AFieldLeftEmptySaysSo) {
    desktop::ConnectDialog dialog(nullptr, home.places(), "postgresql://somebody@127.0.0.1:1/yanxun", {});
    dialog.Show();
    findAs<wxTextCtrl>("host", &dialog)->SetValue(wxString());
    auto* const test = findAs<wxButton>("connect.test", &dialog);
    wxCommandEvent pressed(wxEVT_BUTTON, test->GetId());
    test->GetEventHandler()->ProcessEvent(pressed);
    EXPECT_TRUE(test->IsEnabled()) << "nothing was tried";
    EXPECT_EQ(findAs<desktop::SentenceLine>("connect.told", &dialog)->sentence(), "");
}

TEST(DatabaseName, IsWhatPeopleCallIt) {
    EXPECT_EQ(desktop::databaseName("/home/a/yanxun.db"), "本机 yanxun.db");
    EXPECT_EQ(desktop::databaseName("postgresql://wang@db1:5432/yanxun?sslmode=require"), "服务器 db1:5432/yanxun");
}
