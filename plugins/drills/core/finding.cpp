#include "core/finding.h"

#include <yanxun/error.h>
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

std::string word(FindingSource source) {
    switch (source) {
    case FindingSource::ledger: return tr("台账");
    case FindingSource::entered: return tr("录入");
    case FindingSource::evaluation: return tr("评估");
    case FindingSource::observation: return tr("观察");
    case FindingSource::selfCheck: return tr("自评");
    case FindingSource::review: return tr("点评");
    case FindingSource::inspection: return tr("督查");
    }
    return {};
}

Severity severityOf(const std::string& given) {
    for (const Severity severity : {Severity::deficiency, Severity::correction, Severity::improvement}) {
        if (word(severity) == given) return severity;
    }
    throw yanxun::Error(tr("问题分级可以是 不足项、整改项、改进项，收到的是“{}”。", given));
}

std::vector<std::string> findingCategories() {
    return {tr("预案"), tr("组织"), tr("人员"), tr("装备"), tr("通信"), tr("协调"), tr("环境")};
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
