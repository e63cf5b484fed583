#include "core/unit_directory.h"

#include "core/uscc.h"

#include <yanxun/text.h>

namespace directory {

using yanxun::Reader;
using yanxun::Writer;

std::optional<UnitRef> UnitDirectory::get(Reader& reader, std::int64_t unit) const {
    auto found = unit_store::get(reader, unit);
    while (found && found->mergedInto != 0)
        found = unit_store::get(reader, found->mergedInto);
    if (!found) return {};
    return found->ref();
}

std::optional<UnitRef> UnitDirectory::find(Reader& reader, std::string_view nameOrCode) const {
    const std::string key = yanxun::text::key(nameOrCode);
    if (key.empty()) return {};
    auto ids = unit_store::withName(reader, key);
    if (ids.empty() && isValidUscc(normaliseUscc(key))) ids = unit_store::withCode(reader, normaliseUscc(key));
    if (ids.size() != 1) return {};
    return get(reader, ids.front());
}

std::vector<UnitMatch> UnitDirectory::candidates(Reader& reader, std::string_view name, std::size_t limit) const {
    std::vector<UnitMatch> matches;
    for (const NameIndex::Hit& hit : names(reader)->like(name, limit))
        if (const auto unit = unit_store::get(reader, hit.unit); unit && unit->mergedInto == 0)
            matches.push_back({unit->ref(), hit.likeness});
    return matches;
}

UnitRef UnitDirectory::create(Writer& writer, const UnknownUnit& unknown) {
    Unit unit;
    unit.name = unknown.name;
    unit.regionName = unknown.regionName;
    unit.source = source::seen;
    unit.seenIn = unknown.seenIn;
    return service_.add(writer, std::move(unit)).ref();
}

bool UnitDirectory::removeIfUnused(Writer& writer, std::int64_t id) {
    const auto unit = unit_store::get(writer, id);
    if (!unit) return true;
    const bool untouched = unit->incomplete && unit->source == source::seen && unit->revision == 1;
    if (!untouched || service_.users().uses(writer, id) || unit_store::isNamed(writer, id)) return false;
    service_.remove(writer, id, unit->revision);
    return true;
}

std::string UnitDirectory::regionCode(Reader& reader, std::string_view regionName) const {
    const auto region = regions_.township(reader, regionName);
    return region ? region->code : std::string();
}

std::vector<UnitRef> UnitDirectory::suggest(Reader& reader, std::string_view typed, std::size_t limit) const {
    if (yanxun::text::key(typed).empty()) return {};
    std::vector<UnitRef> refs;
    for (const Unit& unit : unit_store::get(reader, unit_store::suggest(reader, typed, limit)))
        refs.push_back(unit.ref());
    return refs;
}

void UnitDirectory::each(Reader& reader, const std::function<void(const UnitRef&)>& use) const {
    unit_store::eachRef(reader, use);
}

std::shared_ptr<const NameIndex> UnitDirectory::names(Reader& reader) const {
    const std::int64_t change = reader.changeNumber();
    const std::lock_guard lock(mutex_);
    if (index_ && indexedChange_ == change) return index_;
    auto index = std::make_shared<NameIndex>();
    unit_store::eachName(reader, [&](std::string_view name, std::int64_t unit) { index->add(unit, name); });
    index_ = std::move(index);
    indexedChange_ = change;
    return index_;
}

} // namespace directory
