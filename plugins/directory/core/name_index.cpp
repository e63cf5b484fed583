#include "core/name_index.h"

#include <yanxun/text.h>

#include <algorithm>
#include <cstring>
#include <set>

namespace directory {

namespace {

constexpr double leastLikeness = 0.6; // below it an offer only annoys
constexpr std::size_t comparedAtMost = 300;

/// Neighbouring characters as one number each; a character is its UTF-8 bytes.
std::set<std::uint64_t> pairsOf(std::string_view name) {
    std::vector<std::uint32_t> characters;
    const std::string loose = yanxun::text::loose(name);
    for (std::size_t i = 0; i < loose.size();) {
        std::size_t length = 1;
        while (i + length < loose.size() && (static_cast<unsigned char>(loose[i + length]) & 0xC0) == 0x80)
            ++length;
        std::uint32_t character = 0;
        std::memcpy(&character, loose.data() + i, std::min<std::size_t>(length, 4));
        characters.push_back(character);
        i += length;
    }
    std::set<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i)
        pairs.insert(std::uint64_t{characters[i]} << 32 | characters[i + 1]);
    return pairs;
}

} // namespace

double likeness(std::string_view a, std::string_view b) {
    const double alike = yanxun::text::similarity(a, b);
    const std::string looseA = yanxun::text::loose(a), looseB = yanxun::text::loose(b);
    const std::string& longer = looseA.size() < looseB.size() ? looseB : looseA;
    const std::string& shorter = looseA.size() < looseB.size() ? looseA : looseB;
    if (yanxun::text::length(shorter) < 3 || longer.find(shorter) == std::string::npos) return alike;
    return std::max(alike, 0.6 + 0.4 * static_cast<double>(shorter.size()) / static_cast<double>(longer.size()));
}

void NameIndex::add(std::int64_t unit, std::string_view name) {
    const auto number = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({unit, std::string(name)});
    for (const std::uint64_t pair : pairsOf(name))
        byPair_[pair].push_back(number);
}

std::vector<std::uint32_t> NameIndex::nearest(std::string_view name) const {
    std::unordered_map<std::uint32_t, int> shared;
    for (const std::uint64_t pair : pairsOf(name))
        if (const auto found = byPair_.find(pair); found != byPair_.end())
            for (const std::uint32_t number : found->second)
                ++shared[number];
    std::vector<std::pair<int, std::uint32_t>> order;
    for (const auto& [number, count] : shared)
        order.emplace_back(-count, number);
    const auto kept = std::min(order.size(), comparedAtMost);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end());
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < kept; ++i)
        numbers.push_back(order[i].second);
    return numbers;
}

std::vector<NameIndex::Hit> NameIndex::like(std::string_view name, std::size_t limit) const {
    std::unordered_map<std::int64_t, double> best;
    for (const std::uint32_t number : nearest(name)) {
        const double alike = likeness(name, entries_[number].name);
        if (alike >= leastLikeness) best[entries_[number].unit] = std::max(best[entries_[number].unit], alike);
    }
    std::vector<Hit> hits;
    for (const auto& [unit, alike] : best)
        hits.push_back({unit, alike});
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.unit < b.unit;
    });
    if (hits.size() > limit) hits.resize(limit);
    return hits;
}

} // namespace directory
