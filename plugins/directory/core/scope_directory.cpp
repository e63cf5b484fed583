#include "core/scope_directory.h"

#include "core/scope_store.h"

namespace directory {

void ScopeDirectory::each(yanxun::Reader& reader, int year, std::string_view category,
                          const std::function<void(const ScopeUnit&)>& use) const {
    const std::vector<std::string> kinds = scopeKinds(category);
    if (kinds.empty()) return;
    scope_store::eachUnit(reader, year, category, service_.isFixed(reader, year), kinds, use);
}

} // namespace directory
