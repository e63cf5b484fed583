#include "core/finding.h"

#include <yanxun/text.h>

#include <array>

namespace drills {

using yanxun::tr;

std::string word(Severity severity) {
    switch (severity) {
    case Severity::deficiency: return tr("不足项");
    case Severity::correction: return tr("整改项");
    case Severity::improvement: return tr("改进项");
    case Severity::unknown: break;
    }
    return {};
}

std::string word(Rectification state) { return state == Rectification::closed ? tr("已整改") : tr("整改中"); }

Rectification rectificationOf(const std::string& written) {
    static constexpr std::array closedWords{"已整改", "已完成整改", "整改完成", "整改完毕", "已完成", "已闭环", "已销号"};
    const std::string given = yanxun::text::loose(written);
    for (const char* closedWord : closedWords) {
        if (given.starts_with(closedWord)) return Rectification::closed;
    }
    return Rectification::open;
}

} // namespace drills
