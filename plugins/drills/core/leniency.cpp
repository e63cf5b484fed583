#include "core/leniency.h"

#include "core/item_result.h"

#include <set>

namespace drills {

void LeniencyCount::add(const ScoreSheet& sheet, const Panel& panel) {
    std::set<std::string> seen;
    for (const ScoreSection& section : sheet.sections) {
        for (const ScoreItem& item : section.items) {
            const ItemResult whole = itemResult(section, item, panel);
            if (whole.scored < 2 || item.full == 0) continue; // nobody to stand beside
            const std::int64_t value = *whole.points;
            for (const Evaluator& one : panel.evaluators) {
                if (!panel.counts(one) || !one.covers(section, item)) continue;
                const auto answer = answerOf(panel, one, item);
                if (!answer || answer->state != ItemState::scored) continue;
                const std::int64_t own = pointsOf(item, *answer, panel.ruling(item.no).target);
                Sum& sum = sums_[one.name];
                sum.share += (own - value) * 10'000 / item.full;
                ++sum.items;
                if (seen.insert(one.name).second) ++sum.drills;
            }
        }
    }
}

std::map<std::string, Leniency> LeniencyCount::result() const {
    std::map<std::string, Leniency> all;
    for (const auto& [name, sum] : sums_) all[name] = {sum.share / sum.items, sum.items, sum.drills};
    return all;
}

} // namespace drills
