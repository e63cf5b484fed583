#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace directory {

/// A fact about a unit with the days it holds and who confirmed it on what evidence. Facts are never overwritten: a
/// newer confirmed one stands above an older one, so that a year can be told as it was.
struct Attribute {
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::int64_t unitId = 0;
    std::string attribute; ///< id of an AttributeKind
    std::string value;
    std::optional<yanxun::Date> validFrom, validTo; ///< empty = always
    std::optional<yanxun::Date> confirmedOn;        ///< empty = nobody confirmed it yet
    std::string confirmedBy, evidence;
};

struct AttributeKind {
    std::string_view id, title;
    bool yesNo = true; ///< value 是 / 否; otherwise text
};

namespace attribute {
inline constexpr std::string_view subkind = "subkind", highRisk = "high_risk", crowded = "crowded", yes = "是",
                                  no = "否";
} // namespace attribute

std::span<const AttributeKind> attributeKinds();
const AttributeKind* attributeKind(std::string_view id);
/// What the screen calls it; the id itself when unknown.
std::string attributeTitle(std::string_view id);
/// The facts that hold on that day, one of each attribute: confirmed before unconfirmed, then the one confirmed
/// later, then the one told later.
std::vector<Attribute> holdingOn(const std::vector<Attribute>& all, yanxun::Date day);

} // namespace directory
