#include "core/item_result.h"

#include "core/exact.h"

#include <algorithm>

namespace drills {
namespace {

/// (max − min)/F from here on is a disagreement, 1/10000.
constexpr std::int64_t disagreement = 4000;

struct Count {
    std::vector<Vote> votes;
    int observers = 0, triggers = 0;
};

void take(const ScoreItem& item, const Evaluator& evaluator, const ItemAnswer& answer,
          std::optional<std::int64_t> target, ItemResult& result, Count& count) {
    if (answer.state == ItemState::notApplicable) ++result.notApplicable;
    if (answer.state == ItemState::notObserved) ++result.notObserved;
    std::int64_t points = item.full;
    if (answer.state == ItemState::scored) {
        points = pointsOf(item, answer, target);
        count.votes.push_back({points, evaluator.weight});
        ++result.scored;
        ++count.observers;
    } else if (answer.veto) {
        ++count.observers;
    }
    if (!triggersVeto(item, answer, points)) return;
    ++count.triggers;
    result.triggeredBy.push_back(evaluator.name);
}

/// 无 → 待确认 → 已确认 by half of those who observed it or by the leader, 已推翻 by the leader (domain rule c.6.2).
VetoState vetoOf(const Count& count, const ItemRuling& ruling) {
    if (count.triggers == 0) return VetoState::none;
    if (ruling.veto == VetoDecision::overturned) return VetoState::overturned;
    const bool half = 2 * count.triggers >= count.observers;
    return half || ruling.veto == VetoDecision::confirmed ? VetoState::confirmed : VetoState::pending;
}

void findDisputes(const Count& count, const ItemRuling& ruling, ItemResult& result) {
    if (!count.votes.empty()) {
        const auto fewer = [](const Vote& a, const Vote& b) { return a.points < b.points; };
        const auto [low, high] = std::minmax_element(count.votes.begin(), count.votes.end(), fewer);
        result.low = low->points;
        result.high = high->points;
        if (result.full > 0) result.spread = divideHalfUp(Wide(high->points - low->points) * 10'000, result.full);
        // Compared as it is, not as it was rounded.
        const bool apart = result.full > 0 && (high->points - low->points) * 10'000 >= disagreement * result.full;
        if (apart) result.disputes.push_back(Dispute::spread);
        if (result.notApplicable > 0) result.disputes.push_back(Dispute::notApplicable);
    }
    const bool split = count.triggers > 0 && count.triggers < count.observers;
    if (split) result.disputes.push_back(Dispute::veto);
    const bool onlyVeto = result.disputes.size() == 1 && split;
    const bool decided = onlyVeto && ruling.veto != VetoDecision::none;
    result.disputed = !result.disputes.empty() && ruling.settlement == Settlement::none && !decided;
}

void settle(const ItemRuling& ruling, ItemResult& result) {
    if (ruling.settlement == Settlement::none || result.disputes.empty()) return;
    result.settlement = ruling.settlement;
    if (ruling.settlement == Settlement::value) {
        result.state = ItemState::scored;
        result.points = ruling.settledPoints;
    } else if (ruling.settlement == Settlement::notApplicable) {
        result.state = ItemState::notApplicable;
        result.points.reset();
    }
}

} // namespace

ItemResult itemResult(const ScoreSection& section, const ScoreItem& item, const Panel& panel) {
    ItemResult result;
    result.no = item.no;
    result.full = item.full;
    const ItemRuling& ruling = panel.ruling(item.no);
    if (ruling.tailored) {
        result.state = ItemState::notApplicable;
        result.answer = {ItemState::notApplicable, "", false, ruling.tailoredReason};
        return result;
    }
    Count count;
    int answers = 0;
    for (const Evaluator& evaluator : panel.evaluators) {
        if (!panel.counts(evaluator) || !evaluator.covers(section, item)) continue;
        const auto answer = answerOf(panel, evaluator, item);
        if (!answer) continue;
        result.answer = ++answers == 1 ? *answer : ItemAnswer();
        take(item, evaluator, *answer, ruling.target, result, count);
    }
    std::sort(result.triggeredBy.begin(), result.triggeredBy.end());
    if (!count.votes.empty()) {
        result.state = ItemState::scored;
        result.points = aggregated(count.votes, panel.aggregate);
    } else {
        result.state = result.notApplicable > 0 ? ItemState::notApplicable
                       : result.notObserved > 0 ? ItemState::notObserved
                                                : ItemState::blank;
    }
    result.veto = vetoOf(count, ruling);
    findDisputes(count, ruling, result);
    settle(ruling, result);
    return result;
}

} // namespace drills
