#pragma once
#include <cstdint>

namespace drills {

/// Wide enough that no product of a score, a weight and a common denominator leaves it: sums of points are compared
/// and rounded as the whole numbers they are, never as binary fractions that only come near to a tie.
__extension__ using Wide = __int128;

/// numerator ÷ denominator rounded half up; numerator ≥ 0, denominator > 0.
inline std::int64_t divideHalfUp(Wide numerator, Wide denominator) {
    return std::int64_t((2 * numerator + denominator) / (2 * denominator));
}

} // namespace drills
