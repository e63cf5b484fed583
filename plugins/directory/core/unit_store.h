#pragma once
#include "core/unit.h"

#include <yanxun/data/list_query.h>

#include <functional>
#include <span>

namespace directory {

/// Which units a list shows; everything empty = all that were not merged away.
struct UnitFilter {
    std::string kind{};     ///< one of kind::all
    std::string township{}; ///< regionName
    std::string search{};   ///< words, see Reader::searchCondition
    bool incompleteOnly = false;
    bool activeOnly = false;
};

struct UnitOrder {
    std::string column = "name"; ///< name kind township people
    bool ascending = true;
};

struct Alias {
    std::int64_t id = 0, revision = 0, unitId = 0;
    std::string name, source;
};

namespace unit_store {

inline constexpr std::string_view searchKind = "directory.unit";

std::optional<Unit> get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; vanished ones are left out.
std::vector<Unit> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
yanxun::IdList list(yanxun::Reader& reader, const UnitFilter& filter, const UnitOrder& order, std::int64_t limit);
/// The statement list() runs, for checking that an index carries it.
yanxun::SearchCondition listStatement(yanxun::Reader& reader, const UnitFilter& filter, const UnitOrder& order,
                                      std::int64_t limit);
/// In the order of the list, streaming.
void each(yanxun::Reader& reader, const UnitFilter& filter, const std::function<void(const Unit&)>& use);
/// Only what UnitRef carries, by name: cheap for hundreds of thousands.
void eachRef(yanxun::Reader& reader, const std::function<void(const UnitRef&)>& use);
std::vector<std::pair<std::string, std::int64_t>> countByKind(yanxun::Reader& reader);
std::vector<std::string> townships(yanxun::Reader& reader);
std::int64_t count(yanxun::Reader& reader, const UnitFilter& filter);

/// At most two ids: more than one means the name or code does not tell.
std::vector<std::int64_t> withName(yanxun::Reader& reader, std::string_view nameKey);
std::vector<std::int64_t> withCode(yanxun::Reader& reader, std::string_view validCode);
/// Full names and aliases with the unit they lead to.
void eachName(yanxun::Reader& reader, const std::function<void(std::string_view nameKey, std::int64_t unit)>& use);
void eachCode(yanxun::Reader& reader, const std::function<void(std::string_view code, std::int64_t unit)>& use);
/// Begins with, contains, pinyin begins with: in this order.
std::vector<std::int64_t> suggest(yanxun::Reader& reader, std::string_view typed, std::size_t limit);

/// Sets id, uid, revision. Search is brought up to date by index().
void add(yanxun::Writer& writer, Unit& unit);
/// Units whose ids were reserved, in one stream.
void addMany(yanxun::Writer& writer, std::span<const Unit> units);
std::int64_t reserve(yanxun::Writer& writer, std::int64_t count);
/// Sets the new revision.
void update(yanxun::Writer& writer, Unit& unit);
/// Gives the record a new revision because something that belongs to it changed.
void touch(yanxun::Writer& writer, std::int64_t id);
void remove(yanxun::Writer& writer, const Unit& unit);
/// Puts the unit with its aliases into the search, or takes it out when it was merged away.
void index(yanxun::Writer& writer, const Unit& unit);

std::vector<Alias> aliases(yanxun::Reader& reader, std::int64_t unit);
Alias addAlias(yanxun::Writer& writer, std::int64_t unit, std::string_view name, std::string_view source);
std::optional<Alias> alias(yanxun::Reader& reader, std::int64_t id);
void removeAlias(yanxun::Writer& writer, const Alias& alias);

/// True when a person, a team, a merge or a scope list names the unit.
bool isNamed(yanxun::Reader& reader, std::int64_t unit);

} // namespace unit_store
} // namespace directory
