#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <vector>

namespace drills {

/// 整改措施; the numbers are stored.
enum class ActionKind { atOnce = 1, byDate = 2, lasting = 3 }; ///< 立即 限期 长期
/// 待下发 → 整改中 → 待复查 → 已销号; 退回 → 整改中. 逾期 is no state but a flag, see isOverdue().
enum class ActionStatus { draft = 1, working = 2, toVerify = 3, closed = 4, returned = 5 };
enum class CheckKind { papers = 1, onSite = 2, nextDrill = 3 };  ///< 资料复查 现场复查 下次演练复验
enum class CheckResult { passed = 1, partly = 2, failed = 3 };   ///< 通过 部分 不通过
enum class LookBack { none = 0, passed = 1, failed = 2 };        ///< 回头看
enum class ExtensionState { asked = 1, approved = 2, refused = 3 };

/// One measure against a finding, from its notice to the day it is struck off.
struct Action {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t findingId = 0, drillId = 0;
    std::string no; ///< of the 整改通知单, «ZG-2021-0007»; "" before it is issued
    std::string measure;
    ActionKind kind = ActionKind::byDate;
    std::string dutyUnit, dutyPerson, coopUnits;
    yanxun::Date due;
    ActionStatus status = ActionStatus::draft;
    std::int64_t repeatNo = 1;    ///< how many times it had to be done
    std::int64_t recurrences = 0; ///< 复发次数: later drills that failed on the same again
    LookBack lookBack = LookBack::none;
    std::optional<yanxun::Date> closed;
    std::string returnedReason;

    bool isOverdue(yanxun::Date today) const { return status != ActionStatus::closed && due < today; }
};

struct ActionProgress {
    std::int64_t id = 0, actionId = 0;
    yanxun::Millis at = 0;
    std::string who;
    std::int64_t percent = 0;
    std::string text;
};

struct Extension {
    std::int64_t id = 0, revision = 0, actionId = 0;
    yanxun::Date oldDue, newDue;
    std::string reason, askedBy;
    yanxun::Millis askedAt = 0;
    ExtensionState state = ExtensionState::asked;
    std::string decidedBy, note;
};

/// 复查 and 回头看.
struct Verification {
    std::int64_t id = 0, actionId = 0;
    CheckKind kind = CheckKind::papers;
    yanxun::Millis at = 0;
    std::string who;
    CheckResult result = CheckResult::passed;
    std::int64_t drillId = 0; ///< of 下次演练复验
    std::string note;
};

std::string word(ActionKind kind);
std::string word(ActionStatus status);
std::string word(CheckKind kind);
std::string word(CheckResult result);
std::string word(LookBack lookBack); ///< «回头看通过», «回头看未通过», "" 
std::string word(ExtensionState state);
/// «整改中 · 逾期 3 天 · 回头看未通过»
std::string stateWords(const Action& action, yanxun::Date today);
/// By their words. Throw Error with those that are possible.
ActionKind actionKindOf(const std::string& word);
ActionStatus actionStatusOf(const std::string& word);
CheckKind checkKindOf(const std::string& word);
CheckResult checkResultOf(const std::string& word);

} // namespace drills
