#include "core/key_dates.h"

#include <algorithm>

namespace campaigns {

using yanxun::Date;

const KeyDateRule* KeyDates::find(const std::string& id) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const KeyDateRule& rule) { return rule.id == id; });
    return found == rules_.end() ? nullptr : &*found;
}

std::optional<yanxun::Period> daysOf(const KeyDateRule& rule, int year) {
    if (rule.from != 0 && year < rule.from) return std::nullopt;
    for (const KeyDateRule::Year& known : rule.years) {
        if (known.year == year) return yanxun::Period{known.first, known.last};
    }
    switch (rule.shape) {
    case KeyDateRule::Shape::month: {
        return yanxun::Period{{year, rule.month, 1}, {year, rule.month, yanxun::daysInMonth(year, rule.month)}};
    }
    case KeyDateRule::Shape::lastWeekday: {
        Date day{year, rule.month, yanxun::daysInMonth(year, rule.month)};
        while (day.weekday() != rule.weekday) day = Date::fromDays(day.days() - 1);
        return yanxun::Period{day, day};
    }
    case KeyDateRule::Shape::days: break;
    }
    return yanxun::Period{{year, rule.firstMonth, rule.firstDay}, {year, rule.lastMonth, rule.lastDay}};
}

std::vector<KeyDate> KeyDates::of(yanxun::Reader& reader, int year) const {
    const std::vector<KeyDateYear> entered = campaign_store::keyDateYears(reader, year);
    std::vector<KeyDate> all;
    for (const KeyDateRule& rule : rules_) {
        const auto days = daysOf(rule, year);
        if (!days) continue;
        KeyDate date{rule.id, rule.title, year, days->first, days->last, {}, {}, rule.basis, rule.mark, rule.on, true};
        const auto named = std::find_if(rule.years.begin(), rule.years.end(),
                                        [&](const KeyDateRule::Year& known) { return known.year == year; });
        if (named != rule.years.end()) date.theme = named->theme;
        date.confirmed = !rule.moves || named != rule.years.end();
        const auto own = std::find_if(entered.begin(), entered.end(),
                                      [&](const KeyDateYear& one) { return one.rule == rule.id; });
        if (own != entered.end()) {
            date.first = own->first;
            date.last = own->last;
            date.theme = own->theme;
            date.docNo = own->docNo;
            date.on = own->isOn;
            date.confirmed = true;
        }
        all.push_back(std::move(date));
    }
    std::stable_sort(all.begin(), all.end(), [](const KeyDate& a, const KeyDate& b) { return a.first < b.first; });
    return all;
}

} // namespace campaigns
