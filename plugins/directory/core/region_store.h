#pragma once
#include "core/region.h"

#include <yanxun/data/database.h>

#include <functional>
#include <span>
#include <vector>

namespace directory::region_store {

std::optional<Region> get(yanxun::Reader& reader, std::int64_t id);
std::optional<Region> withCode(yanxun::Reader& reader, std::string_view code);
/// Townships of that name (text::key).
std::vector<Region> townshipsNamed(yanxun::Reader& reader, std::string_view nameKey);
/// By code; `parent` "" = provinces.
std::vector<Region> childrenOf(yanxun::Reader& reader, std::string_view parent);
bool hasChildren(yanxun::Reader& reader, std::string_view code);
/// Regions whose name or code contains `typed`, by code.
std::vector<Region> search(yanxun::Reader& reader, std::string_view typed, std::size_t limit);
void each(yanxun::Reader& reader, const std::function<void(const Region&)>& use);
std::int64_t count(yanxun::Reader& reader);

std::int64_t add(yanxun::Writer& writer, const Region& region);
/// Regions whose id was reserved, in one stream.
void addMany(yanxun::Writer& writer, std::span<const Region> regions);
std::int64_t reserve(yanxun::Writer& writer, std::int64_t count);
/// Returns the new revision.
std::int64_t update(yanxun::Writer& writer, const Region& region);
void remove(yanxun::Writer& writer, const Region& region);

// The derived link of units to regions.
/// Distinct township texts of units.
std::vector<std::string> unitTownships(yanxun::Reader& reader);
/// The county (six digits) in which most units with that kind of link lie; "" when none has one.
std::string homeCounty(yanxun::Reader& reader);
/// Points all units of that township text to the region (null = to none). Not logged: derived from the text.
void linkUnits(yanxun::Writer& writer, std::string_view regionName, const Region* region);
void unlinkUnits(yanxun::Writer& writer, std::int64_t regionId);

} // namespace directory::region_store
