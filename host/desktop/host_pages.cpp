#include "desktop/host_pages.h"

#include "desktop/backup_commands.h"
#include "desktop/home_page.h"
#include "desktop/host_commands.h"
#include "desktop/main_frame.h"
#ifdef HAS_import_wizard
#include "desktop/import_wizard.h"
#endif
#ifdef HAS_import_history_page
#include "desktop/import_history_page.h"
#endif
#ifdef HAS_report_page
#include "desktop/report_page.h"
#endif

namespace yanxun::desktop {

void addHostPages(MainFrame& frame) {
    WindowWorkbench& workbench = frame.workbench();
    host::Program& program = frame.program();
    workbench.add(homePage(program, workbench, {frame.calls().openDemonstration}));
#ifdef HAS_report_page
    workbench.add(reportPage(program, workbench));
#endif
#ifdef HAS_import_history_page
    workbench.add(importHistoryPage(program, workbench));
#endif
#ifdef HAS_import_wizard
    workbench.onImport = [&frame](const std::string& kind) {
        showImportWizard(&frame, frame.program(), frame.workbench(), kind);
    };
#endif
    for (Command& command : hostCommands(frame)) workbench.add(std::move(command));
    for (Command& command : backupCommands(frame)) workbench.add(std::move(command));
}

} // namespace yanxun::desktop
