#include "core/person_store.h"
#include "core/sql_text.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <unordered_map>

namespace directory::team_store {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;
using yanxun::Writer;

namespace {

std::string select(const std::string& rest) {
    return "SELECT t.id, t.revision, t.name, t.unit_id, u.name, t.kind, t.members, t.leader, t.phone, t.note, "
           "(SELECT COUNT(*) FROM directory_team_person m WHERE m.team_id = t.id) "
           "FROM directory_team t LEFT JOIN directory_unit u ON u.id = t.unit_id " +
           rest;
}

Team read(const Row& row) {
    return {row.integer(0),      row.integer(1), row.str(2), row.integer(3), row.str(4),     row.str(5),
            row.maybeInteger(6), row.str(7),     row.str(8), row.str(9),     row.integer(10)};
}

yanxun::Fields fields(const Team& team) {
    return {{"name", team.name},
            {"name_key", yanxun::text::key(team.name)},
            {"sort_key", yanxun::text::sortKey(team.name)},
            {"unit_id", team.unitId ? yanxun::Value(team.unitId) : yanxun::Value()},
            {"kind", team.kind},
            {"members", team.members},
            {"leader", team.leader},
            {"phone", team.phone},
            {"note", team.note}};
}

struct Link {
    std::int64_t id, revision;
};

void removeLinks(Writer& writer, const std::string& condition, std::int64_t id) {
    std::vector<Link> links;
    writer.each("SELECT id, revision FROM directory_team_person WHERE " + condition + " ORDER BY id", {id},
                [&](const Row& row) {
                    links.push_back({row.integer(0), row.integer(1)});
                });
    for (const Link& link : links)
        writer.remove("directory_team_person", link.id, link.revision);
}

} // namespace

std::optional<Team> get(Reader& reader, std::int64_t id) {
    std::optional<Team> team;
    reader.one(select("WHERE t.id = ?"), {id}, [&](const Row& row) { team = read(row); });
    return team;
}

std::vector<Team> get(Reader& reader, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    std::unordered_map<std::int64_t, Team> found;
    reader.each(select("WHERE t.id IN (" + placeholders(ids.size()) + ")"), Values(ids.begin(), ids.end()),
                [&](const Row& row) { found.emplace(row.integer(0), read(row)); });
    std::vector<Team> teams;
    for (const std::int64_t id : ids)
        if (const auto team = found.find(id); team != found.end()) teams.push_back(team->second);
    return teams;
}

PeopleList list(Reader& reader, const PeopleFilter& filter, std::int64_t limit) {
    std::string where = "WHERE 1 = 1";
    Values values;
    if (filter.unitId != 0) {
        where += " AND t.unit_id = ?";
        values.push_back(filter.unitId);
    }
    if (const std::string key = likeText(yanxun::text::key(filter.search)); !key.empty()) {
        where += " AND (t.name_key LIKE ? ESCAPE '!' OR t.unit_id IN "
                 "(SELECT id FROM directory_unit WHERE name_key LIKE ? ESCAPE '!'))";
        values.insert(values.end(), 2, yanxun::Value("%" + key + "%"));
    }
    PeopleList found;
    found.total = reader.scalar("SELECT COUNT(*) FROM directory_team t " + where, values);
    values.push_back(limit);
    reader.each("SELECT t.id FROM directory_team t " + where + " ORDER BY t.sort_key, t.id LIMIT ?", values,
                [&](const Row& row) { found.ids.push_back(row.integer(0)); });
    return found;
}

void add(Writer& writer, Team& team) {
    auto values = fields(team);
    values.push_back({"uid", yanxun::newUid(writer.at())});
    team.id = writer.insert("directory_team", values);
    team.revision = 1;
}

void update(Writer& writer, Team& team) {
    team.revision = writer.update("directory_team", team.id, team.revision, fields(team));
}

void remove(Writer& writer, const Team& team) {
    replaceMembers(writer, team.id, {});
    writer.remove("directory_team", team.id, team.revision);
}

std::vector<TeamMember> members(Reader& reader, std::int64_t team) {
    std::vector<TeamMember> all;
    reader.each("SELECT m.person_id, p.name, m.duty FROM directory_team_person m "
                "JOIN directory_person p ON p.id = m.person_id WHERE m.team_id = ? ORDER BY p.sort_key, p.id",
                {team}, [&](const Row& row) {
                    all.push_back({row.integer(0), row.str(1), row.str(2)});
                });
    return all;
}

void replaceMembers(Writer& writer, std::int64_t team, const std::vector<TeamMember>& members) {
    removeLinks(writer, "team_id = ?", team);
    for (const TeamMember& member : members)
        writer.insert("directory_team_person",
                      {{"team_id", team}, {"person_id", member.personId}, {"duty", member.duty}});
}

bool hasPerson(Reader& reader, std::int64_t person) {
    return reader.scalar("SELECT 1 FROM directory_team_person WHERE person_id = ? LIMIT 1", {person}) != 0;
}

void leaveAll(Writer& writer, std::int64_t person) { removeLinks(writer, "person_id = ?", person); }

} // namespace directory::team_store
