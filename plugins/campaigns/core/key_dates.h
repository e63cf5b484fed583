#pragma once
#include "core/campaign_store.h"

#include <filesystem>

namespace campaigns {

/// A key date (重要节点) of templates/rules/key_dates.xml: a rule of the year, with the days its notices really named.
struct KeyDateRule {
    std::string id, title;
    std::string basis, mark, checked; ///< source, how sure (C S M), day it was looked up
    bool on = true;
    int from = 0;                     ///< first year it was held; 0 = not told
    enum class Shape { days, lastWeekday, month } shape = Shape::days;
    int firstMonth = 0, firstDay = 0, lastMonth = 0, lastDay = 0; ///< of days; of month the month alone
    int month = 0, weekday = 0;                                   ///< of lastWeekday, 1 = Monday
    struct Year {
        int year = 0;
        yanxun::Date first, last;
        std::string theme;
    };
    std::vector<Year> years; ///< of a week that moves
    bool moves = false;      ///< the days of a year not named above are only what the rule guesses
};

/// A key date in one year.
struct KeyDate {
    std::string rule, title;
    int year = 0;
    yanxun::Date first, last;
    std::string theme, docNo, basis, mark;
    bool on = true;
    bool confirmed = true; ///< false: the week moves and nobody named this year's days yet
};

class KeyDates {
public:
    KeyDates() = default;
    explicit KeyDates(std::vector<KeyDateRule> rules) : rules_(std::move(rules)) {}
    /// From the first folder that has key_dates.xml. Throws Unavailable with a sentence when it cannot be read.
    static KeyDates load(const std::vector<std::filesystem::path>& folders);

    const std::vector<KeyDateRule>& rules() const { return rules_; }
    const KeyDateRule* find(const std::string& id) const;
    /// All of a year by day, those switched off too; what the bureau entered wins.
    std::vector<KeyDate> of(yanxun::Reader& reader, int year) const;

private:
    std::vector<KeyDateRule> rules_;
};

/// The days a rule gives a year; empty before its first year.
std::optional<yanxun::Period> daysOf(const KeyDateRule& rule, int year);

} // namespace campaigns
