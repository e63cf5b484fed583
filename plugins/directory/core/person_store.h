#pragma once
#include "core/person.h"

#include <yanxun/data/database.h>

#include <span>

namespace directory {

/// Which people or teams a list shows; empty = all.
struct PeopleFilter {
    std::int64_t unitId = 0;
    std::string search{};       ///< part of the name, its pinyin or the unit's name
    bool operatorsOnly = false; ///< people only
};

struct PeopleList {
    std::vector<std::int64_t> ids;
    std::int64_t total = 0;
};

namespace person_store {

inline constexpr std::string_view searchKind = "directory.person";

std::optional<Person> get(yanxun::Reader& reader, std::int64_t id);
std::vector<Person> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
PeopleList list(yanxun::Reader& reader, const PeopleFilter& filter, std::int64_t limit);
/// An operator of that name; empty when there is none.
std::optional<Person> operatorNamed(yanxun::Reader& reader, std::string_view name);
/// Those of that name in the unit (0 = of no unit), oldest first.
std::vector<std::int64_t> withName(yanxun::Reader& reader, std::string_view name, std::int64_t unit,
                                   std::int64_t limit);
/// Name, pinyin or its initials begin with `typed`; unit 0 = of any.
std::vector<std::int64_t> suggest(yanxun::Reader& reader, std::string_view typed, std::int64_t unit,
                                  std::size_t limit);
void add(yanxun::Writer& writer, Person& person);
void update(yanxun::Writer& writer, Person& person);
void remove(yanxun::Writer& writer, const Person& person);

} // namespace person_store

namespace team_store {

std::optional<Team> get(yanxun::Reader& reader, std::int64_t id);
std::vector<Team> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
PeopleList list(yanxun::Reader& reader, const PeopleFilter& filter, std::int64_t limit);
void add(yanxun::Writer& writer, Team& team);
void update(yanxun::Writer& writer, Team& team);
void remove(yanxun::Writer& writer, const Team& team);
std::vector<TeamMember> members(yanxun::Reader& reader, std::int64_t team);
void replaceMembers(yanxun::Writer& writer, std::int64_t team, const std::vector<TeamMember>& members);
bool hasPerson(yanxun::Reader& reader, std::int64_t person);
/// Takes a person off the lists of all teams.
void leaveAll(yanxun::Writer& writer, std::int64_t person);

} // namespace team_store
} // namespace directory
