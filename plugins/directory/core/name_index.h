#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace directory {

/// Finds names alike among many: only those that share a pair of neighbouring characters are compared at all.
class NameIndex {
public:
    struct Hit {
        std::int64_t unit = 0;
        double likeness = 0; ///< 0.6 … 1
    };

    void add(std::int64_t unit, std::string_view name);
    /// Best first, each unit once; equal ones by unit id.
    std::vector<Hit> like(std::string_view name, std::size_t limit) const;

private:
    struct Entry {
        std::int64_t unit;
        std::string name;
    };
    std::vector<std::uint32_t> nearest(std::string_view name) const;
    std::vector<Entry> entries_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> byPair_;
};

/// 0 … 1: yanxun::text::similarity, or more when one name stands whole inside the other («实验小学», «城西实验小学»).
double likeness(std::string_view a, std::string_view b);

} // namespace directory
