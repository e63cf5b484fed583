#include "core/item.h"

#include <yanxun/text.h>

#include <array>
#include <utility>

namespace materials {

using yanxun::tr;

std::string word(ItemKind kind) {
    switch (kind) {
    case ItemKind::consumable: return tr("消耗品");
    case ItemKind::loan: return tr("借用品");
    case ItemKind::kit: return tr("宣传包");
    }
    return {};
}

std::string word(LocationKind kind) {
    switch (kind) {
    case LocationKind::warehouse: return tr("仓库");
    case LocationKind::street: return tr("街道代管");
    case LocationKind::unit: return tr("单位代管");
    case LocationKind::site: return tr("活动现场");
    case LocationKind::supplier: return tr("供应商");
    case LocationKind::consumed: return tr("发放");
    case LocationKind::loss: return tr("报损");
    case LocationKind::adjustment: return tr("盘盈亏");
    case LocationKind::opening: return tr("期初");
    }
    return {};
}

std::optional<LocationKind> locationKindOf(const std::string& id) {
    static constexpr std::array kinds{std::pair{"warehouse", LocationKind::warehouse}, std::pair{"street", LocationKind::street},
                                      std::pair{"unit", LocationKind::unit}, std::pair{"site", LocationKind::site}};
    for (const auto& [name, kind] : kinds) {
        if (id == name || id == word(kind)) return kind;
    }
    return std::nullopt;
}

std::string shownQuantity(std::int64_t quantity, const std::string& unit) {
    return unit.empty() ? yanxun::text::grouped(quantity) : tr("{} {}", yanxun::text::grouped(quantity), unit);
}

} // namespace materials
