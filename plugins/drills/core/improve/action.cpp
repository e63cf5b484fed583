#include "core/improve/action.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

namespace {

/// The one of `first`…`last` whose word was given.
template <class Enum>
Enum byWord(const std::string& given, int first, int last, const std::string& what) {
    std::string possible;
    for (int value = first; value <= last; ++value) {
        if (word(Enum(value)) == given) return Enum(value);
        possible += (possible.empty() ? "" : "、") + word(Enum(value));
    }
    throw yanxun::Error(tr("{}可以是 {}，收到的是“{}”。", what, possible, given));
}

} // namespace

std::string word(ActionKind kind) {
    switch (kind) {
    case ActionKind::atOnce: return tr("立即");
    case ActionKind::byDate: return tr("限期");
    case ActionKind::lasting: return tr("长期");
    }
    return {};
}

std::string word(ActionStatus status) {
    switch (status) {
    case ActionStatus::draft: return tr("待下发");
    case ActionStatus::working: return tr("整改中");
    case ActionStatus::toVerify: return tr("待复查");
    case ActionStatus::closed: return tr("已销号");
    case ActionStatus::returned: return tr("退回");
    }
    return {};
}

std::string word(CheckKind kind) {
    switch (kind) {
    case CheckKind::papers: return tr("资料复查");
    case CheckKind::onSite: return tr("现场复查");
    case CheckKind::nextDrill: return tr("下次演练复验");
    }
    return {};
}

std::string word(CheckResult result) {
    switch (result) {
    case CheckResult::passed: return tr("通过");
    case CheckResult::partly: return tr("部分");
    case CheckResult::failed: return tr("不通过");
    }
    return {};
}

std::string word(LookBack lookBack) {
    switch (lookBack) {
    case LookBack::passed: return tr("回头看通过");
    case LookBack::failed: return tr("回头看未通过");
    case LookBack::none: break;
    }
    return {};
}

std::string word(ExtensionState state) {
    switch (state) {
    case ExtensionState::asked: return tr("待审批");
    case ExtensionState::approved: return tr("已批准");
    case ExtensionState::refused: return tr("未批准");
    }
    return {};
}

std::string stateWords(const Action& action, yanxun::Date today) {
    std::string words = word(action.status);
    if (action.isOverdue(today)) words += " · " + tr("逾期 {} 天", today.days() - action.due.days());
    if (action.lookBack != LookBack::none) words += " · " + word(action.lookBack);
    if (action.recurrences > 0) words += " · " + tr("复发 {} 次", action.recurrences);
    return words;
}

ActionKind actionKindOf(const std::string& given) { return byWord<ActionKind>(given, 1, 3, tr("整改类型")); }
ActionStatus actionStatusOf(const std::string& given) { return byWord<ActionStatus>(given, 1, 5, tr("整改状态")); }
CheckKind checkKindOf(const std::string& given) { return byWord<CheckKind>(given, 1, 3, tr("复查方式")); }
CheckResult checkResultOf(const std::string& given) { return byWord<CheckResult>(given, 1, 3, tr("复查结论")); }

} // namespace drills
