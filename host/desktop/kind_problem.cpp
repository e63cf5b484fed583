#include "desktop/kind_problem.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace yanxun::desktop {

std::string problemOf(const std::string& title, const std::function<void()>& ask) {
    try {
        ask();
        return {};
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& wrong) {
        return tr("“{}”没有读出：{}", title, wrong.what());
    } catch (...) {
        return tr("“{}”没有读出：插件出了错，详情见日志。", title);
    }
}

} // namespace yanxun::desktop
