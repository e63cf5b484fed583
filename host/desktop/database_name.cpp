#include "desktop/database_name.h"

#include <yanxun/text.h>

#include <filesystem>

namespace yanxun::desktop {

bool isServer(const std::string& target) {
    return target.starts_with("postgresql://") || target.starts_with("postgres://");
}

std::string databaseName(const std::string& target) {
    if (!isServer(target)) return tr("本机 {}", std::filesystem::path(target).filename().string());
    std::string rest = target.substr(target.find("://") + 3);
    rest = rest.substr(0, rest.find('?'));
    if (const std::size_t at = rest.rfind('@'); at != std::string::npos) rest = rest.substr(at + 1);
    return tr("服务器 {}", rest);
}

} // namespace yanxun::desktop
