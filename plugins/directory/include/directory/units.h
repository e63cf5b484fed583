#pragma once
#include <yanxun/data/database.h>

#include <optional>
#include <string>
#include <vector>

namespace directory {

/// What other plugins copy beside a unit's id, so that their statistics need no join: the names and codes of the day.
struct UnitRef {
    std::int64_t id = 0;
    std::string name;
    std::string kind;          ///< 企业 村 社区 学校 机关 … ; "" = 待完善
    std::string subkind;       ///< 幼儿园 小学 …; "" = not told
    std::int64_t regionId = 0; ///< 0 = the township is known only as text
    std::string regionCode;    ///< 12 digits, "" when unknown
    std::string regionName;    ///< township, as text at least
};

struct UnitMatch {
    UnitRef unit;
    double likeness = 0; ///< 0 … 1
};

/// A unit another plugin's import met and nobody knows: made 待完善, completed later by directory.units.
struct UnknownUnit {
    std::string name;
    std::string regionName; ///< township as text, "" when unknown
    std::string seenIn;     ///< «drills.ledger»
};

/// Units by name, alias or valid 统一社会信用代码 (contract «Identity»). Fuzzy matches are only offered.
class Units {
public:
    static constexpr const char* id = "directory.units/1";
    virtual ~Units() = default;

    /// A unit that was merged answers with the one it went into.
    virtual std::optional<UnitRef> get(yanxun::Reader& reader, std::int64_t unit) const = 0;
    /// By normalised full name or alias, then code. Empty also when two units answer.
    virtual std::optional<UnitRef> find(yanxun::Reader& reader, std::string_view nameOrCode) const = 0;
    /// Names alike (likeness ≥ 0.6), best first; for offering, never for taking.
    virtual std::vector<UnitMatch> candidates(yanxun::Reader& reader, std::string_view name,
                                              std::size_t limit) const = 0;
    virtual UnitRef create(yanxun::Writer& writer, const UnknownUnit& unit) = 0;
    /// Deletes a unit that create() made if nothing uses it and nobody completed it since; false when it stays.
    virtual bool removeIfUnused(yanxun::Writer& writer, std::int64_t unit) = 0;
    /// The 12-digit code of a township by its name; "" when regions do not tell. When several have the name, the one
    /// in the county where the other units lie is meant, if there is one.
    virtual std::string regionCode(yanxun::Reader& reader, std::string_view regionName) const = 0;
    /// Names for a suggestion list: begins with, contains, or pinyin begins with `typed`.
    virtual std::vector<UnitRef> suggest(yanxun::Reader& reader, std::string_view typed, std::size_t limit) const = 0;
    /// All units, by name; for planners that look up many (hundreds of thousands are fine).
    virtual void each(yanxun::Reader& reader, const std::function<void(const UnitRef&)>& use) const = 0;
};

/// A plugin that keeps unit ids says so, so that merging doubles and removing units know. Registered in start().
struct UnitUser {
    std::string plugin;
    /// True when any record of the plugin names the unit.
    std::function<bool(yanxun::Reader&, std::int64_t unit)> uses;
    /// Moves the plugin's records from one unit to another inside the caller's transaction; returns what is needed to
    /// move them back (record ids), opaque to directory.
    std::function<std::vector<std::int64_t>(yanxun::Writer&, std::int64_t from, const UnitRef& to)> move;
    /// Moves exactly those records back (undo of a merge).
    std::function<void(yanxun::Writer&, const std::vector<std::int64_t>& records, const UnitRef& back)> moveBack;
};

class UnitUsers {
public:
    static constexpr const char* id = "directory.unit_users/1";
    virtual ~UnitUsers() = default;
    virtual void add(UnitUser user) = 0;
};

} // namespace directory
