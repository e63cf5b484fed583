#pragma once
#include "core/panel.h"

#include <functional>

namespace drills {

/// How an evaluator judges beside his colleagues: the mean of (own − panel's value) ÷ full points over all items he shared
/// with others, in 1/10000; above 0 is lenient. Told to the leader, never used to change a score (domain rule c.3).
struct Leniency {
    std::int64_t meanShare = 0;
    int items = 0, drills = 0;
};

/// Adds up over the panels it is shown.
class LeniencyCount {
public:
    void add(const ScoreSheet& sheet, const Panel& panel);
    /// By name.
    std::map<std::string, Leniency> result() const;

private:
    struct Sum {
        std::int64_t share = 0; ///< 1/10000
        int items = 0, drills = 0;
    };
    std::map<std::string, Sum> sums_;
};

} // namespace drills
