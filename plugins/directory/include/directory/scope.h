#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <string>
#include <vector>

namespace directory {

/// A unit of the yearly list of units that should be reached (应覆盖).
struct ScopeUnit {
    std::int64_t unitId = 0;
    std::string name, kind;
    std::string regionCode; ///< 12 digits, "" when unknown
    std::string regionName; ///< township, as text at least; "" when unknown
    std::string contact;    ///< 联系人; "" when unknown
    bool inScope = true;    ///< false: taken out of the list for `reason`
    std::string reason;
};

/// The yearly list of units that should be reached, by category: 企业 农村 社区 学校 家庭. Until a year's list is fixed
/// it is the units in use of the category's kinds (家庭 = 村 + 社区) with the decisions taken so far. A unit that was
/// merged stands under the one it went into, once.
class Scope {
public:
    static constexpr const char* id = "directory.scope/1";
    virtual ~Scope() = default;

    virtual std::vector<std::string> categories() const = 0;
    /// By unit name, those taken out too. A category nobody knows has no units.
    virtual void each(yanxun::Reader& reader, int year, std::string_view category,
                      const std::function<void(const ScopeUnit&)>& use) const = 0;
    /// True when the list of that year was fixed and no longer follows the units.
    virtual bool isFixed(yanxun::Reader& reader, int year) const = 0;
};

} // namespace directory
