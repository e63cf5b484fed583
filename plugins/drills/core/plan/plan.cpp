#include "core/plan/plan.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <array>
#include <cstdio>

namespace drills {
namespace {

using yanxun::Tone;
using yanxun::tr;

template <class Enum, std::size_t size>
std::optional<Enum> byWord(const std::array<Enum, size>& all, const std::string& wanted) {
    for (const Enum one : all)
        if (word(one) == wanted) return one;
    return std::nullopt;
}

constexpr int hour = 60, usualLength = 2 * hour, wholeDay = 24 * hour;

std::string clockTime(int minutes) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / hour, minutes % hour);
    return text.data();
}

} // namespace

std::string stateWord(const PlanDate& date, yanxun::Date today) {
    if (date.cancelled) return tr("已取消");
    if (date.isFinished()) return tr("已完成");
    if (date.drillId != 0) return date.drillIsPractice ? tr("练习，不计") : word(date.drillStatus);
    if (date.planStatus < PlanStatus::issued) return tr("未下达");
    return date.day < today ? tr("逾期未立项") : tr("待立项");
}

Tone toneOf(const PlanDate& date, yanxun::Date today) {
    if (date.cancelled) return Tone::neutral;
    if (date.isFinished()) return Tone::good;
    if (date.drillId != 0) return isFinal(date.drillStatus) || date.day < today ? Tone::bad : Tone::accent;
    if (date.planStatus < PlanStatus::issued) return Tone::neutral;
    return date.day < today ? Tone::bad : Tone::warning;
}

Tone toneOf(PlanStatus status) {
    if (status >= PlanStatus::issued) return Tone::good;
    if (status == PlanStatus::draft) return Tone::neutral;
    return status == PlanStatus::submitted ? Tone::warning : Tone::accent;
}

std::string word(PlanStatus status) {
    switch (status) {
    case PlanStatus::draft: return tr("草案");
    case PlanStatus::submitted: return tr("待审批");
    case PlanStatus::approved: return tr("已批准");
    case PlanStatus::issued: return tr("已下达");
    case PlanStatus::adjusted: return tr("已调整");
    }
    return {};
}

std::string word(HolidayPolicy policy) {
    switch (policy) {
    case HolidayPolicy::after: return tr("顺延");
    case HolidayPolicy::before: return tr("提前");
    case HolidayPolicy::skip: return tr("跳过");
    }
    return {};
}

std::string word(DaySort days) {
    switch (days) {
    case DaySort::working: return tr("工作日");
    case DaySort::teaching: return tr("教学日");
    case DaySort::any: return tr("任何一天");
    }
    return {};
}

std::string word(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::postponed: return tr("延期");
    case ChangeKind::cancelled: return tr("取消");
    case ChangeKind::altered: return tr("变更");
    case ChangeKind::added: return tr("追加");
    }
    return {};
}

std::string word(ChangeScope scope) {
    switch (scope) {
    case ChangeScope::one: return tr("仅本次");
    case ChangeScope::onward: return tr("本次及以后");
    case ChangeScope::all: return tr("全部");
    }
    return {};
}

std::string word(PlanDeed deed) {
    switch (deed) {
    case PlanDeed::made: return tr("编制");
    case PlanDeed::submitted: return tr("提交审批");
    case PlanDeed::countersigned: return tr("会签");
    case PlanDeed::approved: return tr("批准");
    case PlanDeed::returned: return tr("退回");
    case PlanDeed::issued: return tr("下达");
    }
    return {};
}

std::string priorityWord(int priority) {
    if (priority == 1) return tr("高");
    return priority == 3 ? tr("低") : tr("中");
}

std::optional<int> priorityOf(const std::string& word) {
    for (const int priority : {1, 2, 3})
        if (priorityWord(priority) == word) return priority;
    return std::nullopt;
}

std::optional<HolidayPolicy> policyOf(const std::string& word) {
    return byWord(std::array{HolidayPolicy::after, HolidayPolicy::before, HolidayPolicy::skip}, word);
}

std::optional<DaySort> daySortOf(const std::string& word) {
    return byWord(std::array{DaySort::working, DaySort::teaching, DaySort::any}, word);
}

std::optional<ChangeKind> changeKindOf(const std::string& word) {
    return byWord(std::array{ChangeKind::postponed, ChangeKind::cancelled, ChangeKind::altered, ChangeKind::added}, word);
}

std::optional<ChangeScope> changeScopeOf(const std::string& word) {
    return byWord(std::array{ChangeScope::one, ChangeScope::onward, ChangeScope::all}, word);
}

std::string timeWords(const std::optional<yanxun::DayTime>& time) {
    return time ? clockTime(time->from) + "–" + clockTime(time->to) : std::string();
}

std::optional<yanxun::DayTime> timeOf(const std::string& words) {
    std::string text = yanxun::text::loose(words);
    if (text.empty()) return std::nullopt;
    for (const char* dash : {"–", "—", "~", "至"})
        if (const auto at = text.find(dash); at != std::string::npos) text.replace(at, std::string(dash).size(), "-");
    int fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0, end = 0;
    yanxun::DayTime time;
    const auto whole = [&](int parts, int wanted) { return parts == wanted && end == int(text.size()); };
    const auto inDay = [](int h, int m) { return h >= 0 && h <= 24 && m >= 0 && m < hour && h * hour + m <= wholeDay; };
    if (whole(std::sscanf(text.c_str(), "%2d:%2d-%2d:%2d%n", &fromHour, &fromMinute, &toHour, &toMinute, &end), 4)) {
        time = {fromHour * hour + fromMinute, toHour * hour + toMinute};
        if (inDay(fromHour, fromMinute) && inDay(toHour, toMinute) && time.from < time.to) return time;
    }
    end = 0;
    if (whole(std::sscanf(text.c_str(), "%2d:%2d%n", &fromHour, &fromMinute, &end), 2) && inDay(fromHour, fromMinute)) {
        time.from = fromHour * hour + fromMinute;
        time.to = std::min(time.from + usualLength, wholeDay);
        if (time.from < time.to) return time;
    }
    throw yanxun::Error(tr("时间“{}”写得不对，应当像 09:30 或 09:30-11:00。", words));
}

std::string ownerName(const YearPlan& plan) { return plan.unitId == 0 ? tr("本局") : plan.unitName; }

} // namespace drills
