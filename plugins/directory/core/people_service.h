#pragma once
#include "core/person_store.h"
#include "core/unit.h"

namespace directory {

std::vector<FieldError> check(const Person& person);
std::vector<FieldError> check(const Team& team);

/// People and teams as a person changes them. Every method works inside the caller's transaction.
class PeopleService {
public:
    /// Throws Error with the first wrong field's sentence, Conflict when the unit already has somebody of that name
    /// and post.
    Person add(yanxun::Writer& writer, Person person) const;
    Person edit(yanxun::Writer& writer, Person person) const;
    /// Leaves the teams too.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// The operator of the write as a person; made when nobody has that name.
    Person ensureOperator(yanxun::Writer& writer) const;

    Team addTeam(yanxun::Writer& writer, Team team) const;
    Team editTeam(yanxun::Writer& writer, Team team) const;
    void removeTeam(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// The team's people, replaced as a whole. Throws NotFound for a person who is not there.
    void setMembers(yanxun::Writer& writer, std::int64_t team, const std::vector<TeamMember>& members) const;
};

} // namespace directory
