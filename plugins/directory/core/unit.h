#pragma once
#include <directory/units.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace directory {

/// The sorts of units, as the screen and the ledgers write them. What a ledger calls otherwise is kept as subkind of
/// one.
namespace kind {
inline constexpr std::string_view enterprise = "企业", village = "村", community = "社区", school = "学校",
                                  government = "机关", hospital = "医院", carehome = "养老机构", society = "社会组织",
                                  other = "其他";
inline constexpr std::array all{enterprise, village,  community, school, government,
                                hospital,   carehome, society,   other};
} // namespace kind

/// Where a unit came from; stored as such.
namespace source {
inline constexpr std::string_view entered = "录入", imported = "导入", seen = "其他台账", demo = "演示";
} // namespace source

struct Unit {
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::string uid;
    std::string name;
    std::string kind;          ///< one of kind::all; "" = 待完善
    std::string subkind;       ///< 幼儿园 小学 …
    std::int64_t regionId = 0; ///< derived from regionName; 0 = no region of that name
    std::string regionCode;    ///< derived
    std::string regionName;    ///< township as written
    std::string village, grid, industry;
    std::string uscc;                                      ///< 统一社会信用代码
    bool usccValid = false;                                ///< false = 未核验: kept, never matches
    std::optional<std::int64_t> staff, pupils, population; ///< people; empty = unknown
    std::string contact, phone, address, note;
    bool incomplete = false; ///< 待完善: made by another plugin's ledger, its kind is not known
    bool active = true;
    std::int64_t mergedInto = 0; ///< the unit it went into
    std::string source, seenIn;

    /// The number that counts for the kind: pupils of a school, people of a village, staff of the rest.
    const std::optional<std::int64_t>& people() const;
    std::optional<std::int64_t>& people();
    UnitRef ref() const;
    bool operator==(const Unit&) const = default;
};

/// A wrong field and the sentence to show below it.
struct FieldError {
    std::string field; ///< member's name as the dialog and the verbs call it
    std::string sentence;
};
std::vector<FieldError> check(const Unit& unit);
/// Trims all texts and decides usccValid and incomplete anew.
void tidy(Unit& unit);

struct KindProposal {
    std::string kind; ///< one of kind::all, "" when nothing was written
    std::string subkind;
    bool understood = true; ///< false: the word is unknown and became a subkind of 其他
    bool fromName = false;  ///< the subkind comes from the unit's name
};
/// What a ledger's word and the unit's name say: «小学» is 学校 with subkind 小学, a 学校 named …幼儿园 is 学校 with
/// subkind 幼儿园.
KindProposal proposeKind(std::string_view written, std::string_view unitName);

/// «138****1234»: the first three and the last four digits, the one mask of the program; shorter ones all stars.
std::string maskPhone(std::string_view phone);

} // namespace directory
