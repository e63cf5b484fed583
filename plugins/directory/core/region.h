#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace directory {

enum class RegionLevel { province = 1, city, county, township, village };

/// A node of 统计用区划代码: 12 digits, 2 province + 2 city + 2 county + 3 township + 3 village.
struct Region {
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::string code;
    std::string parentCode; ///< "" for a province
    RegionLevel level = RegionLevel::township;
    std::string name;    ///< the code itself while nobody told the name
    bool seeded = false; ///< made from a child's code, the name is unknown
};

/// The 12-digit code of a written one of 2, 4, 6, 9 or 12 digits; empty when it is none.
std::optional<std::string> fullRegionCode(std::string_view written);
RegionLevel levelOfCode(std::string_view code);
/// "" for a province. Towns that stand directly under a city (code part 00) have the city as parent.
std::string parentOfCode(std::string_view code);
/// «省», «市», «县区», «乡镇街道», «村社区».
std::string levelTitle(RegionLevel level);
/// A region of which only the code is known.
Region seededRegion(std::string code);

} // namespace directory
