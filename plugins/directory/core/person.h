#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace directory {

struct Person {
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::string name;
    std::int64_t unitId = 0; ///< 0 = of no unit
    std::string unitName;    ///< for lists; follows the unit
    std::string post, phone, note;
    bool isOperator = false; ///< works with the program under this name
    bool active = true;
    std::string seenIn{};    ///< what made the person («training.certificates»); empty = a person did
    bool operator==(const Person&) const = default;
};

/// A team of a unit: 应急救援队, 志愿者队, 微型消防站 …
struct Team {
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::string name;
    std::int64_t unitId = 0;
    std::string unitName; ///< for lists; follows the unit
    std::string kind;
    std::optional<std::int64_t> members; ///< as told; empty = count the listed people
    std::string leader, phone, note;
    std::int64_t listed = 0; ///< people on its list
    bool operator==(const Team&) const = default;
};

struct TeamMember {
    std::int64_t personId = 0;
    std::string name, duty;
};

} // namespace directory
