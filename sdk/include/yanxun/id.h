#pragma once
#include <yanxun/export.h>

#include <compare>
#include <cstdint>
#include <string>

namespace yanxun {

/// A record's integer key inside one database, typed by what it names: Id<struct DrillTag>.
/// Zero means «not stored yet». Never printed in a report and never leaves the house: use Uid there.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    constexpr Id() = default;
    constexpr explicit Id(std::int64_t v) : value(v) {}
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

/// A new UUID of version 7 (RFC 9562 §5.7) as 36 lower-case characters: the name of a record wherever it
/// is exchanged or merged. `milliseconds` is UTC since 1970; two calls never give the same text. Any thread.
YANXUN_EXPORT std::string newUid(std::int64_t milliseconds);

} // namespace yanxun
