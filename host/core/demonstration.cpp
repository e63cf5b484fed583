#include "core/demonstration.h"

#include "core/profile_store.h"

#include <yanxun/text.h>

namespace yanxun::host {

bool holdsRecords(Database& database) {
    std::int64_t changes = 0;
    database.read([&](Reader& reader) { changes = reader.changeNumber(); });
    return changes != 0;
}

void fillDemonstration(Program& program, const DemoRequest& request, Progress& progress) {
    Database& database = program.database();
    if (holdsRecords(database)) {
        throw Conflict(tr("数据库 {} 里已有记录，演示数据不会写进去。请另选一个新文件，例如 --data demo2.db。",
                          database.target()));
    }
    if (program.registry().demos().empty()) {
        throw Error(tr("现在运行的插件都没有演示数据。请在“插件”中查看插件是否已启用。"));
    }
    database.write([&](Writer& writer) {
        for (const DemoKind& kind : program.registry().demos()) {
            kind.fill(writer, request, progress);
            progress.check();
        }
        writeProfile(writer, "name", tr("云溪区应急管理局（演示）"));
    });
}

} // namespace yanxun::host
