#pragma once
#include "core/attribute.h"

#include <yanxun/data/database.h>

namespace directory::attribute_store {

/// All facts of a unit, by attribute, oldest first.
std::vector<Attribute> of(yanxun::Reader& reader, std::int64_t unit);
/// All facts of all units, unit by unit.
void each(yanxun::Reader& reader, const std::function<void(const Attribute&)>& use);
std::optional<Attribute> get(yanxun::Reader& reader, std::int64_t id);
/// Sets id and revision.
void add(yanxun::Writer& writer, Attribute& fact);
void update(yanxun::Writer& writer, Attribute& fact);
void remove(yanxun::Writer& writer, const Attribute& fact);
void removeAll(yanxun::Writer& writer, std::int64_t unit);
/// Facts nobody confirmed, of units that are in the lists.
std::int64_t countUnconfirmed(yanxun::Reader& reader);
/// Units with such facts, by name.
std::vector<std::int64_t> unitsWithUnconfirmed(yanxun::Reader& reader, std::size_t limit);
void addMany(yanxun::Writer& writer, const std::vector<Attribute>& facts);

} // namespace directory::attribute_store
