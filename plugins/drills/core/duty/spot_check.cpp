#include "core/duty/spot_check.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::tr;

/// Nobody can choose a seed so that a unit he knows of is spared, without trying many: the seed is kept.
struct Lot {
    std::string key;
    SpotCandidate unit;
};

std::vector<Lot> lotsOf(std::vector<SpotCandidate> candidates, const std::string& seed) {
    std::vector<Lot> lots;
    for (SpotCandidate& one : candidates) {
        std::string key = yanxun::text::sha256(seed + "\n" + one.name);
        lots.push_back({std::move(key), std::move(one)});
    }
    std::sort(lots.begin(), lots.end(), [](const Lot& a, const Lot& b) {
        return std::tie(a.key, a.unit.name, a.unit.unitId) < std::tie(b.key, b.unit.name, b.unit.unitId);
    });
    return lots;
}

/// So many per cent, at least one.
std::size_t shareOf(std::size_t all, int share) { return all == 0 ? 0 : std::max<std::size_t>(1, (all * std::size_t(share) + 99) / 100); }

/// One of each township in turn, in the order of the lots, so that none is passed over.
std::vector<Lot> inTurns(const std::vector<Lot>& lots) {
    std::map<std::string, int> taken;
    std::vector<std::pair<int, Lot>> turns;
    for (const Lot& lot : lots) turns.emplace_back(taken[lot.unit.region]++, lot);
    std::stable_sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Lot> all;
    for (auto& [turn, lot] : turns) all.push_back(std::move(lot));
    return all;
}

} // namespace

std::vector<SpotCandidate> drawn(std::vector<SpotCandidate> candidates, const SpotDraw& draw) {
    const std::vector<Lot> lots = lotsOf(std::move(candidates), draw.seed);
    std::map<std::string, std::size_t> ofRegion, wanted;
    for (const Lot& lot : lots) ++ofRegion[lot.unit.region];
    for (const auto& [region, all] : ofRegion) wanted[region] = shareOf(all, draw.share);
    const std::size_t most = draw.count > 0 ? std::size_t(draw.count) : shareOf(lots.size(), draw.share);
    const bool byRegion = draw.everyRegion && draw.count == 0;
    std::vector<SpotCandidate> sample;
    for (const Lot& lot : draw.everyRegion && draw.count > 0 ? inTurns(lots) : lots) {
        if (byRegion ? wanted[lot.unit.region] == 0 : sample.size() == most) continue;
        if (byRegion) --wanted[lot.unit.region];
        sample.push_back(lot.unit);
    }
    return sample;
}

bool isOverdue(const SpotCheck& check, yanxun::Date today) {
    return check.conclusion == SpotConclusion::fails && !check.closedOn && check.due && *check.due < today;
}

std::string word(SpotConclusion conclusion) {
    switch (conclusion) {
    case SpotConclusion::open: return tr("待检查");
    case SpotConclusion::conforms: return tr("符合");
    case SpotConclusion::fails: return tr("不符合");
    }
    return {};
}

std::string stateWord(const SpotCheck& check, yanxun::Date today) {
    if (check.conclusion != SpotConclusion::fails) return word(check.conclusion);
    if (check.closedOn) return tr("已改正");
    return isOverdue(check, today) ? tr("逾期未改正") : tr("限期改正中");
}

} // namespace drills
