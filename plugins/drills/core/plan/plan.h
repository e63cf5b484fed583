#pragma once
#include "core/drill.h"
#include "core/plan/recurrence.h"

#include <yanxun/calendar.h>

namespace drills {

/// Where a 年度演练计划 stands; the numbers are stored and grow along the way.
enum class PlanStatus {
    draft = 10,     ///< 草案
    submitted = 20, ///< 待审批 (会签 is open)
    approved = 30,  ///< 已批准
    issued = 40,    ///< 已下达
    adjusted = 50,  ///< 调整: issued, and changed since
};

/// What happens when a day falls on one that is not worked.
enum class HolidayPolicy { after = 1, before = 2, skip = 3 }; ///< 顺延 提前 跳过
/// Which days are good: working days, days of teaching, any.
enum class DaySort { working = 1, teaching = 2, any = 3 };
enum class ChangeKind { postponed = 1, cancelled = 2, altered = 3, added = 4 }; ///< 延期 取消 变更 追加
/// Which occurrences of an item a change is about.
enum class ChangeScope { one = 1, onward = 2, all = 3 }; ///< 仅本次 本次及以后 全部
/// What one person did with the plan as a whole.
enum class PlanDeed { made = 1, submitted = 2, countersigned = 3, approved = 4, returned = 5, issued = 6 };

/// 年度演练计划 of a unit; unit 0 is the bureau itself.
struct YearPlan {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    int year = 0;
    std::int64_t unitId = 0;
    std::string unitName, title;
    int version = 1; ///< one more with each adjustment
    PlanStatus status = PlanStatus::draft;
    std::string document; ///< 文号
    std::string note;
    std::string submittedBy, approvedBy;

    bool isOpen() const { return status == PlanStatus::draft; }
    bool isIssued() const { return status >= PlanStatus::issued; }
};

struct PlanStep {
    PlanDeed deed = PlanDeed::made;
    int version = 1;
    std::string who, note;
    yanxun::Millis at = 0;
};

/// What of an item may differ from one occurrence to another.
struct PlanWhat {
    std::string name;
    std::int64_t unitId = 0;
    std::string unitName, regionName;
    std::string venue, lead;
    std::optional<yanxun::DayTime> time;
    std::int64_t people = 0;

    bool operator==(const PlanWhat&) const = default;
};

/// 计划项. Once the plan is issued it stays as it was issued; what became of it stands in its occurrences.
struct PlanItem {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t planId = 0;
    int place = 0;
    PlanWhat what;
    std::string hazard, mode; ///< as written
    Axes axes;
    std::int64_t budgetFen = 0;
    int priority = 2; ///< 1 高 2 中 3 低
    Recurrence rule;
    yanxun::Date first; ///< the anchor, as DTSTART
    HolidayPolicy policy = HolidayPolicy::after;
    DaySort days = DaySort::working;
    std::string covers; ///< duties it was planned for, one a line
    std::string note;
};

/// One occurrence of an item.
struct PlanDate {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t planId = 0, itemId = 0;
    int nth = 1;
    yanxun::Date ruled;   ///< what the rule says
    yanxun::Date planned; ///< after holidays; as it was issued
    yanxun::Date day;     ///< now
    std::string why;      ///< «春节放假，顺延»: why `planned` is not `ruled`
    PlanWhat what;
    bool cancelled = false;
    std::int64_t drillId = 0;
    Status drillStatus = Status::draft; ///< of the drill, when there is one
    bool drillIsPractice = false;
    PlanStatus planStatus = PlanStatus::draft;
    std::string hazard;

    bool isFinished() const { return drillId != 0 && isCounted(drillStatus, drillIsPractice); }
};

/// 计划调整: never edited, never removed.
struct PlanChange {
    std::int64_t id = 0;
    std::int64_t planId = 0, itemId = 0, dateId = 0;
    ChangeKind kind = ChangeKind::postponed;
    ChangeScope scope = ChangeScope::one;
    int version = 1;
    std::string name; ///< of the item
    std::string before, after, reason, who, approver;
    yanxun::Millis at = 0;
};

/// «已完成», «已立项», «已取消», «已逾期», «待立项»
std::string stateWord(const PlanDate& date, yanxun::Date today);
yanxun::Tone toneOf(const PlanDate& date, yanxun::Date today);
yanxun::Tone toneOf(PlanStatus status);
std::string word(PlanStatus status);
std::string word(HolidayPolicy policy);
std::string word(DaySort days);
std::string word(ChangeKind kind);
std::string word(ChangeScope scope);
std::string word(PlanDeed deed);
std::string priorityWord(int priority);
std::optional<HolidayPolicy> policyOf(const std::string& word);
std::optional<DaySort> daySortOf(const std::string& word);
std::optional<ChangeKind> changeKindOf(const std::string& word);
std::optional<ChangeScope> changeScopeOf(const std::string& word);
std::optional<int> priorityOf(const std::string& word);
/// «09:30–11:00»; "" = the whole day.
std::string timeWords(const std::optional<yanxun::DayTime>& time);
/// Reads «9:30-11:00» and «09:30» (two hours). Empty when blank; throws Error when it is no time.
std::optional<yanxun::DayTime> timeOf(const std::string& words);
/// «本局» for unit 0.
std::string ownerName(const YearPlan& plan);

} // namespace drills
