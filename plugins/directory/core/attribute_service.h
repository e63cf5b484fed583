#pragma once
#include "core/attribute.h"

#include <yanxun/data/database.h>

namespace directory {

/// Facts about units as a person tells and confirms them. Every method works inside the caller's transaction.
class AttributeService {
public:
    /// Tells a fact. Throws Error for an unknown attribute, a value it cannot have, or days in the wrong order.
    Attribute tell(yanxun::Writer& writer, Attribute fact) const;
    /// Confirms a fact on the day of the write by the operator of the write. Throws Error when it already is.
    Attribute confirm(yanxun::Writer& writer, std::int64_t id, std::int64_t revision,
                      std::string_view evidence) const;
    /// Takes a fact back that was told in error.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// Value that holds on that day; "" = unknown.
    std::string value(yanxun::Reader& reader, std::int64_t unit, std::string_view attribute, yanxun::Date day) const;
    /// The unit's own column for its subkind follows the confirmed fact that holds today; `gone` is a fact that was
    /// taken back.
    void refreshSubkind(yanxun::Writer& writer, std::int64_t unit, const Attribute& gone) const;
};

/// Sentence that says what is wrong with a fact; "" when right.
std::string checkAttribute(const Attribute& fact);

} // namespace directory
