#include "core/person_store.h"

#include "core/sql_text.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <unordered_map>

namespace directory::person_store {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;
using yanxun::Writer;

namespace {

std::string select(const std::string& rest) {
    return "SELECT p.id, p.revision, p.name, p.unit_id, u.name, p.post, p.phone, p.note, p.operator, p.active, p.seen_in "
           "FROM directory_person p LEFT JOIN directory_unit u ON u.id = p.unit_id " +
           rest;
}

Person read(const Row& row) {
    return {row.integer(0), row.integer(1), row.str(2), row.integer(3), row.str(4),
            row.str(5),     row.str(6),     row.str(7), row.flag(8),    row.flag(9), row.str(10)};
}

yanxun::Fields fields(const Person& person) {
    return {{"name", person.name},
            {"name_key", yanxun::text::key(person.name)},
            {"sort_key", yanxun::text::sortKey(person.name)},
            {"pinyin", yanxun::text::pinyin(person.name)},
            {"unit_id", person.unitId ? yanxun::Value(person.unitId) : yanxun::Value()},
            {"post", person.post},
            {"phone", person.phone},
            {"note", person.note},
            {"operator", person.isOperator},
            {"active", person.active},
            {"seen_in", person.seenIn}};
}

void index(Writer& writer, const Person& person) {
    const std::string body =
        person.name + '\n' + person.unitName + '\n' + person.post + '\n' + yanxun::text::pinyin(person.name);
    writer.index({std::string(searchKind), person.id, person.name, body, 0});
}

} // namespace

std::optional<Person> get(Reader& reader, std::int64_t id) {
    std::optional<Person> person;
    reader.one(select("WHERE p.id = ?"), {id}, [&](const Row& row) { person = read(row); });
    return person;
}

std::vector<Person> get(Reader& reader, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    std::unordered_map<std::int64_t, Person> found;
    reader.each(select("WHERE p.id IN (" + placeholders(ids.size()) + ")"), Values(ids.begin(), ids.end()),
                [&](const Row& row) { found.emplace(row.integer(0), read(row)); });
    std::vector<Person> people;
    for (const std::int64_t id : ids)
        if (const auto person = found.find(id); person != found.end()) people.push_back(person->second);
    return people;
}

PeopleList list(Reader& reader, const PeopleFilter& filter, std::int64_t limit) {
    std::string where = "WHERE 1 = 1";
    Values values;
    if (filter.unitId != 0) {
        where += " AND p.unit_id = ?";
        values.push_back(filter.unitId);
    }
    if (filter.operatorsOnly) where += " AND p.operator = 1";
    if (const std::string key = likeText(yanxun::text::key(filter.search)); !key.empty()) {
        where += " AND (p.name_key LIKE ? ESCAPE '!' OR p.pinyin LIKE ? ESCAPE '!' OR p.unit_id IN "
                 "(SELECT id FROM directory_unit WHERE name_key LIKE ? ESCAPE '!'))";
        for (const std::string& pattern :
             {"%" + key + "%", "%" + likeText(yanxun::text::loose(filter.search)) + "%", "%" + key + "%"})
            values.push_back(pattern);
    }
    PeopleList found;
    found.total = reader.scalar("SELECT COUNT(*) FROM directory_person p " + where, values);
    values.push_back(limit);
    reader.each("SELECT p.id FROM directory_person p " + where + " ORDER BY p.sort_key, p.id LIMIT ?", values,
                [&](const Row& row) { found.ids.push_back(row.integer(0)); });
    return found;
}

std::optional<Person> operatorNamed(Reader& reader, std::string_view name) {
    std::optional<Person> person;
    reader.one(select("WHERE p.name_key = ? AND p.operator = 1 ORDER BY p.id LIMIT 1"), {yanxun::text::key(name)},
               [&](const Row& row) { person = read(row); });
    return person;
}

std::vector<std::int64_t> withName(Reader& reader, std::string_view name, std::int64_t unit, std::int64_t limit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM directory_person WHERE name_key = ? AND coalesce(unit_id, 0) = ? ORDER BY id LIMIT ?",
                {yanxun::text::key(name), unit, limit}, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

std::vector<std::int64_t> suggest(Reader& reader, std::string_view typed, std::int64_t unit, std::size_t limit) {
    std::vector<std::int64_t> ids;
    const std::string name = likeText(yanxun::text::key(typed)), letters = likeText(yanxun::text::loose(typed));
    if (name.empty()) return ids;
    Values values{name + "%", letters + "%", "% " + letters + "%"};
    std::string where = "(name_key LIKE ? ESCAPE '!' OR pinyin LIKE ? ESCAPE '!' OR pinyin LIKE ? ESCAPE '!')";
    if (unit != 0) {
        where += " AND unit_id = ?";
        values.push_back(unit);
    }
    values.push_back(static_cast<std::int64_t>(limit));
    reader.each("SELECT id FROM directory_person WHERE active = 1 AND " + where + " ORDER BY sort_key, id LIMIT ?", values,
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void add(Writer& writer, Person& person) {
    auto values = fields(person);
    values.push_back({"uid", yanxun::newUid(writer.at())});
    person.id = writer.insert("directory_person", values);
    person.revision = 1;
    index(writer, person);
}

void update(Writer& writer, Person& person) {
    person.revision = writer.update("directory_person", person.id, person.revision, fields(person));
    index(writer, person);
}

void remove(Writer& writer, const Person& person) {
    writer.unindex(searchKind, person.id);
    writer.remove("directory_person", person.id, person.revision);
}

} // namespace directory::person_store
