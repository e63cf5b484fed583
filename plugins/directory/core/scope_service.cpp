#include "core/scope_service.h"

#include "core/scope_store.h"
#include "core/unit_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

namespace {

void requireCategory(std::string_view category) {
    if (scopeKinds(category).empty())
        throw yanxun::Error(tr("没有“{}”这一类，请填写 企业、农村、社区、学校 或 家庭。", category));
}

} // namespace

std::vector<std::string> scopeCategories() {
    return {std::string(scope::enterprise), std::string(scope::village), std::string(scope::community),
            std::string(scope::school), std::string(scope::family)};
}

std::vector<std::string> scopeKinds(std::string_view category) {
    if (category == scope::enterprise) return {std::string(kind::enterprise)};
    if (category == scope::village) return {std::string(kind::village)};
    if (category == scope::community) return {std::string(kind::community)};
    if (category == scope::school) return {std::string(kind::school)};
    if (category == scope::family) return {std::string(kind::village), std::string(kind::community)};
    return {};
}

void ScopeService::each(Reader& reader, int year, std::string_view category,
                        const std::function<void(const ScopeEntry&)>& use) const {
    requireCategory(category);
    scope_store::each(reader, year, category, scope_store::isFixed(reader, year), scopeKinds(category), use);
}

std::int64_t ScopeService::count(Reader& reader, int year, std::string_view category) const {
    std::int64_t units = 0;
    each(reader, year, category, [&](const ScopeEntry& entry) { units += entry.inScope; });
    return units;
}

bool ScopeService::isFixed(Reader& reader, int year) const { return scope_store::isFixed(reader, year); }

std::int64_t ScopeService::fix(Writer& writer, int year) const {
    if (isFixed(writer, year)) throw yanxun::Conflict(tr("{} 年的应覆盖名单已经固定。", year));
    std::int64_t entries = 0;
    for (const std::string& category : scopeCategories()) {
        const auto decided = scope_store::decided(writer, year, category);
        std::vector<ScopeEntry> open;
        each(writer, year, category, [&](const ScopeEntry& entry) {
            if (!std::binary_search(decided.begin(), decided.end(), entry.unitId)) open.push_back(entry);
        });
        entries += static_cast<std::int64_t>(decided.size()) + scope_store::addMany(writer, year, category, open);
    }
    scope_store::markFixed(writer, year);
    return entries;
}

void ScopeService::set(Writer& writer, int year, std::string_view category, std::int64_t unit, bool inScope,
                       std::string_view reason) const {
    requireCategory(category);
    if (yanxun::text::key(reason).empty()) throw yanxun::Error(tr("请写明调入或调出名单的理由。"));
    const auto known = unit_store::get(writer, unit);
    if (!known || known->mergedInto != 0) throw yanxun::NotFound(tr("没有编号为 {} 的单位，请刷新后再试。", unit));
    scope_store::set(writer, year, category, {unit, {}, {}, inScope, yanxun::text::key(reason)});
}

} // namespace directory
