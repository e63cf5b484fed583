#include "desktop/host_pages.h"

#include "desktop/backup_commands.h"
#include "desktop/calendar_page.h"
#include "desktop/home_page.h"
#include "desktop/host_commands.h"
#include "desktop/import_history_page.h"
#include "desktop/import_wizard.h"
#include "desktop/main_frame.h"
#include "desktop/plugins_page.h"
#include "desktop/report_page.h"
#include "desktop/settings_page.h"
#include "desktop/tasks_page.h"

namespace yanxun::desktop {

void addHostPages(MainFrame& frame) {
    WindowWorkbench& workbench = frame.workbench();
    host::Program& program = frame.program();
    workbench.add(homePage(program, workbench, {frame.calls().openDemonstration}));
    workbench.add(tasksPage(program, workbench));
    workbench.add(calendarPage(program, workbench));
    workbench.add(pluginsPage(program, workbench));
    workbench.add(settingsPage(program, workbench, [&frame] { frame.refreshNames(); }));
    workbench.add(reportPage(program, workbench));
    workbench.add(importHistoryPage(program, workbench));
    workbench.onImport = [&frame](const std::string& kind) {
        showImportWizard(&frame, frame.program(), frame.workbench(), kind);
    };
    for (Command& command : hostCommands(frame)) workbench.add(std::move(command));
    for (Command& command : backupCommands(frame)) workbench.add(std::move(command));
}

} // namespace yanxun::desktop
