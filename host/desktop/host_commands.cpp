#include "desktop/host_commands.h"

#include "desktop/host_pages.h"
#include "desktop/main_frame.h"
#include "desktop/menus.h"
#include "desktop/page_book.h"
#include "desktop/search_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/version.h>

namespace yanxun::desktop {
namespace {

struct Words {
    const char* id;
    std::string label, menu;
    int order;
    const char* shortcut = "";
};

Command command(const Words& words, std::function<void(wxWindow*)> run) {
    Command made;
    made.id = words.id;
    made.label = words.label;
    made.menu = words.menu;
    made.order = words.order;
    made.shortcut = words.shortcut;
    made.run = std::move(run);
    return made;
}

std::string about(host::Program& program) {
    return tr("演训宣 {}\n\n应急演练、教育培训、五进宣传：台账、统计和报表。\n\n数据库：{}\n日志：{}", YANXUN_SDK_VERSION,
              program.database().target(), program.places().logFile().string());
}

} // namespace

std::vector<Command> hostCommands(MainFrame& frame) {
    std::vector<Command> all;
    const auto page = [&](const char* id, const std::string& label, const char* pageId, int order, const char* shortcut) {
        all.push_back(command({id, label, viewMenu(), order, shortcut},
                              [&frame, pageId](wxWindow*) { frame.workbench().open(pageId); }));
    };
    all.push_back(command({"host.open", tr("打开数据库…"), fileMenu(), 0, "Ctrl+O"}, [&frame](wxWindow*) {
        if (frame.calls().openDatabase) frame.calls().openDatabase(frame.program().database().target());
    }));
    all.push_back(command({"host.demo", tr("打开演示区"), fileMenu(), 1}, [&frame](wxWindow*) {
        if (frame.calls().openDemonstration) frame.calls().openDemonstration();
    }));
    all.push_back(command({"host.import", tr("导入台账…"), fileMenu(), 100, "Ctrl+I"},
                          [&frame](wxWindow*) { frame.workbench().import({}); }));
    all.push_back(command({"host.settings.open", tr("设置…"), fileMenu(), 300, "Ctrl+,"},
                          [&frame](wxWindow*) { frame.workbench().open(kSettingsPage); }));
    all.push_back(
        command({"host.quit", tr("退出"), fileMenu(), 400, "Ctrl+Q"}, [&frame](wxWindow*) { frame.Close(); }));
    all.push_back(command({"host.search", tr("搜索…"), viewMenu(), 0, "Ctrl+K"}, [&frame](wxWindow* parent) {
        showSearch(parent, frame.program(), frame.workbench());
    }));
    all.push_back(command({"host.refresh", tr("刷新"), viewMenu(), 1, "F5"},
                          [&frame](wxWindow*) { frame.book().dataChanged(); }));
    page("host.home.open", tr("工作台"), kHomePage, 100, "Ctrl+1");
    page("host.tasks.open", tr("待办"), kTasksPage, 101, "Ctrl+2");
    page("host.calendar.open", tr("日历"), kCalendarPage, 102, "Ctrl+3");
    page("host.plugins.open", tr("插件"), kPluginsPage, 200, "");
    all.push_back(command({"host.about", tr("关于演训宣"), helpMenu(), 0},
                          [&frame](wxWindow* parent) { ui::showMessage(parent, about(frame.program())); }));
    return all;
}

} // namespace yanxun::desktop
