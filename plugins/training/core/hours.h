#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <vector>

namespace training {

/// How long the hours of a rule may take to gather.
enum class Window {
    once,         ///< when the duty begins
    calendarYear, ///< 1 January to 31 December
    rolling12,    ///< twelve months back from the day looked at
    years,        ///< calendar years, `years` of them, ending with the one looked at
};

/// One row of templates/rules/training_hours.xml.
struct HoursRule {
    std::string id, title;
    std::vector<std::string> roles; ///< 人员类别 it holds for
    std::string industry;           ///< 高危; "" = every trade
    std::string jurisdiction;       ///< 全国, a province …
    std::string region;             ///< beginning of the region code it holds in; "" = everywhere
    std::string kind;               ///< 岗前 初训 再训: which credits count
    Window window = Window::calendarYear;
    int years = 1;
    std::int64_t hours = 0; ///< 1/100 学时
    std::string basis, source, mark;
    std::optional<yanxun::Date> from, until;
    bool on = true;
};

/// 应训人员: a duty somebody has.
struct Trainee {
    std::int64_t id = 0, revision = 0, personId = 0;
    std::string personName;
    std::int64_t unitId = 0;
    std::string unitName, regionCode;
    std::string role;                         ///< 主要负责人 安全生产管理人员 新上岗人员 …
    std::string industry;                     ///< 高危 or "" = 一般
    std::optional<yanxun::Date> since, until; ///< until: last day of the duty
};

/// Credited time of one kind and one size of 学时, as the ledger adds it up.
struct CreditSum {
    std::string kind;
    std::int64_t minutesPerHour = 45, minutes = 0;
};

/// What one rule asks of one trainee, looked at on one day.
struct Demand {
    const HoursRule* rule = nullptr;      ///< the strictest of those that hold
    std::vector<const HoursRule*> others; ///< the milder ones that hold too
    yanxun::Period window;                ///< in which credits count
    yanxun::Date due;
};

/// 学时账: one row of the ledger. Below zero when it takes another back.
struct Credit {
    std::int64_t id = 0, personId = 0;
    std::string personName, unitName;
    yanxun::Date creditedOn;
    std::int64_t minutes = 0, minutesPerHour = 45;
    std::string kind;
    std::int64_t classId = 0; ///< 0 = entered by hand
    std::string reason;
    std::int64_t reverses = 0;   ///< the row this one takes back
    std::int64_t reversedBy = 0; ///< the row that takes this one back
};

/// What the rules ask of a trainee on `day`: at most one demand for first and pre-job training and one for each
/// window of training again. A rule holds when it is on, in force at the end of its window, meant for the role, trade
/// and place; the strictest (most hours) is taken. First and pre-job training is asked for when the duty began this
/// year or the year before; training again from the year after the duty began.
std::vector<Demand> demandsOf(const std::vector<HoursRule>& rules, const Trainee& trainee, yanxun::Date day);
/// True when a credit of that kind counts for the rule: 岗前 and 初训 for the first training, all else for again.
bool countsFor(const HoursRule& rule, const std::string& creditKind);
/// 1/100 学时 that count for the rule.
std::int64_t countedHours(const HoursRule& rule, const std::vector<CreditSum>& sums);
/// «“…”要求 16 学时；同时适用的“…”要求 12 学时，取较严者。»
std::string whyStrictest(const Demand& demand);
/// «每年», «上岗前», «连续 12 个月», «每 3 年»
std::string word(Window window, int years, const std::string& kind);
/// What stands behind a mark of evidence: C 原文, S 二手资料, M 凭记忆, D 设计建议.
std::string markWord(const std::string& mark);
/// The basis with what stands behind it; one that was read in a secondary source says so itself.
std::string basisWords(const std::string& basis, const std::string& mark);

/// 29 February and the like: the day of the month is cut to the month's length.
yanxun::Date addMonths(yanxun::Date day, std::int64_t months);

} // namespace training
