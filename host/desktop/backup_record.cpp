#include "desktop/backup_record.h"

#include <yanxun/text.h>

namespace yanxun::desktop {

void rememberBackup(Settings& settings, const std::string& target, Millis at) { settings.setInteger(target, at); }

std::string lastBackup(const Settings& settings, const std::string& target) {
    const Millis at = settings.integer(target);
    if (at == 0) return tr("还没有备份");
    std::string when = isoInstant(at).substr(0, 16);
    when[10] = ' ';
    return tr("最近备份 {} · 已核对", when);
}

} // namespace yanxun::desktop
