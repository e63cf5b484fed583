#include "core/people_directory.h"

#include "core/people_service.h"
#include "core/unit_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::Reader;
using yanxun::Writer;

namespace {

PersonRef refOf(const Person& person) {
    return {person.id, person.name, person.unitId, person.unitName, person.post, person.active};
}

} // namespace

std::optional<PersonRef> PeopleDirectory::get(Reader& reader, std::int64_t id) const {
    const auto person = person_store::get(reader, id);
    if (!person) return {};
    return refOf(*person);
}

std::optional<PersonRef> PeopleDirectory::find(Reader& reader, std::string_view name, std::int64_t unit) const {
    const auto ids = person_store::withName(reader, name, unit, 2);
    if (ids.size() != 1) return {};
    return get(reader, ids.front());
}

std::int64_t PeopleDirectory::count(Reader& reader, std::string_view name, std::int64_t unit) const {
    return std::int64_t(person_store::withName(reader, name, unit, 100).size());
}

std::vector<PersonRef> PeopleDirectory::suggest(Reader& reader, std::string_view typed, std::int64_t unit,
                                                std::size_t limit) const {
    std::vector<PersonRef> refs;
    for (const Person& person : person_store::get(reader, person_store::suggest(reader, typed, unit, limit)))
        refs.push_back(refOf(person));
    return refs;
}

PersonRef PeopleDirectory::create(Writer& writer, const UnknownPerson& unknown) {
    Person person;
    person.name = yanxun::text::key(unknown.name);
    person.unitId = unknown.unitId;
    person.post = yanxun::text::key(unknown.post);
    person.seenIn = unknown.seenIn;
    if (const auto errors = check(person); !errors.empty()) throw yanxun::Error(errors.front().sentence);
    if (const auto unit = unit_store::get(writer, person.unitId)) person.unitName = unit->name;
    person_store::add(writer, person);
    return refOf(person);
}

bool PeopleDirectory::removeIfUnused(Writer& writer, std::int64_t id) {
    const auto person = person_store::get(writer, id);
    if (!person) return true;
    const bool untouched = !person->seenIn.empty() && person->revision == 1;
    const bool used =
        std::any_of(users_.begin(), users_.end(), [&](const auto& user) { return user.uses(writer, id); });
    if (!untouched || used || team_store::hasPerson(writer, id)) return false;
    person_store::remove(writer, *person);
    return true;
}

} // namespace directory
