#pragma once
#include <yanxun/date.h>
#include <yanxun/settings.h>

#include <string>

namespace yanxun::desktop {

/// When this person last made a backup of a database, kept with the person's settings.
void rememberBackup(Settings& settings, const std::string& target, Millis at);
/// «最近备份 2021-12-31 03:00 · 已核对», or that there is none.
std::string lastBackup(const Settings& settings, const std::string& target);

} // namespace yanxun::desktop
