#pragma once
#include "core/target.h"

namespace campaigns::target_store {

bool exists(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Target get(yanxun::Reader& reader, std::int64_t id);
/// Of a year (0 = all): by year, category, owner.
std::vector<Target> list(yanxun::Reader& reader, int year);
std::int64_t add(yanxun::Writer& writer, const Target& target);
std::int64_t update(yanxun::Writer& writer, const Target& target);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ownedBy(yanxun::Reader& reader, std::int64_t unit);

} // namespace campaigns::target_store
