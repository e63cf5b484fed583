#pragma once
#include "core/design/resource.h"

#include <yanxun/data/database.h>

/// Rows of drills_resource and drills_resource_use ↔ structs. Decides nothing.
namespace drills::resources {

/// The catalogue in pinyin order.
std::vector<Resource> all(yanxun::Reader& reader);
/// Throws NotFound.
Resource get(yanxun::Reader& reader, std::int64_t id);
/// By name, and place when it is given; empty when nothing or several answer.
std::optional<Resource> find(yanxun::Reader& reader, const std::string& name, const std::string& location);
std::int64_t add(yanxun::Writer& writer, const Resource& resource);
void update(yanxun::Writer& writer, const Resource& resource);
void remove(yanxun::Writer& writer, const Resource& resource);

std::vector<ResourceUse> of(yanxun::Reader& reader, std::int64_t drill);
std::int64_t usesOf(yanxun::Reader& reader, std::int64_t resource);
void put(yanxun::Writer& writer, const ResourceUse& use);
void removeUse(yanxun::Writer& writer, const ResourceUse& use);
void removeAll(yanxun::Writer& writer, std::int64_t drill);
/// What other drills that are still to be held want of it on these days, and what they have not brought back.
std::vector<ResourceClaim> claims(yanxun::Reader& reader, std::int64_t resource, std::int64_t besides, yanxun::Date day);

} // namespace drills::resources
