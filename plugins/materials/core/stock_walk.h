#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <span>

namespace materials {

/// What happens to an item of one batch at one place: a movement in (+) or out (−).
struct Flow {
    yanxun::Millis at = 0;
    std::int64_t order = 0;  ///< among those of the same moment
    std::int64_t change = 0; ///< base units
    std::int64_t documentId = 0; ///< < 0: row of a ledger being imported
};

/// The first moment at which there would be less than nothing. What happens at one moment happens together: a slip and
/// its 冲销 leave nothing between them.
struct Shortage {
    yanxun::Millis at = 0;
    std::int64_t missing = 0;
    std::int64_t documentId = 0; ///< whose movement does it; 0 = the new one itself
};

/// Walks on from a change at some moment over everything that follows it. `before`: what is there at that moment without
/// the change; `later`: the flows after that moment, in order. Empty when it never goes below zero.
std::optional<Shortage> walk(std::int64_t before, std::int64_t change, std::span<const Flow> later);
/// The most that can be taken at that moment without ever going below zero; never less than 0.
std::int64_t available(std::int64_t before, std::span<const Flow> later);
/// Σ of changes: what was there before is what is there now less this.
std::int64_t sum(std::span<const Flow> later);

} // namespace materials
