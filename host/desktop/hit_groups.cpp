#include "desktop/hit_groups.h"

namespace yanxun::desktop {

std::vector<HitGroup> findHits(Reader& reader, const host::Registry& registry, const std::string& query,
                               std::size_t perKind) {
    std::vector<HitGroup> groups;
    for (const SearchKind& kind : registry.searches()) {
        std::vector<SearchHit> hits = reader.search(query, perKind, kind.id);
        if (hits.empty()) continue;
        const bool more = hits.size() == perKind;
        const auto shown = static_cast<std::int64_t>(hits.size());
        groups.push_back({kind, std::move(hits), more ? reader.searchCount(query, kind.id) : shown});
    }
    return groups;
}

} // namespace yanxun::desktop
