#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace drills {

/// Seconds after the start of the drill: «T+00:05:30», «0:05:30», «5:30», «5分30秒», «1小时5分», «+5'», «+5'30"».
/// Empty when it is none, or later than four days.
std::optional<std::int64_t> parseOffset(const std::string& written);
/// The same; throws Error with a sentence that shows how to write it.
std::int64_t offsetOf(const std::string& written);
/// «T+00:05:30»
std::string offsetText(std::int64_t seconds);
/// «00:05:30», «-00:00:12» of milliseconds, whole seconds.
std::string clockText(std::int64_t milliseconds);
/// «+2分05秒», «-30秒», «准时»: how far the real time was from the planned one.
std::string deltaText(std::int64_t seconds);

} // namespace drills
