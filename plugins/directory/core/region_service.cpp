#include "core/region_service.h"

#include "core/region_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

namespace {

std::string cleanName(std::string_view name) {
    std::string clean = yanxun::text::key(name);
    if (clean.empty()) throw yanxun::Error(tr("区划名称不能为空，请填写名称。"));
    return clean;
}

const Region* inCounty(const std::vector<Region>& regions, const std::string& county) {
    const Region* found = nullptr;
    for (const Region& region : regions) {
        if (!region.code.starts_with(county)) continue;
        if (found) return nullptr;
        found = &region;
    }
    return found;
}

const Region* pick(const std::vector<Region>& named, const std::string& homeCounty) {
    if (named.size() == 1) return &named.front();
    return homeCounty.empty() ? nullptr : inCounty(named, homeCounty);
}

void removeUnneededParents(Writer& writer, std::string code) {
    while (!code.empty()) {
        const auto region = region_store::withCode(writer, code);
        if (!region || !region->seeded || region_store::hasChildren(writer, code)) return;
        region_store::remove(writer, *region);
        code = region->parentCode;
    }
}

} // namespace

Region RegionService::add(Writer& writer, std::string_view code, std::string_view name) const {
    const auto full = fullRegionCode(code);
    if (!full) throw yanxun::Error(tr("“{}”不是区划代码，请填写 2、4、6、9 或 12 位数字。", code));
    const std::string told = cleanName(name);
    if (const auto known = region_store::withCode(writer, *full)) {
        if (!known->seeded)
            throw yanxun::Conflict(tr("代码 {} 已是“{}”，如需改名请编辑该区划。", *full, known->name));
        return rename(writer, known->id, known->revision, told);
    }
    for (const Region& parent : missingParents(writer, *full))
        region_store::add(writer, parent);
    Region region = seededRegion(*full);
    region.name = told;
    region.seeded = false;
    region.id = region_store::add(writer, region);
    region.revision = 1;
    relinkUnits(writer);
    return region;
}

Region RegionService::rename(Writer& writer, std::int64_t id, std::int64_t revision, std::string_view name) const {
    auto region = region_store::get(writer, id);
    if (!region) throw yanxun::NotFound(tr("该区划已不存在，请刷新后再试。"));
    region->revision = revision;
    region->name = cleanName(name);
    region->seeded = false;
    region->revision = region_store::update(writer, *region);
    relinkUnits(writer);
    return *region;
}

void RegionService::remove(Writer& writer, std::int64_t id, std::int64_t revision) const {
    auto region = region_store::get(writer, id);
    if (!region) throw yanxun::NotFound(tr("该区划已不存在，请刷新后再试。"));
    region->revision = revision;
    region_store::unlinkUnits(writer, id);
    if (region_store::hasChildren(writer, region->code)) {
        region->name = region->code;
        region->seeded = true;
        region_store::update(writer, *region);
        return;
    }
    region_store::remove(writer, *region);
    removeUnneededParents(writer, region->parentCode);
}

std::vector<Region> RegionService::missingParents(Reader& reader, std::string_view code) const {
    std::vector<Region> missing;
    for (std::string parent = parentOfCode(code); !parent.empty(); parent = parentOfCode(parent)) {
        if (region_store::withCode(reader, parent)) break;
        missing.push_back(seededRegion(parent));
    }
    std::reverse(missing.begin(), missing.end());
    return missing;
}

std::optional<Region> RegionService::township(Reader& reader, std::string_view name) const {
    const std::string key = yanxun::text::key(name);
    if (key.empty()) return {};
    const auto named = region_store::townshipsNamed(reader, key);
    const Region* found = pick(named, named.size() > 1 ? region_store::homeCounty(reader) : std::string());
    if (!found) return {};
    return *found;
}

std::string RegionService::path(Reader& reader, const Region& region) const {
    std::string path = region.name;
    for (std::string code = region.parentCode; !code.empty(); code = parentOfCode(code)) {
        const auto parent = region_store::withCode(reader, code);
        if (parent && !parent->seeded) path = parent->name + " / " + path;
    }
    return path;
}

void RegionService::relinkUnits(Writer& writer) const {
    struct Township {
        std::string name;
        std::vector<Region> named;
    };
    std::vector<Township> open;
    // Names that only one township has come first: they tell which county is home.
    for (std::string& name : region_store::unitTownships(writer)) {
        auto named = region_store::townshipsNamed(writer, yanxun::text::key(name));
        if (named.size() > 1)
            open.push_back({std::move(name), std::move(named)});
        else
            region_store::linkUnits(writer, name, named.empty() ? nullptr : &named.front());
    }
    if (open.empty()) return;
    const std::string home = region_store::homeCounty(writer);
    for (const Township& township : open)
        region_store::linkUnits(writer, township.name, pick(township.named, home));
}

} // namespace directory
