#include "data/core.h"

#include <yanxun/text.h>

#include <filesystem>

namespace yanxun {

void Database::copyTo(const std::string& path, Progress& progress) {
    namespace fs = std::filesystem;
    if (engine() != Engine::sqlite) throw Error(tr("只有数据文件能这样复制；服务器上的数据库请用备份命令。"));
    if (fs::exists(path)) throw Conflict(tr("“{}”已经存在。请另选一个文件名。", path));
    const std::string part = path + ".part";
    fs::remove(part);
    progress.step(0, 2, tr("复制数据库"));
    struct Remove {
        const std::string& path;
        ~Remove() {
            std::error_code gone;
            fs::remove(path, gone);
        }
    } removePart{part};
    {
        // a session of its own: it only reads the database, and the writer goes on
        Reader::Session copying(core_->target, true, core_->options.durable);
        copying.run("VACUUM INTO ?", {part});
    }
    progress.check();
    progress.step(1, 2, tr("核对副本"));
    data::Target copy;
    copy.path = copy.shown = part;
    std::string answer;
    {
        Reader::Session session(copy, false, false);
        session.query("PRAGMA quick_check(1)", {}, [&](const Row& row) {
            answer = row.str(0);
            return true;
        });
    }
    if (answer != "ok") throw Unavailable(tr("复制出来的“{}”没有通过核对。请检查磁盘后再试。", path));
    fs::rename(part, path);
    progress.step(2, 2, tr("复制完成"));
}

} // namespace yanxun
