#include "core/region.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace directory {

namespace {

struct Group {
    std::size_t first, length;
};
constexpr std::array<Group, 5> groups{{{0, 2}, {2, 2}, {4, 2}, {6, 3}, {9, 3}}};

bool isZero(std::string_view digits) {
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

} // namespace

std::optional<std::string> fullRegionCode(std::string_view written) {
    std::string code = yanxun::text::loose(written);
    const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto length = code.size();
    if (!digits || (length != 2 && length != 4 && length != 6 && length != 9 && length != 12)) return {};
    code.append(12 - length, '0');
    if (isZero(std::string_view(code).substr(0, 2))) return {};
    return code;
}

RegionLevel levelOfCode(std::string_view code) {
    for (std::size_t i = groups.size(); i-- > 1;)
        if (!isZero(code.substr(groups[i].first, groups[i].length))) return static_cast<RegionLevel>(i + 1);
    return RegionLevel::province;
}

std::string parentOfCode(std::string_view code) {
    const RegionLevel level = levelOfCode(code);
    if (level == RegionLevel::province) return {};
    const Group& last = groups[static_cast<std::size_t>(level) - 1];
    std::string parent(code);
    parent.replace(last.first, last.length, last.length, '0');
    return parent;
}

std::string levelTitle(RegionLevel level) {
    switch (level) {
    case RegionLevel::province:
        return yanxun::tr("省");
    case RegionLevel::city:
        return yanxun::tr("市");
    case RegionLevel::county:
        return yanxun::tr("县区");
    case RegionLevel::township:
        return yanxun::tr("乡镇街道");
    case RegionLevel::village:
        return yanxun::tr("村社区");
    }
    return {};
}

Region seededRegion(std::string code) {
    Region region;
    region.parentCode = parentOfCode(code);
    region.level = levelOfCode(code);
    region.name = code;
    region.code = std::move(code);
    region.seeded = true;
    return region;
}

} // namespace directory
