#pragma once
#include <yanxun/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace materials {

/// 消耗品 are given away, 借用品 come back, a 宣传包 holds no stock of its own: its parts are given out.
enum class ItemKind { consumable = 1, loan = 2, kit = 3 };
std::string word(ItemKind kind);

/// A thing kept in stock. Known by its name.
struct Item {
    std::int64_t id = 0, revision = 0;
    std::string name;
    ItemKind kind = ItemKind::consumable;
    std::string baseUnit; ///< 份 册 张 个 …: what quantities are counted in
    std::string spec, theme;
    std::int64_t minimum = 0; ///< base units in the warehouses; 0 = nobody minds
    bool isSuperseded = false; ///< its content is out of date (old text of a law): given out only when asked for twice
    bool isRetired = false;    ///< not offered any more; a posting brings it back
};

/// 箱, 包, 捆: how many base units one holds.
struct Pack {
    std::int64_t id = 0, revision = 0, itemId = 0;
    std::string name;
    std::int64_t quantity = 0;
};

/// What one 宣传包 holds.
struct KitPart {
    std::int64_t componentId = 0;
    std::string componentName;
    std::int64_t quantity = 0;
};

/// A print run or delivery. Batch 0 is «no batch told».
struct Batch {
    std::int64_t id = 0, revision = 0, itemId = 0;
    std::string code, edition, supplier;
    std::optional<std::int64_t> unitCost; ///< 1/100 yuan
    std::optional<yanxun::Date> expires;
};

enum class LocationKind {
    warehouse = 1, ///< 仓库
    street = 2,    ///< 街道代管
    unit = 3,      ///< 单位代管
    site = 4,      ///< 活动现场
    // Below: virtual, may hold less than nothing.
    supplier = 10,
    consumed = 11,
    loss = 12,
    adjustment = 13,
    opening = 14
};
constexpr bool isPhysical(LocationKind kind) { return int(kind) < 10; }
std::string word(LocationKind kind);
/// «warehouse» …: for the console. Empty when it is none that a person may add.
std::optional<LocationKind> locationKindOf(const std::string& id);

struct Location {
    std::int64_t id = 0, revision = 0;
    LocationKind kind = LocationKind::warehouse;
    std::string name;
    std::int64_t unitId = 0;
    std::string regionName;
};

/// «份», «12 箱 3 份» … a quantity with its unit.
std::string shownQuantity(std::int64_t quantity, const std::string& unit);

} // namespace materials
