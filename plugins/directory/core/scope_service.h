#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <string>
#include <vector>

namespace directory {

/// 五进 categories of the yearly scope list (应覆盖).
namespace scope {
inline constexpr std::string_view enterprise = "企业", village = "农村", community = "社区", school = "学校",
                                  family = "家庭";
} // namespace scope
std::vector<std::string> scopeCategories();
/// Kinds whose units are in scope when nobody decided otherwise: 家庭 = 村 + 社区.
std::vector<std::string> scopeKinds(std::string_view category);

struct ScopeEntry {
    std::int64_t unitId = 0;
    std::string unitName, regionName;
    bool inScope = true;
    std::string reason; ///< why the default was changed; "" = the default
};

/// The yearly list of units that should be reached, the denominator of coverage. Until the list of a year is fixed it
/// is the units in use of the kinds above; fixing keeps it as it stands, whatever units come or go later.
class ScopeService {
public:
    /// By unit name.
    void each(yanxun::Reader& reader, int year, std::string_view category,
              const std::function<void(const ScopeEntry&)>& use) const;
    std::int64_t count(yanxun::Reader& reader, int year, std::string_view category) const;
    bool isFixed(yanxun::Reader& reader, int year) const;
    /// Writes the list of a year down. Throws Conflict when it already is. Returns the number of entries.
    std::int64_t fix(yanxun::Writer& writer, int year) const;
    /// Takes a unit in or out; `reason` must say why. Works before and after fixing.
    void set(yanxun::Writer& writer, int year, std::string_view category, std::int64_t unit, bool inScope,
             std::string_view reason) const;
};

} // namespace directory
