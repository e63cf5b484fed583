#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <string>

namespace directory {

/// A fact about a unit as it holds on a day. Rules of law fire on confirmed facts only.
struct UnitFact {
    std::string attribute; ///< «high_risk», «crowded», «key_fire_unit», «subkind» …
    std::string value;     ///< 是, 否, or text
    bool confirmed = false;
    std::optional<yanxun::Date> since; ///< holds from; empty = always
    std::string evidence;              ///< what it was confirmed on
};

/// Facts of units by the day they hold on. A unit without a fact is not known to have it: neither yes nor no.
class Attributes {
public:
    static constexpr const char* id = "directory.attributes/1";
    virtual ~Attributes() = default;

    /// What the screen calls an attribute; the id itself when unknown.
    virtual std::string title(std::string_view attribute) const = 0;
    /// One fact of each attribute: the confirmed one stands before others, the later confirmed before the earlier.
    virtual void each(yanxun::Reader& reader, yanxun::Date day,
                      const std::function<void(std::int64_t unit, const UnitFact&)>& use) const = 0;
};

} // namespace directory
