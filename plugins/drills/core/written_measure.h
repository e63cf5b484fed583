#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drills {

/// «150», «150秒», «2分30秒», «2:30», «2.5min» in milliseconds; a bare number is minutes when `minutes`, else
/// seconds. Empty when it is none.
std::optional<std::int64_t> parseDuration(const std::string& written, bool minutes);
/// «2分30秒», «45秒»
std::string durationText(std::int64_t milliseconds);

/// Achieved of required, exact.
struct Share {
    std::int64_t achieved = 0, required = 1;
};
/// «476/500», «95.2%», «0.952». Empty when it is none, is below zero, or nothing was required.
std::optional<Share> parseShare(const std::string& written);

/// One line of 扣分: so many times so many points, with its note.
struct Deduction {
    std::int64_t points = 0; ///< 1/100, of one time
    std::int64_t times = 1;
    std::string note;
};
/// «1×2 应急灯不亮 + 0.5 缺照片»; «0» takes nothing. Empty when a line is not understood.
std::optional<std::vector<Deduction>> parseDeductions(const std::string& written);

} // namespace drills
