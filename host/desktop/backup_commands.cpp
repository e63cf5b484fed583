#include "desktop/backup_commands.h"

#include "core/backup/backup.h"
#include "desktop/backup_record.h"
#include "desktop/database_name.h"
#include "desktop/main_frame.h"
#include "desktop/menus.h"
#include "desktop/progress_dialog.h"
#include "desktop/status_line.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace yanxun::desktop {
namespace {

std::string zips() { return tr("备份文件 (*.zip)|*.zip"); }

std::string suggestedName(host::Program& program) {
    const std::string target = program.database().target();
    const std::string stem = isServer(target) ? "yanxun" : std::filesystem::path(target).stem().string();
    return stem + "-" + program.clock().today().iso() + ".zip";
}

void backUp(MainFrame& frame, wxWindow* parent) {
    host::Program& program = frame.program();
    const auto out = ui::saveFile(parent, tr("备份到"), zips(), suggestedName(program));
    if (!out) return;
    // The dialog asked about replacing; the backup itself never writes over anything.
    std::error_code none;
    std::filesystem::remove(*out, none);
    runWithProgress(parent, tr("正在备份"), [&](Progress& progress) {
        host::makeBackup(program.database(), program.schemaVersions(), program.clock().now(), *out, progress);
    });
    rememberBackup(program.settings("backups"), program.database().target(), program.clock().now());
    frame.refreshNames();
    frame.workbench().notify(tr("备份已写到 {}，并已读回核对。", out->string()));
}

/// Into a new file beside, never over what is there: what was in use stays as it was.
void restore(MainFrame& frame, wxWindow* parent) {
    host::Program& program = frame.program();
    const auto zip = ui::openFile(parent, tr("选择备份"), zips());
    if (!zip) return;
    const auto target = ui::saveFile(parent, tr("恢复成新的数据库文件"), tr("演训宣数据库 (*.db)|*.db"),
                                     zip->stem().string() + ".db");
    if (!target) return;
    runWithProgress(parent, tr("正在恢复"), [&](Progress& progress) {
        host::restoreBackup(*zip, target->string(), program.schemas(), program.clock(), progress);
    });
    const bool open = ui::confirm(parent, tr("备份已恢复到 {}。现在打开它吗？", target->string()), tr("打开"));
    if (open && frame.calls().openDatabase) frame.calls().openDatabase(target->string());
}

Command command(const char* id, const std::string& label, int order, std::function<void(wxWindow*)> run) {
    Command made;
    made.id = id;
    made.label = label;
    made.menu = fileMenu();
    made.order = order;
    made.run = std::move(run);
    return made;
}

} // namespace

std::vector<Command> backupCommands(MainFrame& frame) {
    return {command("host.backup", tr("备份…"), 200, [&frame](wxWindow* parent) { backUp(frame, parent); }),
            command("host.restore", tr("从备份恢复…"), 201, [&frame](wxWindow* parent) { restore(frame, parent); })};
}

} // namespace yanxun::desktop
