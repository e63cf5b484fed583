#include "core/hours.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using yanxun::Date;
using yanxun::tr;

/// First and pre-job training, asked for once.
bool isFirst(const std::string& kind) { return kind == "岗前" || kind == "初训"; }

bool inForce(const HoursRule& rule, Date day) {
    return rule.on && (!rule.from || *rule.from <= day) && (!rule.until || *rule.until >= day);
}

bool isMeant(const HoursRule& rule, const Trainee& trainee) {
    const bool role = std::find(rule.roles.begin(), rule.roles.end(), trainee.role) != rule.roles.end();
    const bool trade = rule.industry.empty() || rule.industry == trainee.industry;
    return role && trade && trainee.regionCode.starts_with(rule.region);
}

struct Asked {
    yanxun::Period window;
    Date due;
};

/// When the rule asks the trainee for hours, looked at on `day`; empty when it does not.
std::optional<Asked> askedFor(const HoursRule& rule, const Trainee& trainee, Date day) {
    const Date yearEnd{day.year, 12, 31};
    if (rule.window == Window::once) {
        if (!trainee.since || *trainee.since > day || trainee.since->year < day.year - 1) return std::nullopt;
        const Date due = rule.kind == "岗前" ? *trainee.since : Date{trainee.since->year, 12, 31};
        return Asked{{addMonths(*trainee.since, -12), yearEnd}, due};
    }
    if (trainee.since && trainee.since->year >= day.year) return std::nullopt;
    if (rule.window == Window::rolling12) {
        return Asked{{Date::fromDays(addMonths(day, -12).days() + 1), day}, day};
    }
    const int first = rule.window == Window::years ? day.year - rule.years + 1 : day.year;
    return Asked{{{first, 1, 1}, yearEnd}, yearEnd};
}

/// Rules of one group compete; the others stand beside each other.
std::string groupOf(const HoursRule& rule) {
    return isFirst(rule.kind) ? std::string("first")
                              : std::to_string(int(rule.window)) + ':' + std::to_string(rule.years);
}

std::string shownHours(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

} // namespace

std::vector<Demand> demandsOf(const std::vector<HoursRule>& rules, const Trainee& trainee, Date day) {
    std::vector<Demand> demands;
    if (trainee.until && *trainee.until < day) return demands;
    for (const HoursRule& rule : rules) {
        if (!isMeant(rule, trainee)) continue;
        const auto asked = askedFor(rule, trainee, day);
        if (!asked) continue;
        // Of a rule that changed on the way, the one in force at the end counts; of a first training, that of the
        // first day.
        if (!inForce(rule, rule.window == Window::once ? *trainee.since : asked->window.last)) continue;
        const auto rival = std::find_if(demands.begin(), demands.end(),
                                        [&](const Demand& known) { return groupOf(*known.rule) == groupOf(rule); });
        if (rival == demands.end()) {
            demands.push_back({&rule, {}, asked->window, asked->due});
        } else if (rule.hours > rival->rule->hours) {
            rival->others.push_back(rival->rule);
            *rival = {&rule, std::move(rival->others), asked->window, asked->due};
        } else {
            rival->others.push_back(&rule);
        }
    }
    return demands;
}

bool countsFor(const HoursRule& rule, const std::string& creditKind) {
    return isFirst(rule.kind) == isFirst(creditKind);
}

std::int64_t countedHours(const HoursRule& rule, const std::vector<CreditSum>& sums) {
    std::int64_t hours = 0;
    for (const CreditSum& sum : sums) {
        if (countsFor(rule, sum.kind) && sum.minutesPerHour > 0) hours += sum.minutes * 100 / sum.minutesPerHour;
    }
    return hours;
}

std::string whyStrictest(const Demand& demand) {
    std::string others;
    for (const HoursRule* other : demand.others) {
        others += (others.empty() ? "" : "，") + tr("“{}”要求 {} 学时", other->title, shownHours(other->hours));
    }
    const std::string taken = tr("“{}”要求 {} 学时", demand.rule->title, shownHours(demand.rule->hours));
    return others.empty() ? tr("{}。", taken) : tr("{}；同时适用的{}，取较严者。", taken, others);
}

std::string word(Window window, int years, const std::string& kind) {
    switch (window) {
    case Window::once:
        return kind == "岗前" ? tr("上岗前") : tr("任职初次");
    case Window::calendarYear:
        return tr("每年");
    case Window::rolling12:
        return tr("连续 12 个月");
    case Window::years:
        return tr("每 {} 年", years);
    }
    return {};
}

std::string markWord(const std::string& mark) {
    if (mark == "C") return tr("法规原文");
    if (mark == "S") return tr("二手资料，互相一致");
    if (mark == "M") return tr("凭记忆，未启用");
    if (mark == "D") return tr("设计建议");
    return mark;
}

std::string basisWords(const std::string& basis, const std::string& mark) {
    return mark == "S" ? basis : tr("{}（{}）", basis, markWord(mark));
}

Date addMonths(Date day, std::int64_t months) {
    const std::int64_t count = std::int64_t(day.year) * 12 + day.month - 1 + months;
    Date moved{int(count / 12), int(count % 12) + 1, 1};
    moved.day = std::min(day.day, yanxun::daysInMonth(moved.year, moved.month));
    return moved;
}

} // namespace training
