#pragma once
#include "core/duty_window.h"

#include <functional>

#include <map>
#include <set>

namespace drills {

/// The nine values of a duty (domain rule §3.3). «Not over yet» is not «overdue», and missing papers are not a
/// missing drill.
enum class DutyStatus {
    unconfirmed = 1,   ///< 属性待确认
    notApplicable = 2, ///< 不适用
    exempt = 3,        ///< 豁免(有依据)
    unplanned = 4,     ///< 未到期·未安排
    planned = 5,       ///< 未到期·已安排
    done = 6,          ///< 已完成
    papersMissing = 7, ///< 已完成·资料不全
    dueSoon = 8,       ///< 临期
    overdue = 9,       ///< 逾期未演
};

/// 应演任务: one unit, one rule, one window, and where the rule asks for it one plan or variant.
struct Duty {
    std::int64_t id = 0;
    std::string rule, ruleTitle;
    std::int64_t unitId = 0;
    std::string unitName, unitKind, regionName;
    std::int64_t planId = 0;
    std::string part; ///< plan's title, category or variant; "" = none
    DutySpan span;
    DutyStatus status = DutyStatus::unplanned;
    int done = 0, need = 1;
    std::vector<std::int64_t> drills; ///< that were counted, or are planned
    int offsets = 0;                  ///< 一演多计: the most duties one of those drills counts for
    std::string reason;
    bool isLocal = false;
};

/// What a board needs of a duty.
struct DutyMark {
    std::int64_t id = 0, unitId = 0;
    std::string unitName, unitKind, regionName, rule, ruleTitle, label;
    std::int64_t firstYmd = 0;
    DutyStatus status = DutyStatus::unplanned;
};

/// A unit as the rules see it.
struct DutyUnit {
    std::int64_t id = 0;
    std::string name, kind, subkind, regionName;
};

/// A fact that holds on the day a window is judged.
struct DutyFact {
    std::string value;
    bool confirmed = false; ///< with day and evidence
    std::optional<yanxun::Date> since;
};
using DutyFacts = std::map<std::string, DutyFact, std::less<>>;

struct DutyPlan {
    std::int64_t id = 0;
    std::string kind, title;
};

/// A drill of a unit as the rules see it: it took place, or is still to come.
struct DutyDrill {
    std::int64_t id = 0;
    yanxun::Date day;
    bool tookPlace = false;
    OrgForm form = OrgForm::unknown;
    std::string hazard, grade;
    std::vector<DutyPlan> plans; ///< it names as tested
    std::set<std::string> marks; ///< 白天, 夜间, categories
};

struct DutyExemption {
    std::string rule; ///< "" = every rule
    yanxun::Period days;
    std::string reason;
};

/// All the engine needs to know of one unit.
struct DutyCase {
    DutyUnit unit;
    std::function<const DutyFacts&(yanxun::Date)> facts; ///< that hold on the day
    std::vector<DutyDrill> drills;                       ///< in the order of their days
    std::vector<DutyPlan> plans;
    std::vector<DutyExemption> exemptions;
    std::map<std::string, std::set<std::int64_t>, std::less<>>
        submitted; ///< rule → first days (ymd) of windows reported
};

struct DutySettings {
    std::vector<int> exemptMonths;
    std::vector<SchoolTerm> terms;
    int soonDays = 15;  ///< 临期
    int graceDays = 30; ///< of the first window of a unit that came under a rule
};

/// The duties of one unit in a year, as of a day; units a rule is not about have none of it.
std::vector<Duty> dutiesOf(const DutyCase& one, const std::vector<DutyRule>& rules, const DutySettings& settings,
                           int year, yanxun::Date today);

enum class Fits { no, yes, unconfirmed };
/// Whether the rule is about the unit; `why` says what is not confirmed, `since` from when the facts hold.
Fits fits(const DutySubject& subject, const DutyUnit& unit, const DutyFacts& facts, std::string& why,
          std::optional<yanxun::Date>& since);

std::string word(DutyStatus status);
std::optional<DutyStatus> dutyStatusOf(std::string_view word);

} // namespace drills
