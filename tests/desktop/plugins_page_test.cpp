// The page of plugins says in a sentence why one does not run.
#include "core/file_settings.h"
#include "desktop/host_pages.h"
#include "desktop/opened.h"
#include "desktop/status_line.h"
#include "host/desk.h"

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class PluginsPageTest : public ::testing::Test {
protected:
    Opened& open() {
        opened.emplace(desk.places, Opened::Wish{desk.file("a.db").string(), desktop::kPluginsPage, "测试员", {1200, 840}});
        return *opened;
    }
    Desk desk;
    std::optional<Opened> opened;
};

} // namespace

TEST_F(PluginsPageTest, EachRefusalIsASentence) {
    for (const char* fixture : {"good", "wrong_abi", "missing", "circle", "error", "no_entry"}) desk.install(fixture);
    Opened& window = open();
    const std::pair<const char*, const char*> reasons[]{{"stranger", "编译环境与本程序不同"},
                                                        {"lonely", "nobody"},
                                                        {"waiting", "lonely"},
                                                        {"ping", "pong"},
                                                        {"silent", "没有入口"}};
    for (const auto& [id, part] : reasons) {
        SCOPED_TRACE(id);
        wxWindow* const card = find(std::string("plugin.") + id, &window.frame());
        ASSERT_TRUE(card);
        EXPECT_TRUE(showsText(card, part));
    }
    EXPECT_TRUE(showsText(find("plugin.alpha", &window.frame()), "运行中"));
    EXPECT_TRUE(find("plugin.trouble.reason", &window.frame()));
    EXPECT_TRUE(showsText(&window.frame().status(), "未能加载"));
    shoot("plugins-trouble", &window.frame());
}

TEST_F(PluginsPageTest, SwitchingOffTakesEffectAtTheNextStart) {
    desk.install("good");
    Opened& window = open();
    click(find("plugin.gamma.toggle", &window.frame()));
    EXPECT_TRUE(waitFor([&] { return showsText(find("plugin.gamma", &window.frame()), "下次启动生效"); }));
    EXPECT_TRUE(host::FileSettings(desk.places.settingsFile()).group("plugins").flag("gamma.disabled"));
    window.close();
    opened.reset();
    Opened& again = open();
    EXPECT_TRUE(showsText(find("plugin.gamma", &again.frame()), "已停用"));
    click(find("plugin.gamma.toggle", &again.frame()));
    EXPECT_TRUE(waitFor([&] { return showsText(find("plugin.gamma", &again.frame()), "下次启动生效"); }));
    EXPECT_FALSE(host::FileSettings(desk.places.settingsFile()).group("plugins").flag("gamma.disabled"));
}

TEST_F(PluginsPageTest, WithoutAnyItSaysWhereTheyBelong) {
    Opened& window = open();
    EXPECT_TRUE(showsText(&window.frame(), "没有找到插件"));
}
