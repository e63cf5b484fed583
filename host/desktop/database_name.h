#pragma once
#include <yanxun/data/database.h>

#include <string>

namespace yanxun::desktop {

/// True for postgresql://…
bool isServer(const std::string& target);
/// «本机 yanxun.db», «服务器 db1/yanxun»: what people call a database.
std::string databaseName(const std::string& target);

} // namespace yanxun::desktop
