#include "core/duty.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::Period;
using yanxun::tr;

bool inside(const Period& days, Date day) { return days.first <= day && day <= days.last; }

Fits test(const AttributeTest& asked, const DutyFacts& facts, std::string& why, std::optional<Date>& since) {
    const auto found = facts.find(asked.attribute);
    if (found == facts.end()) {
        if (asked.silent) return Fits::no;
        why = tr("没有登记“{}”", asked.attribute);
        return Fits::unconfirmed;
    }
    if (!found->second.confirmed) {
        why = tr("“{}”没有核实日期或依据", asked.attribute);
        return Fits::unconfirmed;
    }
    if (found->second.value != asked.value) return Fits::no;
    if (found->second.since && (!since || *since < *found->second.since)) since = found->second.since;
    return Fits::yes;
}

/// Whatever else: one that says yes decides, else one that is open keeps it open.
Fits anyOf(const std::vector<AttributeTest>& tests, const DutyFacts& facts, std::string& why,
           std::optional<Date>& since) {
    if (tests.empty()) return Fits::yes;
    Fits best = Fits::no;
    for (const AttributeTest& asked : tests) {
        const Fits one = test(asked, facts, why, since);
        if (one == Fits::yes) return Fits::yes;
        if (one == Fits::unconfirmed) best = one;
    }
    return best;
}

/// What counts for one rule, of one unit.
struct RuleCase {
    const DutyCase& one;
    const DutyRule& rule;

    bool formCounts(const DutyDrill& drill) const {
        if (drill.form == OrgForm::tabletop) return rule.tabletop;
        return drill.form == OrgForm::live ? rule.live : true; // a ledger did not say it
    }
    bool plansCount(const DutyDrill& drill) const {
        // A drill that names no plan counts; its papers are incomplete.
        if (rule.planKinds.empty() || drill.plans.empty()) return true;
        return std::any_of(drill.plans.begin(), drill.plans.end(),
                           [this](const DutyPlan& plan) { return asksFor(plan); });
    }
    bool asksFor(const DutyPlan& plan) const {
        return rule.planKinds.empty() ||
               std::find(rule.planKinds.begin(), rule.planKinds.end(), plan.kind) != rule.planKinds.end();
    }
    bool counts(const DutyDrill& drill) const {
        const bool hazard = rule.hazards.empty() ||
                            std::find(rule.hazards.begin(), rule.hazards.end(), drill.hazard) != rule.hazards.end();
        return hazard && formCounts(drill) && plansCount(drill);
    }
};

/// What a window asks of one plan, category or variant, or of the unit as a whole.
struct Part {
    std::int64_t planId = 0;
    std::string title;
    std::function<bool(const DutyDrill&)> covers;
};

std::vector<Part> partsOf(const RuleCase& rule) {
    std::vector<Part> parts;
    if (rule.rule.mode == DutyMode::count) return {{0, "", [](const DutyDrill&) { return true; }}};
    if (rule.rule.mode == DutyMode::coverEachPlan) {
        for (const DutyPlan& plan : rule.one.plans) {
            if (!rule.asksFor(plan)) continue;
            parts.push_back({plan.id, plan.title, [id = plan.id](const DutyDrill& drill) {
                                 return std::any_of(drill.plans.begin(), drill.plans.end(),
                                                    [id](const DutyPlan& tested) { return tested.id == id; });
                             }});
        }
        return parts;
    }
    for (const std::string& name : rule.rule.each) {
        parts.push_back({0, name, [name](const DutyDrill& drill) { return drill.marks.contains(name); }});
    }
    return parts;
}

class Engine {
public:
    Engine(const DutyCase& one, const DutySettings& settings, int year, Date today)
        : one_(one), settings_(settings), year_(year), today_(today) {}

    std::vector<Duty> run(const std::vector<DutyRule>& rules) {
        for (const DutyRule& rule : rules) {
            if (rule.on && rule.isInForce(Period::year(year_)) && isKind(rule.subject)) addRule(rule);
        }
        // The window that closes first takes the drill that may count only once.
        std::stable_sort(duties_.begin(), duties_.end(),
                         [](const Open& a, const Open& b) { return a.duty.span.days.last < b.duty.span.days.last; });
        for (Open& open : duties_)
            judge(open);
        return answer();
    }

private:
    struct Open {
        Duty duty;
        const DutyRule* rule;
        Part part;
        bool fixed = false; ///< its status needs no counting
    };

    bool isKind(const DutySubject& subject) const {
        return subject.kinds.empty() ||
               std::find(subject.kinds.begin(), subject.kinds.end(), one_.unit.kind) != subject.kinds.end();
    }

    Duty dutyOf(const DutyRule& rule, const DutySpan& span) const {
        Duty duty;
        duty.rule = rule.code;
        duty.ruleTitle = rule.title;
        duty.unitId = one_.unit.id;
        duty.unitName = one_.unit.name;
        duty.unitKind = one_.unit.kind;
        duty.regionName = one_.unit.regionName;
        duty.span = span;
        duty.need = rule.mode == DutyMode::count ? rule.n : 1;
        duty.isLocal = !rule.region.empty() || rule.own;
        return duty;
    }

    void fix(const DutyRule& rule, const DutySpan& span, DutyStatus status, std::string reason) {
        Duty duty = dutyOf(rule, span);
        duty.status = status;
        duty.reason = std::move(reason);
        duties_.push_back({std::move(duty), &rule, {}, true});
    }

    void addRule(const DutyRule& rule) {
        const RuleCase asked{one_, rule};
        const auto spans =
            rule.window == DutyWindow::rolling ? rolling(asked) : windowsOf(rule, year_, settings_.terms);
        for (const DutySpan& span : spans) {
            if (!rule.isInForce(span.days)) continue;
            std::string why;
            std::optional<Date> since;
            const Date day = std::min(span.days.last, std::max(today_, span.days.first));
            const Fits fit = fits(rule.subject, one_.unit, one_.facts(day), why, since);
            if (fit == Fits::no) continue;
            if (fit == Fits::unconfirmed) {
                // Nothing can be judged: one line says so for the whole year.
                fix(rule, {tr("{}年", year_), Period::year(year_)}, DutyStatus::unconfirmed, why);
                return;
            }
            addWindow(asked, span, since);
        }
    }

    void addWindow(const RuleCase& asked, const DutySpan& span, const std::optional<Date>& since) {
        const DutyRule& rule = asked.rule;
        if (since && *since > span.days.last) return;
        if (since && *since > span.days.first && span.days.last.days() - since->days() < settings_.graceDays) {
            return fix(rule, span, DutyStatus::notApplicable,
                       tr("{} 起适用，首个窗口不足 {} 天", since->iso(), settings_.graceDays));
        }
        if (const std::string reason = exemption(rule, span); !reason.empty()) {
            return fix(rule, span, DutyStatus::exempt, reason);
        }
        for (Part& part : partsOf(asked)) {
            Duty duty = dutyOf(rule, span);
            duty.planId = part.planId;
            duty.part = part.title;
            duties_.push_back({std::move(duty), &rule, std::move(part), false});
        }
    }

    std::string exemption(const DutyRule& rule, const DutySpan& span) const {
        for (const DutyExemption& one : one_.exemptions) {
            const bool meant = one.rule.empty() || one.rule == rule.code;
            if (meant && one.days.first <= span.days.first && span.days.last <= one.days.last) return one.reason;
        }
        if (!rule.schoolMonths) return {};
        const auto closed = [this](int month) {
            return std::find(settings_.exemptMonths.begin(), settings_.exemptMonths.end(), month) !=
                   settings_.exemptMonths.end();
        };
        for (int month = span.days.first.month; month <= span.days.last.month; ++month) {
            if (!closed(month)) return {};
        }
        return tr("寒暑假");
    }

    /// From the last drill on; without any, the days up to the day it is judged on.
    std::vector<DutySpan> rolling(const RuleCase& asked) const {
        const Date judged = std::min(today_, Date{year_, 12, 31});
        if (judged.year < year_) return {};
        const DutyDrill* last = nullptr;
        for (const DutyDrill& drill : one_.drills) {
            if (drill.tookPlace && drill.day <= judged && asked.counts(drill)) last = &drill;
        }
        const std::int64_t begins = last ? last->day.days() : judged.days() - asked.rule.days;
        const Date first = Date::fromDays(begins), until = Date::fromDays(begins + asked.rule.days);
        return {{tr("{} 前", until.iso()), {first, last ? until : Date::fromDays(judged.days() - 1)}}};
    }

    void judge(Open& open) {
        if (open.fixed) return;
        const RuleCase asked{one_, *open.rule};
        std::vector<const DutyDrill*> held;
        int planned = 0;
        for (const DutyDrill& drill : one_.drills) {
            if (!inside(open.duty.span.days, drill.day) || !asked.counts(drill) || !open.part.covers(drill)) continue;
            if (!drill.tookPlace) {
                ++planned;
                open.duty.drills.push_back(drill.id);
            } else if (mayCount(drill, *open.rule) && int(held.size()) < open.duty.need) {
                held.push_back(&drill);
            }
        }
        open.duty.done = int(held.size());
        if (open.duty.done >= open.duty.need) open.duty.drills.clear();
        for (const DutyDrill* const drill : held) {
            open.duty.drills.push_back(drill->id);
            used_[drill->id].push_back(open.rule->multi && !drill->plans.empty());
        }
        open.duty.status = statusOf(open, held, planned);
        // A rolling window begins with the drill that opened it: that one is no proof for the next.
        if (open.rule->window == DutyWindow::rolling && open.duty.done >= open.duty.need &&
            std::min(today_, Date{year_, 12, 31}) > open.duty.span.days.last) {
            open.duty.status = planned > 0 ? DutyStatus::planned : DutyStatus::overdue;
        }
    }

    /// 一演多计 only when the drill names its plan and every rule it counts for permits it.
    bool mayCount(const DutyDrill& drill, const DutyRule& rule) const {
        const auto found = used_.find(drill.id);
        if (found == used_.end()) return true;
        const bool before =
            std::all_of(found->second.begin(), found->second.end(), [](bool shared) { return shared; });
        return before && rule.multi && !drill.plans.empty();
    }

    DutyStatus statusOf(Open& open, const std::vector<const DutyDrill*>& held, int planned) const {
        Duty& duty = open.duty;
        if (duty.done >= duty.need) return papers(open, held);
        if (today_ > duty.span.days.last) {
            duty.reason = tr("应演 {} 次，已演 {} 次", duty.need, duty.done);
            return DutyStatus::overdue;
        }
        if (duty.done + planned >= duty.need) return DutyStatus::planned;
        const std::int64_t left = duty.span.days.last.days() - today_.days();
        const bool begun = today_ >= duty.span.days.first;
        return begun && left <= settings_.soonDays ? DutyStatus::dueSoon : DutyStatus::unplanned;
    }

    DutyStatus papers(Open& open, const std::vector<const DutyDrill*>& held) const {
        const bool named =
            std::all_of(held.begin(), held.end(), [](const DutyDrill* drill) { return !drill->plans.empty(); });
        std::string missing;
        if (!named) missing = tr("没有关联预案");
        const auto reported = one_.submitted.find(open.rule->code);
        const bool sent =
            reported != one_.submitted.end() && reported->second.contains(open.duty.span.days.first.ymd());
        if (open.rule->submit && !sent) missing += (missing.empty() ? "" : "、") + tr("没有报送记录");
        open.duty.reason = missing;
        return missing.empty() ? DutyStatus::done : DutyStatus::papersMissing;
    }

    std::vector<Duty> answer() {
        std::vector<Duty> all;
        for (Open& open : duties_) {
            for (const std::int64_t drill : open.duty.drills) {
                const auto found = used_.find(drill);
                if (found != used_.end()) open.duty.offsets = std::max(open.duty.offsets, int(found->second.size()));
            }
            all.push_back(std::move(open.duty));
        }
        std::stable_sort(all.begin(), all.end(), [](const Duty& a, const Duty& b) {
            return std::tuple(a.rule, a.span.days.first, a.part) < std::tuple(b.rule, b.span.days.first, b.part);
        });
        return all;
    }

    const DutyCase& one_;
    const DutySettings& settings_;
    int year_;
    Date today_;
    std::vector<Open> duties_;
    std::map<std::int64_t, std::vector<bool>> used_; ///< drill → for each duty it counts for: may it be shared
};

constexpr std::array statuses{DutyStatus::unconfirmed,   DutyStatus::notApplicable, DutyStatus::exempt,
                              DutyStatus::unplanned,     DutyStatus::planned,       DutyStatus::done,
                              DutyStatus::papersMissing, DutyStatus::dueSoon,       DutyStatus::overdue};

} // namespace

Fits fits(const DutySubject& subject, const DutyUnit& unit, const DutyFacts& facts, std::string& why,
          std::optional<Date>& since) {
    if (std::find(subject.kinds.begin(), subject.kinds.end(), unit.kind) == subject.kinds.end() &&
        !subject.kinds.empty()) {
        return Fits::no;
    }
    Fits worst = anyOf(subject.any, facts, why, since);
    if (worst == Fits::no) return Fits::no;
    for (const AttributeTest& asked : subject.all) {
        const Fits one = test(asked, facts, why, since);
        if (one == Fits::no) return Fits::no;
        if (one == Fits::unconfirmed) worst = one;
    }
    for (AttributeTest asked : subject.none) {
        asked.silent = true; // nobody told that it is one
        std::optional<Date> unused;
        const Fits one = test(asked, facts, why, unused);
        if (one == Fits::yes) return Fits::no;
        if (one == Fits::unconfirmed) worst = one;
    }
    return worst;
}

std::vector<Duty> dutiesOf(const DutyCase& one, const std::vector<DutyRule>& rules, const DutySettings& settings,
                           int year, Date today) {
    return Engine(one, settings, year, today).run(rules);
}

std::string word(DutyStatus status) {
    switch (status) {
    case DutyStatus::unconfirmed:
        return tr("属性待确认");
    case DutyStatus::notApplicable:
        return tr("不适用");
    case DutyStatus::exempt:
        return tr("豁免");
    case DutyStatus::unplanned:
        return tr("未到期·未安排");
    case DutyStatus::planned:
        return tr("未到期·已安排");
    case DutyStatus::done:
        return tr("已完成");
    case DutyStatus::papersMissing:
        return tr("已完成·资料不全");
    case DutyStatus::dueSoon:
        return tr("临期");
    case DutyStatus::overdue:
        return tr("逾期未演");
    }
    return {};
}

std::optional<DutyStatus> dutyStatusOf(std::string_view given) {
    for (const DutyStatus status : statuses) {
        if (word(status) == given) return status;
    }
    return std::nullopt;
}

} // namespace drills
