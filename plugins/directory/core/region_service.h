#pragma once
#include "core/region.h"

#include <yanxun/data/database.h>

#include <vector>

namespace directory {

/// Regions as a person or an import changes them. Every method works inside the caller's transaction.
class RegionService {
public:
    /// Adds a region, its missing parents too, or names one that was only seeded. `code` as people write it. Throws
    /// Error for a wrong code or an empty name, Conflict when the code already has a name.
    Region add(yanxun::Writer& writer, std::string_view code, std::string_view name) const;
    /// Throws Conflict when somebody changed it since, Error for an empty name.
    Region rename(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, std::string_view name) const;
    /// Takes a region back. One with regions below it stays as a seeded one; parents nobody told and nobody needs go.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// The missing parents of `code`, the topmost first; not stored.
    std::vector<Region> missingParents(yanxun::Reader& reader, std::string_view code) const;

    /// The township of that name: the only one, or the one of several that lies in the home county.
    std::optional<Region> township(yanxun::Reader& reader, std::string_view name) const;
    /// «河南省 / 开封市 / 龙亭区 / 西湖街道», as far as the names are known.
    std::string path(yanxun::Reader& reader, const Region& region) const;
    /// Gives units known by their township's name the region's code: after regions arrived or went.
    void relinkUnits(yanxun::Writer& writer) const;
};

} // namespace directory
