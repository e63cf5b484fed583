#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drills {

enum class SpotConclusion { open = 0, conforms = 1, fails = 2 }; ///< 待检查 符合 不符合

/// 抽查: the supervisor looks at the drills of a unit that was drawn (rule R03). What fails is ordered to be put right
/// (责令限期改正) until a day.
struct SpotCheck {
    std::int64_t id = 0, revision = 0;
    int year = 0;
    std::string rule;
    std::int64_t unitId = 0;
    std::string unitName, regionName;
    std::string seed; ///< the draw can be repeated with it
    yanxun::Date drawnOn;
    std::int64_t drillId = 0; ///< that was looked at; 0 = the papers only
    std::optional<yanxun::Date> checkedOn;
    std::string checker;
    SpotConclusion conclusion = SpotConclusion::open;
    std::string problem;
    std::optional<yanxun::Date> due, closedOn;
    std::string closing;
};

/// A unit that may be drawn.
struct SpotCandidate {
    std::int64_t unitId = 0;
    std::string name, region;
};

/// How many are drawn, and how: so many, or so many per cent of them.
struct SpotDraw {
    int year = 0;
    std::string region;    ///< "" = all
    std::string attribute; ///< «high_risk», «crowded»; "" = both
    int count = 0;         ///< 0 = by share
    int share = 0;         ///< per cent
    bool everyRegion = true; ///< each township gets its part
    std::string seed;
};

/// The sample: the same candidates and the same seed give the same units, in whatever order they come.
std::vector<SpotCandidate> drawn(std::vector<SpotCandidate> candidates, const SpotDraw& draw);
/// True when it failed, is not closed and its day is over.
bool isOverdue(const SpotCheck& check, yanxun::Date today);

std::string word(SpotConclusion conclusion);
/// «待检查», «符合», «限期改正中», «逾期未改正», «已改正».
std::string stateWord(const SpotCheck& check, yanxun::Date today);

} // namespace drills
