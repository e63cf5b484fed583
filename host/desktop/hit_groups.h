#pragma once
#include "core/registry.h"

#include <yanxun/data/database.h>

#include <vector>

namespace yanxun::desktop {

/// What search found of one kind.
struct HitGroup {
    SearchKind kind;
    std::vector<SearchHit> hits; ///< the newest
    std::int64_t total = 0;      ///< counted while there are more than shown
};

/// The kinds that have hits, in the order of the registry. Any thread.
std::vector<HitGroup> findHits(Reader& reader, const host::Registry& registry, const std::string& query,
                               std::size_t perKind);

} // namespace yanxun::desktop
