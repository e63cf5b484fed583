#include "core/attribute.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace directory {

namespace {

constexpr std::array kinds{
    AttributeKind{attribute::subkind, "细类", false},
    AttributeKind{attribute::highRisk, "高危行业"},     // 安全生产法 §24
    AttributeKind{attribute::crowded, "人员密集场所"},  // 消防法 §73(4)
    AttributeKind{"key_fire_unit", "消防安全重点单位"}, // 消防法 §17
    AttributeKind{"chemical", "危险化学品单位"},
    AttributeKind{"boarding", "寄宿制学校"},
    AttributeKind{"script_venue", "剧本娱乐场所"},
    AttributeKind{"elevator_service", "电梯维保单位"},
    AttributeKind{"households", "户数", false},
};

} // namespace

std::span<const AttributeKind> attributeKinds() { return kinds; }

const AttributeKind* attributeKind(std::string_view id) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const AttributeKind& k) { return k.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

std::string attributeTitle(std::string_view id) {
    const AttributeKind* kind = attributeKind(id);
    return kind ? yanxun::tr(kind->title) : std::string(id);
}

std::vector<Attribute> holdingOn(const std::vector<Attribute>& all, yanxun::Date day) {
    const auto weight = [](const Attribute& a) {
        return std::make_tuple(a.confirmedOn.has_value(), a.confirmedOn.value_or(yanxun::Date{}), a.id);
    };
    std::vector<Attribute> holding;
    for (const Attribute& fact : all) {
        if ((fact.validFrom && *fact.validFrom > day) || (fact.validTo && *fact.validTo < day)) continue;
        const auto same = std::find_if(holding.begin(), holding.end(),
                                       [&](const Attribute& a) { return a.attribute == fact.attribute; });
        if (same == holding.end())
            holding.push_back(fact);
        else if (weight(*same) < weight(fact))
            *same = fact;
    }
    return holding;
}

} // namespace directory
